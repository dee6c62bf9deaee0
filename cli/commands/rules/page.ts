import type { Engine } from '../../../src/engine.ts'
import { outline } from '../../../src/explain/outline.ts'
import type { Condition } from '../../../src/logic/condition.ts'
import { BLANK, titled, type Line } from '../../../src/report/lines.ts'
import type { Pack } from '../../../src/rules/pack.ts'
import type { Enforcement, Provision, Text } from '../../../src/rules/provision.ts'
import { named } from '../../../src/wording/values.ts'
import { say, type Wording } from '../../../src/wording/wording.ts'
import { standingText } from './list.ts'
import type { StandingOn } from './standing.ts'

const plain = (text: string): Line => ({ lead: '  ', text })

/** A provision on a page: its status on the day, the text of the day in words, and what it rests on. */
export function provisionPage(one: StandingOn, day: string, { pack, wording }: Engine): Line[] {
  const { provision, text } = one
  const kind = named(wording, 'kinds', provision.kind)
  return [
    { lead: '', text: provision.title, look: 'heading' },
    { lead: '', text: say(wording, 'rules.head', { id: provision.id, kind, law: provision.law }) },
    BLANK,
    {
      lead: '',
      text: say(wording, 'rules.on-day', { day, status: standingText(one, wording) }),
      look: one.standing === 'in-force' ? 'go' : 'wait',
    },
    ...relations(provision, wording),
    ...(text === undefined ? [] : dayText(text, wording)),
    ...titled(
      say(wording, text === undefined ? 'rules.texts' : 'rules.other-texts'),
      otherTexts(provision, text, wording),
    ),
    ...titled(
      say(wording, 'rules.enforcement'),
      provision.enforcement.flatMap((entry) => enforcementLines(entry, wording)),
    ),
    ...titled(
      say(wording, 'rules.sources'),
      sourcesOf(provision).map((name) => sourceLine(name, pack, wording)),
    ),
    BLANK,
    { lead: '', text: say(wording, 'rules.verified', { ...provision.verified }) },
  ]
}

function relations(provision: Provision, wording: Wording): Line[] {
  const { concludes, reasonsForControl } = provision
  const said = (key: string, values: readonly string[]): Line[] =>
    values.length === 0
      ? []
      : [{ lead: '', text: say(wording, `rules.${key}`, { list: values.join(', ') }) }]
  return [
    ...said('concludes', concludes === undefined ? [] : [concludes]),
    ...said('reasons-for-control', reasonsForControl),
    ...said('lifts', provision.lifts),
    ...said('bars', provision.bars),
    ...said('reviews', provision.reviews),
  ]
}

function dayText(text: Text, wording: Wording): Line[] {
  const { policy, duties, note } = text
  return [
    ...titled(
      say(wording, 'rules.text', { span: spanText(text, wording), source: text.source }),
      outlineLines(text.when, wording),
    ),
    ...(policy === undefined
      ? []
      : titled(say(wording, 'rules.policy'), [plain(named(wording, 'policies', policy))])),
    ...titled(
      say(wording, 'rules.duties'),
      duties.map((duty) =>
        plain(duty.cite === undefined ? duty.text : `[${duty.cite}] ${duty.text}`),
      ),
    ),
    ...(note === undefined ? [] : titled(say(wording, 'rules.note'), [plain(note)])),
  ]
}

function outlineLines(condition: Condition, wording: Wording): Line[] {
  return outline(condition, wording).map(({ depth, cite, text }) => ({
    lead: '  '.repeat(depth + 1),
    text: cite === null ? text : `[${cite}] ${text}`,
  }))
}

function otherTexts({ text }: Provision, shown: Text | undefined, wording: Wording): Line[] {
  return text
    .filter((one) => one !== shown)
    .map((one) =>
      plain(
        say(wording, 'rules.other-text', {
          span: spanText(one, wording),
          source: one.source,
          level: one.confidence,
        }),
      ),
    )
}

function spanText({ effective: { from, until } }: Text, wording: Wording): string {
  return until === undefined
    ? say(wording, 'rules.since', { from })
    : say(wording, 'rules.span', { from, until })
}

function enforcementLines(
  { from, state, source, note, only_when: onlyWhen }: Enforcement,
  wording: Wording,
): Line[] {
  return [
    plain(
      say(wording, 'rules.enforced', {
        from,
        state: say(wording, `rules.states.${state}`),
        source,
      }),
    ),
    ...(note === undefined ? [] : [{ lead: '    ', text: note }]),
    ...(onlyWhen === undefined
      ? []
      : [
          { lead: '    ', text: say(wording, 'rules.only-when') },
          ...outlineLines(onlyWhen, wording).map(({ lead, text }) => ({
            lead: `    ${lead}`,
            text,
          })),
        ]),
  ]
}

function sourceLine(name: string, { sources }: Pack, wording: Wording): Line {
  const source = sources[name]
  if (source === undefined) return plain(say(wording, 'rules.source-missing', { name }))
  const said = say(wording, 'rules.source', {
    name,
    title: source.title,
    published: source.published,
  })
  return plain([said, source.link, source.note].filter((part) => part !== undefined).join('; '))
}

/** Keys of the bibliography that a provision rests on, each once, in the order of their use. */
export const sourcesOf = ({ text, enforcement }: Provision): string[] => [
  ...new Set([...text, ...enforcement].map(({ source }) => source)),
]
