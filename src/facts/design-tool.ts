import type { ItemInput } from './case.ts'
import type { Layer } from './layer.ts'
import type { List } from '../logic/facts.ts'

/** What a module of a design tool is for where it falls under 3D001, whose own facts then say which. */
const FOR_CONTROLLED_ITEMS = 'controlled-items'

/**
 * The facts of a design tool, its technology and its keys that a case may pass over: what it does not speak
 * of was not seen. Once every module has said what it does, nobody is asked what the tool is for besides.
 */
export function designToolFacts(item: ItemInput, modules: List, { values, sources }: Layer): void {
  values['item.keySeen'] = item['licenseKey'] === undefined ? 'none' : values['item.licenseKey']
  values['item.technologySeen'] =
    item['designTechnology'] === undefined ? 'not-stated' : values['item.designTechnology']
  values['item.toolSeen'] = item['ecadOrTcad'] !== undefined || item.modules !== undefined
  if (item.modules === undefined) return
  const source = { from: 'derived', text: 'what its modules do' } as const
  const derive = (fact: string, key: string, value: boolean | string): void => {
    if (item[key] !== undefined) return
    values[fact] = value
    sources[fact] = source
  }
  derive('item.ecadOrTcad', 'ecadOrTcad', true)
  const done = modules.members.map(({ values: module }) => module['module.does'])
  const isPlain = done.every((does) => Array.isArray(does) && !does.includes(FOR_CONTROLLED_ITEMS))
  if (!isPlain) return
  derive('item.relatedTo', 'relatedTo', 'other')
  derive('item.hostEccn', 'alsoDescribedIn', 'none')
}
