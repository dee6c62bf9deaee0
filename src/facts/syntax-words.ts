import {
  isMap,
  isScalar,
  isSeq,
  visit,
  type Document,
  type Node,
  type YAMLError,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import type { Issue, Place } from '../errors.ts'
import { show } from './fact-schema.ts'

interface Words {
  readonly message: string
  readonly help: string
  /** Where the reader should look, if not where the parser gave up. */
  readonly offset?: number | undefined
}

/** A parser's complaint in words that tell a person who writes cases what to mend, and where. */
export function syntaxIssue(
  error: YAMLError,
  document: Document.Parsed,
  text: string,
  where: (offset: number) => Place,
): Issue {
  const { message, help, offset } = wordsFor(error, document, text)
  // How far a parser gets into a bottomless file depends on the machine, so no line is named.
  if (error.code === 'RESOURCE_EXHAUSTION')
    return {
      code: 'too-deep',
      message: 'the file is nested too deep',
      at: { file: where(0).file },
      help: 'a case is nested a few levels deep',
    }
  const code = error.code === 'TAB_AS_INDENT' ? 'tab-indent' : 'syntax'
  return { code, message, at: where(offset ?? error.pos[0]), help }
}

function wordsFor(error: YAMLError, document: Document.Parsed, text: string): Words {
  const found = show(
    /^\S{1,40}/.exec(text.slice(error.pos[0], error.pos[0] + 40))?.[0] ?? 'the end of the line',
  )
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line', help: 'indent with spaces' }
    case 'KEY_OVER_1024_CHARS':
      return { message: 'a key is longer than 1024 characters', help: 'check the quotes near here' }
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
      return unclosed(error, document) ?? misplaced(error)
    case 'MULTILINE_IMPLICIT_KEY':
      return {
        message: 'this line is not `key: value`',
        help: 'write a colon and a space between a key and its value',
      }
    case 'BLOCK_AS_IMPLICIT_KEY':
      return { message: 'a value holds a colon and a space', help: 'put the value in quotes' }
    case 'BLOCK_IN_FLOW':
      return {
        message: 'an entry inside { } or [ ] does not end',
        help: 'put a comma between two entries',
      }
    case 'BAD_SCALAR_START':
      return {
        message: `a value can't begin with ${show(text[error.pos[0]])}`,
        help: 'put the value in quotes',
      }
    case 'BAD_DQ_ESCAPE':
      return {
        message: `${show(/\\.?/.exec(text.slice(error.pos[0]))?.[0])} stands for nothing inside double quotes`,
        help: 'write \\\\ for a backslash, or use single quotes',
      }
    case 'BAD_ALIAS':
      return { message: '`*` begins an alias, which is not read', help: 'put the value in quotes' }
    case 'UNEXPECTED_TOKEN':
      return {
        message: `found ${found} where nothing more is expected`,
        help: 'check the quotes, brackets and commas before it',
      }
    default:
      return {
        message: 'this is neither YAML nor JSON',
        help: 'check the quotes, brackets and indents near here',
      }
  }
}

function misplaced(error: YAMLError): Words {
  if (error.message.startsWith('Missing ,'))
    return { message: 'a comma is missing before this', help: 'put a comma between two entries' }
  return error.code === 'BAD_INDENT' || error.message.startsWith('Sequence item')
    ? {
        message: 'the indent of this line fits no line above it',
        help: 'indent the keys that belong together alike',
      }
    : {
        message: 'this line is not `key: value`',
        help: 'write a colon and a space between a key and its value',
      }
}

/** Points at the quote or bracket that was opened, not at the end of the file where its absence was noticed. */
function unclosed(error: YAMLError, document: Document.Parsed): Words | undefined {
  const quote = /closing (['"])quote/.exec(error.message)?.[1]
  const bracket = /^Flow (map|sequence)/.exec(error.message)?.[1]
  if (quote === undefined && bracket === undefined) return undefined
  const [opening, closing] =
    quote !== undefined ? [quote, quote] : bracket === 'map' ? ['{', '}'] : ['[', ']']
  const indented = bracket === undefined ? '' : ', and indent every line inside'
  return {
    message: `the ${show(opening)} opened here is never closed`,
    help: `close it with ${show(closing)}${indented}`,
    offset: lastOpened(document, quote === undefined ? bracket! : 'quote', error.pos[0]),
  }
}

function lastOpened(document: Document.Parsed, kind: string, before: number): number | undefined {
  let offset: number | undefined
  const isOpening = (node: Node): boolean => {
    if (kind === 'quote')
      return isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE')
    return (kind === 'map' ? isMap(node) : isSeq(node)) && (node as YAMLMap | YAMLSeq).flow === true
  }
  visit(document, {
    Node(_, node) {
      const [start, end] = (isOpening(node) ? node.range : undefined) ?? []
      if (start !== undefined && start <= before && end! >= before) offset = start
    },
  })
  return offset
}
