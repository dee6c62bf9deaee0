// The engines to compare with. Each is given the same normalized names and answers with entries and scores.
const tryImport = async (name) => {
  try {
    return await import(name)
  } catch {
    return undefined
  }
}

/** Jaro-Winkler of two texts, 0 to 1. */
export function jaroWinkler(a, b) {
  if (a === b) return 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const [inA, inB] = [new Uint8Array(a.length), new Uint8Array(b.length)]
  let same = 0
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(i + reach + 1, b.length)
    for (let j = Math.max(0, i - reach); j < end; j++) {
      if (inB[j] || a[i] !== b[j]) continue
      inA[i] = inB[j] = 1
      same += 1
      break
    }
  }
  if (same === 0) return 0
  let [k, swapped] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    if (!inA[i]) continue
    while (!inB[k]) k += 1
    if (a[i] !== b[k++]) swapped += 1
  }
  const jaro = (same / a.length + same / b.length + (same - swapped / 2) / same) / 3
  let prefix = 0
  while (prefix < 4 && a[prefix] === b[prefix] && prefix < a.length) prefix += 1
  return jaro + prefix * 0.1 * (1 - jaro)
}

const sorted = (text) => text.split(' ').sort().join(' ')

/** Best entries of scored names. */
function best(scored) {
  const entries = new Map()
  for (const { entry, score } of scored)
    if (score > (entries.get(entry) ?? -Infinity)) entries.set(entry, score)
  return [...entries].map(([entry, score]) => ({ entry, score })).sort((a, b) => b.score - a.score)
}

/** Every peer that is installed, made ready over the names; `share` is the part of the queries that it is given. */
export async function peersOf(names) {
  const peers = []
  const put = async (name, share, make) => {
    const started = performance.now()
    const heapBefore = process.memoryUsage().heapUsed
    const search = await make()
    if (search === undefined) return console.log(`left out, not installed: ${name}`)
    peers.push({
      name,
      share,
      search,
      loadMs: performance.now() - started,
      heapMb: (process.memoryUsage().heapUsed - heapBefore) / 1e6,
    })
  }
  await put('Jaro-Winkler, every name, words sorted', 0.1, () => {
    const texts = names.map(({ text }) => sorted(text))
    return (query) => {
      const wanted = sorted(query)
      return best(names.map(({ entry }, i) => ({ entry, score: jaroWinkler(wanted, texts[i]) })))
    }
  })
  await put('fuse.js, token search', 0.05, async () => {
    const fuse = await tryImport('fuse.js')
    if (fuse === undefined) return undefined
    const index = new fuse.default(names, {
      keys: ['text'],
      includeScore: true,
      ignoreLocation: true,
      threshold: 0.5,
      useTokenSearch: true,
    })
    return (query) =>
      best(
        index
          .search(query, { limit: 40 })
          .map(({ item, score }) => ({ entry: item.entry, score: 1 - score })),
      )
  })
  await put('fuzzball, token_sort_ratio', 0.05, async () => {
    const fuzz = await tryImport('fuzzball')
    if (fuzz === undefined) return undefined
    const { extract, token_sort_ratio } = fuzz.default ?? fuzz
    return (query) =>
      best(
        extract(query, names, {
          scorer: token_sort_ratio,
          processor: ({ text }) => text,
          limit: 40,
          full_process: false,
        }).map(([item, score]) => ({ entry: item.entry, score })),
      )
  })
  await put('minisearch, fuzzy 0.2', 0.5, async () => {
    const mini = await tryImport('minisearch')
    if (mini === undefined) return undefined
    const index = new mini.default({
      fields: ['text'],
      storeFields: ['entry'],
      searchOptions: { fuzzy: 0.2, prefix: false },
    })
    index.addAll(names.map((name, id) => ({ id, ...name })))
    return (query) => best(index.search(query).slice(0, 60))
  })
  await put('@m31coding/fuzzy-search', 1, async () => {
    const m31 = await tryImport('@m31coding/fuzzy-search')
    if (m31 === undefined) return undefined
    const searcher = m31.SearcherFactory.createDefaultSearcher()
    searcher.indexEntities(
      names.map((name, id) => ({ id, ...name })),
      ({ id }) => id,
      ({ text }) => [text],
    )
    return (query) =>
      best(
        searcher
          .getMatches(new m31.Query(query, 40))
          .matches.map(({ entity, quality }) => ({ entry: entity.entry, score: quality })),
      )
  })
  return peers
}
