import { isCollection, isNode, parseDocument, visit, type Document, type Node } from 'yaml'
import { stepsOf } from '../../src/explain/place.ts'
import type { Entry } from './steps.ts'

/** A case that is being completed: its author's text, with answers put in where they belong. */
export interface Draft {
  /** Puts answers in. Comments, order and style of the rest stay as they are. */
  readonly add: (entries: readonly Entry[]) => void
  readonly text: () => string
}

/** Where an answer comes from, as the case will say it. */
export interface AnswerSource {
  readonly document: string
  readonly date: string
}

/** Opens the text of one case. */
export function draftOf(text: string, source: AnswerSource): Draft {
  const document: Document = parseDocument(text, { version: '1.2', schema: 'core' })
  const { contents } = document
  // JSON would grow on one line without end.
  if (isCollection(contents) && contents.flow === true)
    visit(document, { Collection: (_, node) => void (node.flow = false) })
  return {
    add: (entries) => {
      for (const entry of entries)
        document.setIn(stepsOf(entry.path), nodeOf(document, entry, source))
    },
    text: () => document.toString({ lineWidth: 0 }),
  }
}

function nodeOf(document: Document, { value, fact }: Entry, source: AnswerSource): Node {
  // A source would pass for the maker's document and raise the confidence in a value of a circuit.
  const hasSource = fact !== undefined && !fact.startsWith('circuit.') && value !== 'unknown'
  const node: unknown = document.createNode(hasSource ? { value, source: { ...source } } : value, {
    flow: hasSource,
  })
  if (!isNode(node)) throw new TypeError('a value of a case is plain data')
  return node
}
