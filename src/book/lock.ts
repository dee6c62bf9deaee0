import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { Fault } from '../errors.ts'

/** Who holds a lock. */
interface Owner {
  readonly pid: number
  readonly host: string
  /** When the process began, where the system tells: a number may be given to a later process. */
  readonly began: string
  readonly nonce: string
}

const WAIT_MS = 20_000
const RETRY_MS = 4
/** After this a lock of another computer, which can't be asked, is called abandoned. */
const ABANDONED_MS = 120_000

/**
 * Runs `work` while no other process writes the book, and gives the lock back whatever happens.
 * @throws Fault (exit 4) naming the owner and age of a lock that is not given back in time.
 */
export function whileLocked<T>(file: string, work: () => T, waitMs = WAIT_MS): T {
  const mine = acquired(file, waitMs)
  try {
    return work()
  } finally {
    // Whoever found it abandoned may have taken it meanwhile.
    if (ownerOf(file)?.nonce === mine.nonce) rmSync(file, { force: true })
  }
}

function acquired(file: string, waitMs: number): Owner {
  const mine: Owner = {
    pid: process.pid,
    host: hostname(),
    began: beganAt(process.pid),
    nonce: randomBytes(8).toString('hex'),
  }
  const aside = `${file}.${mine.nonce}.new`
  writeFileSync(aside, JSON.stringify(mine), { flag: 'wx' })
  try {
    const until = performance.now() + waitMs
    while (!linked(aside, file)) {
      const held = ownerOf(file)
      if (held !== undefined && isGone(held)) removeAbandoned(file, held, waitMs)
      else if (performance.now() > until) throw stillHeld(file, held)
      else pause(RETRY_MS + (mine.pid % RETRY_MS))
    }
    return mine
  } finally {
    rmSync(aside, { force: true })
  }
}

/** A link is made whole or not at all, so no one ever reads half an owner. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Takes away the lock of a process that is gone. Only the holder of a second lock, named for that very
 * owner, may do so, and looks again first: two that wake together can't take away a third's fresh lock.
 */
function removeAbandoned(file: string, held: Owner, waitMs: number): void {
  whileLocked(
    `${file}.${held.nonce}`,
    () => {
      if (ownerOf(file)?.nonce === held.nonce) unlinkSync(file)
    },
    waitMs,
  )
}

function ownerOf(file: string): Owner | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Owner
  } catch {
    return undefined
  }
}

function isGone({ pid, host, began }: Owner): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
  return began !== '' && beganAt(pid) !== began
}

/** Clock ticks from boot to the start of a process, and the boot it was; empty where the system does not say. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
  } catch {
    return ''
  }
}

function stillHeld(file: string, held: Owner | undefined): Fault {
  const age = ageOf(file)
  const who =
    held === undefined
      ? 'another process'
      : `process ${held.pid} on ${held.host || 'this computer'}`
  const stale = age * 1000 > ABANDONED_MS && held?.host !== hostname()
  return new Fault(4, [
    {
      code: 'locked',
      message: `the book is locked by ${who} since ${age} seconds; nothing was filed`,
      at: { file },
      help: stale
        ? 'where that computer no longer files anything, delete this file'
        : 'try again when it is done',
    },
  ])
}

function ageOf(file: string): number {
  try {
    return Math.max(0, Math.round((Date.now() - statSync(file).mtimeMs) / 1000))
  } catch {
    return 0
  }
}

const pause = (ms: number): void =>
  void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)
