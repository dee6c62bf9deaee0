import { hostname, userInfo } from 'node:os'
import { readFileSync } from 'node:fs'
import type { Determination } from '../determination.ts'
import type { Engine } from '../engine.ts'
import type { Profile } from '../facts/assumptions.ts'
import type { Case } from '../facts/case.ts'
import { VERSION } from '../version.ts'
import type {
  DeterminationBody,
  Flips,
  JurisdictionEntry,
  Reference,
  ScreeningTerms,
} from './bodies.ts'
import { fileEntries, type Filing } from './append.ts'
import { bodyOf, type Book } from './book.ts'
import { canonical, sha256 } from './digest.ts'
import type { Draft, Entry, Filer, ObjectRef } from './entry.ts'
import { nonce } from './events.ts'
import { fault } from './faults.ts'
import { caseOf } from './records.ts'
import { recheckDays } from './recheck.ts'
import { retainedUntil } from './retention.ts'

/** A determination and all that it rests on, as the command that made it knows them. */
export interface ToFile {
  readonly case: Case
  readonly determination: Determination
  readonly jurisdiction: readonly JurisdictionEntry[]
  readonly flips: Flips
  /** The document that the case was read from. */
  readonly source: { readonly name: string; readonly text: string } | null
}

/** What is the same for all determinations of one filing. */
export interface FiledBy {
  readonly by: Filer
  readonly authority: string | null
  readonly reason: string | null
  readonly references: readonly Reference[]
  readonly profiles: readonly { readonly profile: Profile; readonly sha256: string }[]
  readonly screeningTerms: ScreeningTerms
  /** SHA-256 of the program, where it is known. */
  readonly program: string | null
  /** The bytes of a list that a determination names, by their SHA-256; undefined where they are not at hand. */
  readonly listBytes: (digest: string) => Uint8Array | undefined
}

/** What became of one determination. */
export interface Filed {
  readonly record: string
  readonly entry: Entry
  /** False where the very same determination was the latest of its case already. */
  readonly isNew: boolean
}

/** Who is at the computer; the name is what he calls himself. */
export function filer(name: string | undefined, role: string | null): Filer {
  const account = userInfo().username
  return { name: name ?? account, role, account, host: hostname() }
}

/**
 * Files determinations, all or none. A later determination of a case takes the place of the one before;
 * the same one again, as after a crash whose answer nobody saw, is found and not filed twice.
 * @throws Fault (exit 4) where a case has no id, or the disk refuses.
 */
export function fileDeterminations(
  book: Book,
  engine: Engine,
  all: readonly ToFile[],
  filedBy: FiledBy,
  filing: Filing,
): Filed[] {
  for (const { case: input, source } of all)
    if (input.id === undefined)
      throw fault(
        'no-id',
        'a case needs an id before it can be filed',
        source?.name ?? 'case',
        'give it `id:`, your number for the deal',
      )
  const shared = sharedObjects(book, engine, filedBy)
  const known: Filed[] = []
  const fresh: { record: string; at: number }[] = []
  const entries = fileEntries(
    book,
    () => {
      const latestOf = latestIn(book)
      return all.flatMap((one, i): Draft[] => {
        const latest = latestOf(one.case.id!)
        if (latest !== undefined && isSame(latest.body, one)) {
          known[i] = { record: latest.entry.record!, entry: latest.entry, isNew: false }
          return []
        }
        const draft = draftOf(book, engine, one, filedBy, shared, latest, filing)
        fresh.push({ record: draft.record!, at: i })
        return [draft]
      })
    },
    filing,
  )
  fresh.forEach(({ record, at }, i) => {
    known[at] = { record, entry: entries[i]!, isNew: true }
  })
  return known
}

interface Latest {
  readonly entry: Entry
  readonly body: DeterminationBody | undefined
}

