import { join } from 'node:path'
import type { ProposalResult } from '../../src/proposal/result.ts'
import type { Wording } from '../../src/wording/wording.ts'
import { fileNames, makeFolder, writeFile, writeJson, EXTENSION, type Format } from '../outputs.ts'
import { wantsColor, widthOf, type Terminal } from '../terminal.ts'

interface Options {
  readonly out?: string
  readonly explain?: boolean
}

/**
 * Writes the answers in every format asked for: text, JSON and Markdown to standard output unless a folder
 * is named, the PDF workbook always to files. Loads a rendering only when it is needed.
 */
export async function writeProposals(
  results: readonly ProposalResult[],
  formats: readonly Format[],
  options: Options,
  wording: Wording,
  terminal: Terminal,
): Promise<void> {
  const names = fileNames(results.map(({ proposal }) => proposal))
  if (options.out !== undefined) makeFolder(options.out)
  for (const format of new Set(formats)) {
    if (format === 'json' && options.out === undefined) {
      await writeJson(results, terminal)
      continue
    }
    const render = await renderer(format, options, wording, terminal)
    for (const [i, result] of results.entries()) {
      const content = await render(result)
      if (options.out === undefined && format !== 'pdf') {
        if (i > 0) terminal.stdout.write('\n')
        terminal.stdout.write(content as string)
        continue
      }
      const file = join(options.out ?? '.', `${names[i]}.${EXTENSION[format]}`)
      writeFile(file, content)
      terminal.stderr.write(`wrote ${file}\n`)
    }
  }
}

type Render = (result: ProposalResult) => string | Promise<string | Uint8Array>

async function renderer(
  format: Format,
  { explain, out }: Options,
  wording: Wording,
  terminal: Terminal,
): Promise<Render> {
  switch (format) {
    case 'json':
      return (result) => `${JSON.stringify(result, null, 2)}\n`
    case 'markdown': {
      const { proposalMarkdown } = await import('../../src/report/proposal/markdown.ts')
      return (result) => proposalMarkdown(result, wording)
    }
    case 'pdf': {
      const { workbookPdf } = await import('../../src/report/pdf/workbook.ts')
      return (result) => workbookPdf(result, wording)
    }
    case 'text': {
      const { proposalTerminal } = await import('../../src/report/proposal/terminal.ts')
      const toScreen = out === undefined
      return (result) =>
        proposalTerminal(result, wording, {
          width: toScreen ? widthOf(terminal) : 80,
          color: toScreen && wantsColor(terminal),
          explain: explain === true,
        })
    }
  }
}
