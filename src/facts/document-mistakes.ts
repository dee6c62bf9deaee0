import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Document,
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { Issue, Place } from '../errors.ts'
import { show } from './fact-schema.ts'
import { sayPath } from './path.ts'

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype'])
const PLAIN_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/

/** No case needs as many levels; it bounds every walk over one. */
const MAX_DEPTH = 100
const MAX_ISSUES = 20

/** What a well-formed document holds that a case may not: doubled keys, aliases, tags, bottomless nesting. */
export function mistakesIn(document: Document.Parsed, where: (offset: number) => Place): Issue[] {
  const issues: Issue[] = []
  let indirect = false
  const add = (
    code: string,
    message: string,
    offset: number,
    path: readonly PropertyKey[],
    help: string,
  ): void => {
    if (issues.length > MAX_ISSUES) return
    issues.push({ code, message, at: { ...where(offset), path: sayPath(path) }, help })
  }

  const keysOf = (map: YAMLMap, path: readonly PropertyKey[]): void => {
    const first = new Map<string, number>()
    for (const { key } of map.items) {
      if (!isScalar(key)) {
        if (isNode(key))
          add(
            'syntax',
            'a key is plain text',
            startOf(key),
            path,
            'put a key that begins with { or [ in quotes',
          )
        continue
      }
      const name = keyText(key)
      const at = [...path, name]
      if (name === '')
        add('syntax', 'a key is missing before the colon', startOf(key), path, 'write `key: value`')
      if (FORBIDDEN_KEYS.has(name))
        add('forbidden-key', `${show(name)} can't be a key`, startOf(key), at, 'remove it')
      const earlier = first.get(name)
      if (earlier === undefined) first.set(name, startOf(key))
      else {
        const help = `keep one of the two; the other is on line ${where(earlier).line}`
        add('duplicate-key', `the key ${show(name)} stands twice`, startOf(key), at, help)
      }
    }
  }

  const walk = (node: unknown, path: readonly PropertyKey[], offset: number): void => {
    if (!isNode(node)) return
    if (isAlias(node)) {
      // One is told for all: a file of aliases would repeat it a thousand times.
      if (!indirect)
        add(
          'alias',
          `the alias ${show(`*${node.source}`)} is not read`,
          offset,
          path,
          'write the value out; a case has no anchors and aliases',
        )
      indirect = true
      return
    }
    if (node.tag !== undefined && node.tag !== '!' && !PLAIN_TAG.test(node.tag)) {
      add(
        'tag',
        `the tag ${show(node.tag.replace('tag:yaml.org,2002:', '!!'))} is not read`,
        offset,
        path,
        'remove it and write the value alone',
      )
    }
    if (!isMap(node) && !isSeq(node)) return
    if (path.length >= MAX_DEPTH) {
      add(
        'too-deep',
        `nested deeper than ${MAX_DEPTH} levels`,
        offset,
        path.slice(0, 1),
        'a case is nested a few levels deep',
      )
      return
    }
    if (isSeq(node)) {
      for (const [i, item] of node.items.entries())
        walk(item, [...path, i], isNode(item) ? startOf(item) : offset)
      return
    }
    keysOf(node, path)
    for (const { key, value } of node.items) {
      walk(
        value,
        [...path, isScalar(key) ? keyText(key) : ''],
        isScalar(key) ? startOf(key) : offset,
      )
    }
  }

  walk(document.contents, [], 0)
  return issues
}

const keyText = ({ value }: Scalar): string =>
  typeof value === 'string' ? value : value === null ? '' : JSON.stringify(value)

const startOf = (node: Node): number => node.range?.[0] ?? 0
