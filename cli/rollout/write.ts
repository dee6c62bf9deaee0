import type { Engine } from '../../src/engine.ts'
import type { Rollout } from '../../src/rollout/rollout.ts'
import type { RolloutFormat } from '../commands/rollout.ts'
import { fileNames, makeFolder, writeFile } from '../outputs.ts'
import { wantsColor, widthOf, type Terminal } from '../terminal.ts'
import { join } from 'node:path'
import type { RolloutFlags } from './flags.ts'

const EXTENSION: Record<RolloutFormat, string> = {
  text: 'txt',
  json: 'json',
  pdf: 'pdf',
  sarif: 'sarif',
  github: 'github.txt',
}

/** Writes a rollout in every format asked for; a rendering is loaded only when it is needed. */
export async function writeRollout(
  rollout: Rollout,
  { format, out }: RolloutFlags,
  engine: Engine,
  terminal: Terminal,
): Promise<void> {
  const [name] = fileNames([rollout.rollout])
  if (out !== undefined) makeFolder(out)
  for (const one of new Set(format.length === 0 ? (['text'] as const) : format)) {
    const content = await rendered(rollout, one, engine, terminal, out === undefined)
    if (out === undefined && typeof content === 'string') {
      terminal.stdout.write(content)
      continue
    }
    const file = join(out ?? '.', `${name}.${EXTENSION[one]}`)
    writeFile(file, content)
    terminal.stderr.write(`wrote ${file}\n`)
  }
}

async function rendered(
  rollout: Rollout,
  format: RolloutFormat,
  { wording }: Engine,
  terminal: Terminal,
  toScreen: boolean,
): Promise<string | Uint8Array> {
  switch (format) {
    case 'json':
      return `${JSON.stringify(rollout, null, 2)}\n`
    case 'pdf': {
      const { rolloutPdf } = await import('../../src/report/rollout/pdf.ts')
      return rolloutPdf(rollout, wording)
    }
    case 'sarif': {
      const { rolloutSarif } = await import('../../src/report/rollout/sarif.ts')
      return rolloutSarif(rollout, wording)
    }
    case 'github': {
      const { rolloutAnnotations } = await import('../../src/report/rollout/sarif.ts')
      return rolloutAnnotations(rollout, wording)
    }
    case 'text': {
      const { rolloutText } = await import('../../src/report/rollout/text.ts')
      const width = toScreen ? widthOf(terminal) : 80
      return rolloutText(rollout, wording, { width, color: toScreen && wantsColor(terminal) })
    }
  }
}
