import type { Terminal } from '../terminal.ts'

/** Says how far a long run is: on a terminal one line that is written again, else nothing. */
export interface Progress {
  readonly at: (done: number, share: number) => void
  readonly end: () => void
}

const EVERY_MS = 200
const WIDTH = 24

/** Progress of a run that began with `before` done; rate and time left are of this run alone. */
export function progressOf({ stderr }: Terminal, before: number, what = 'names'): Progress {
  const started = performance.now()
  let last = 0
  const isShown = (stderr as { isTTY?: boolean }).isTTY === true
  return {
    at: (done, share) => {
      const now = performance.now()
      if (!isShown || now - last < EVERY_MS) return
      last = now
      stderr.write(`\r${progressLine(done, share, before, (now - started) / 1000, what)}\u001b[K`)
    },
    end: () => {
      if (isShown) stderr.write('\r\u001b[K')
    },
  }
}

/** `[#####     ] 20,000 names, 1,900 a second, 0:42 left` */
export function progressLine(
  done: number,
  share: number,
  before: number,
  seconds: number,
  what = 'names',
): string {
  const full = Math.round(Math.min(1, share) * WIDTH)
  const rate = seconds > 0 ? (done - before) / seconds : 0
  const total = share > 0 ? done / share : done
  const left = rate > 0 ? Math.round((total - done) / rate) : undefined
  const bar = `[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}]`
  const time =
    left === undefined
      ? ''
      : `, ${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')} left`
  return `${bar} ${grouped(done)} ${what}, ${grouped(Math.round(rate))} a second${time}`
}

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
