import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** The text files of the repository, as git lists them: those in it, and those about to be. */
export function textFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    encoding: 'utf8',
  })
  return listed
    .split('\n')
    .filter((path) => path !== '' && existsSync(path) && !/\.(ttf|pdf|woff)$/.test(path))
    .sort()
}

/** The number of lines of a file. */
export function lineCount(file: string): number {
  return readFileSync(file, 'utf8').trimEnd().split('\n').length
}

/** The `sh` code blocks of a Markdown text, in order, each without its fences. */
export function shBlocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```sh\n([\s\S]*?)\n?^```$/gm)].map((match) => match[1] ?? '')
}
