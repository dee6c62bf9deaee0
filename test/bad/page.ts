/** A page of the catalogue: what a user did, and what Licet must answer, byte for byte. */
export interface Page {
  /** Everything above the recorded answer. */
  readonly head: string
  readonly files: readonly {
    readonly name: string
    readonly content: string
    readonly generated: boolean
  }[]
  readonly args: readonly string[]
  /** File that is fed to standard input. */
  readonly stdin: string | undefined
  readonly recorded: string
}

const FENCE = /^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm

/** Reads a page: fences with a file name are inputs, the `sh` fence is the command, the rest was recorded. */
export function readPage(text: string): Page {
  const files: Page['files'][number][] = []
  let command = ''
  let end = 0
  for (const match of text.matchAll(FENCE)) {
    const [all, language = '', name, content = ''] = match
    if (language === 'sh') {
      command = content.trim()
      end = match.index + all.length + 1
      break
    }
    if (name !== undefined) files.push({ name, content, generated: language === 'generate' })
  }
  const [line = '', stdin] = command.replace(/^licet /, '').split(' < ')
  const args = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare!)
  return { head: text.slice(0, end), files, args, stdin, recorded: text.slice(end) }
}

interface Answer {
  readonly case: string
  readonly outcome: string
  readonly items: readonly { readonly remarks: readonly string[] }[]
  readonly findings: readonly {
    readonly id: string
    readonly kind: string
    readonly title: string
  }[]
  readonly assumed: readonly { readonly fact: string; readonly profile: string }[]
}

/** The outcomes of a run, from the JSON that it printed. */
export function answersOf(stdout: string): readonly Answer[] {
  if (stdout === '') return []
  const parsed = JSON.parse(stdout) as Answer | Answer[]
  return Array.isArray(parsed) ? parsed : [parsed]
}

/** What a run answered, as the page records it: the messages, the outcomes with what led to them, the exit code. */
export function record(stderr: string, stdout: string, exit: number): string {
  const answers = answersOf(stdout).map(({ case: id, outcome, items, findings, assumed }) =>
    [
      `${id}: ${outcome}\n`,
      ...items.flatMap(({ remarks }) => remarks.map((remark) => `  ${remark}\n`)),
      ...findings
        .filter(({ kind }) => kind === 'conflict')
        .map((finding) => `  ${finding.id}: ${finding.title}\n`),
      ...assumed.map(({ fact, profile }) => `  ${fact} assumed by ${profile}\n`),
    ].join(''),
  )
  const block = (language: string, text: string): string =>
    text === '' ? '' : `\n\`\`\`${language}\n${text}\`\`\`\n`
  return `${block('stderr', stderr)}${block('answer', answers.join(''))}\nexit ${exit}\n`
}