/** Finds the latest determination of a case. The log is read once, and parsed only where a case is named. */
function latestIn(book: Book): (id: string) => Latest | undefined {
  const log = readFileSync(book.paths.log, 'utf8')
  const latest = new Map<string, string>()
  const named = /"kind":"determination",.*"record":("(?:[^"\\\\]|\\\\.)*")/g
  for (let from = 0; from < log.length;) {
    const end = log.indexOf('\n', from)
    const line = log.slice(from, end)
    named.lastIndex = 0
    const [, record] = named.exec(line) ?? []
    if (record !== undefined) latest.set(caseOf(JSON.parse(record) as string), line)
    from = end + 1
  }
  return (id) => {
    const line = latest.get(id)
    if (line === undefined) return undefined
    const entry = JSON.parse(line) as Entry
    return { entry, body: bodyOf(book, entry) as DeterminationBody | undefined }
  }
}

const isSame = (latest: DeterminationBody | undefined, { determination }: ToFile): boolean =>
  latest?.determinationSha256 === sha256(canonical(determination))

/**
 * Keeps the pack and the profiles, once for all determinations that rest on them. Canonical JSON of what
 * was read from canonical JSON is the same bytes, and so has the digest that the answers name.
 */
function sharedObjects(
  { objects }: Book,
  { pack, sha256: packDigest }: Engine,
  { profiles }: FiledBy,
): readonly ObjectRef[] {
  if (!objects.has(packDigest) && objects.put(canonical(pack)) !== packDigest)
    throw new Error('the rule pack is not canonical JSON')
  return [
    { what: 'pack', sha256: packDigest, name: pack.id },
    ...profiles.map(({ profile }): ObjectRef => {
      const name = profile.id
      return { what: 'profile', sha256: objects.put(canonical(profile)), name }
    }),
  ]
}

function draftOf(
  book: Book,
  engine: Engine,
  { case: input, determination, jurisdiction, flips, source }: ToFile,
  { by, authority, reason, references, screeningTerms, program, listBytes }: FiledBy,
  shared: readonly ObjectRef[],
  latest: Latest | undefined,
  { now }: Filing,
): Draft {
  const created = now()
  const { basis } = determination
  const version = Number(latest?.entry.record?.split('/').at(-1) ?? 0) + 1
  const kept = source === null ? null : { name: source.name, sha256: book.objects.put(source.text) }
  const body: DeterminationBody = {
    nonce: nonce(),
    identity: {
      case: input.id!,
      version,
      supersedes: latest?.entry.record ?? null,
      reason,
      references,
      language: engine.wording.lang,
    },
    times: {
      created,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      clock: 'system clock',
      lawDate: basis.lawDate,
      knowledgeDate: basis.knowledgeDate,
      retainedUntil: retainedUntil(engine.pack, basis.lawDate, created.slice(0, 10)),
    },
    preparer: { name: by.name, role: by.role, authority },
    case: input,
    source: kept,
    determination,
    screeningTerms,
    determinationSha256: sha256(canonical(determination)),
    jurisdiction,
    flips,
    recheck: recheckDays(determination, engine.pack),
    engine: { version: VERSION, program, runtime: `node ${process.versions.node}` },
  }
  const sources: ObjectRef[] =
    kept === null ? [] : [{ what: 'source', sha256: kept.sha256, name: kept.name }]
  return {
    kind: 'determination',
    record: `${input.id!}/${version}`,
    by,
    body: book.objects.put(canonical(body)),
    objects: [...shared, ...lists(book, determination, listBytes), ...sources],
  }
}

/**
 * Keeps the lists that the determination names.
 * @throws Fault (exit 4) where one is not at hand: without it the answer could not be given again.
 */
function lists(
  { objects }: Book,
  { basis }: Determination,
  bytesOf: FiledBy['listBytes'],
): ObjectRef[] {
  return basis.lists.map(({ id, date, sha256: digest }) => {
    const bytes = objects.has(digest) ? undefined : bytesOf(digest)
    if (bytes !== undefined && objects.put(bytes) !== digest)
      throw fault(
        'other-list',
        `the list ${id} of ${date} is not the one that was searched`,
        'book',
      )
    if (!objects.has(digest))
      throw fault(
        'no-list',
        `the list ${id} of ${date} (${digest}) is not at hand to be kept`,
        'book',
      )
    return { what: 'list', sha256: digest, name: `${id} ${date}` }
  })
}
