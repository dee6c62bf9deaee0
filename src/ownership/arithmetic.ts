import type { Verdict } from '../logic/verdict.ts'
import type { Counted } from './counted.ts'
import type { Operator } from './operator.ts'
import { sayPercent } from './percent.ts'
import { unnamedShare, type Register } from './register.ts'

/**
 * The sum behind each company, owners first and the subject last: `Target: Holdings A 30 % + Holdings
 * B 20 % = 50 %, which is 50 % or more`. An owner in between says whether it passes its share on.
 */
export function arithmeticOf(
  register: Register,
  counted: Counted,
  operator: Operator,
  upstream: readonly string[],
): string[] {
  const subject = upstream.at(-1)
  return upstream.flatMap((id) => {
    const entity = register.entity(id)
    const terms = termsOf(register, counted, id)
    const countsByItself = operator.counts(entity) === 'yes'
    if (id !== subject && countsByItself && terms.every(({ named }) => !named)) return []
    if (id !== subject && terms.length === 0) return []
    const held = counted.heldBy(id)
    const total = sayPercent(held)
    const single = terms.length === 1 && terms[0]!.percent === total
    const sum = single
      ? said(terms[0]!)
      : `${terms.map(said).join(' + ') || 'no owner that counts'} = ${total}`
    const verdict = counted.reaches(held)
    const passes = id === subject || countsByItself ? '' : passesOn(entity.name, verdict)
    return [`${entity.name}: ${sum}, which ${comparison(operator, verdict)}${passes}`]
  })
}

interface Term {
  readonly owner: string
  readonly percent: string
  readonly named: boolean
}

const said = ({ owner, percent }: Term): string => `${owner} ${percent}`

function termsOf(register: Register, counted: Counted, id: string): Term[] {
  const terms: Term[] = []
  for (const share of register.owners(id)) {
    const counts = counted.counts(share.holder)
    if (counts === 'no') continue
    const { name } = register.entity(share.holder)
    const owner = counts === 'yes' ? name : `${name} (may count)`
    terms.push({ owner, percent: sayPercent(share), named: true })
  }
  const rest = unnamedShare(register, id)
  if (register.isOpen(id) && rest.high > 0) {
    const unknown = { low: 0, high: rest.high }
    terms.push({ owner: 'owners not named', percent: sayPercent(unknown), named: false })
  }
  return terms
}

function comparison({ line }: Operator, verdict: Verdict): string {
  const [over, under] =
    line.test === 'at_least'
      ? [`${line.percent} % or more`, `less than ${line.percent} %`]
      : [`more than ${line.percent} %`, `${line.percent} % or less`]
  if (verdict === 'unknown') return `may be ${over}`
  return `is ${verdict === 'yes' ? over : under}`
}

function passesOn(name: string, verdict: Verdict): string {
  if (verdict === 'yes') return `: ${name} counts with its whole share`
  return verdict === 'no'
    ? `: ${name} passes nothing on`
    : `: ${name} may count with its whole share`
}
