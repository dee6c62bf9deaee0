import type { Facts, List, Value } from '../logic/facts.ts'
import type { ItemInput } from './case.ts'
import type { Context } from './context.ts'
import type { Dictionary } from './dictionary.ts'
import { layer, pathsOf } from './layer.ts'

/**
 * The modules of a design tool that are shipped or unlocked, each tested on its own. A tool of which the
 * case lists none is one module of which nothing is known.
 */
export function modulesOf(item: ItemInput, prefix: string, context: Context): List {
  return item.modules === undefined
    ? unnamedModule(prefix, context)
    : namedModules(item.modules, prefix, context)
}

const unnamed = new WeakMap<Dictionary, Map<string, List>>()

/** Most items are no design tool at all, and what nobody says of a module is the same of each. */
function unnamedModule(prefix: string, context: Context): List {
  const lists = unnamed.get(context.dictionary) ?? new Map<string, List>()
  unnamed.set(context.dictionary, lists)
  const list = lists.get(prefix) ?? namedModules([{}], prefix, context)
  lists.set(prefix, list)
  return list
}

function namedModules(
  modules: NonNullable<ItemInput['modules']>,
  prefix: string,
  context: Context,
): List {
  const members = modules.map((module, i): Facts => {
    const at = `${prefix}.modules[${i}]`
    const { values, sources } = layer(module, 'module', context)
    const done = values['module.does'] as readonly string[] | undefined
    const open = (values['module.unsure'] ?? []) as readonly string[]
    const paths: Record<string, string | undefined> = {
      ...pathsOf(context.dictionary, at, ['module']),
    }
    // What a module does decides what else is asked of it.
    if (done === undefined) for (const fact of Object.keys(paths)) paths[fact] = `${at}.does`
    for (const [fact, does] of functionsOf(context.dictionary)) {
      // One answer settles every function; what it leaves unsure stays unknown.
      const known: Value | undefined =
        done === undefined || (open.includes(does) && !done.includes(does))
          ? undefined
          : done.includes(does)
      values[fact] = known
      sources[fact] = sources['module.does']
      paths[fact] = open.includes(does) ? `${at}.unsure` : `${at}.does`
    }
    return { values, sources, paths, lists: {}, label: module.name ?? `module ${i + 1}` }
  })
  return { members, complete: true, asks: 'modules' }
}

const known = new WeakMap<Dictionary, readonly (readonly [fact: string, does: string])[]>()

/** The functions that the law asks of a module: each is a fact, and a value of `module.does`. */
function functionsOf(dictionary: Dictionary): readonly (readonly [string, string])[] {
  const found = known.get(dictionary)
  if (found !== undefined) return found
  const fresh = (dictionary.get('module.does')?.values ?? []).flatMap((does) =>
    dictionary.has(`module.${does}`) ? [[`module.${does}`, does] as const] : [],
  )
  known.set(dictionary, fresh)
  return fresh
}
