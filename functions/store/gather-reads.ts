/** Reads of one item each that are asked for at one moment, as one call. */
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

/** What one call may ask for. An answer ends at 16 MB all the same. */
const mostKeys = 100
type Waiting = { readonly key: Key; resolve(item: Item | undefined): void; reject(error: unknown): void }

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk])

const gathered = new WeakMap<Table, Table['get']>()

/**
 * A `get` whose keys of one turn of the event loop go out together, each once; a key alone goes out as it is. One for each table,
 * whichever stores ask. For front doors that may read many at once (stacks/storage.ts).
 */
export function gatheredGet(table: Table): Table['get'] {
  const get = gathered.get(table) ?? gatherReads(table)
  gathered.set(table, get)
  return get
}

export function gatherReads(reads: Pick<Table, 'get' | 'getMany'>): Table['get'] {
  let waiting: Waiting[] = []
  const send = () => {
    const asked = Map.groupBy(waiting, ({ key }) => nameOf(key))
    waiting = []
    const all = [...asked.values()]
    for (let from = 0; from < all.length; from += mostKeys) void answer(reads, all.slice(from, from + mostKeys))
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(send)
      waiting.push({ key, resolve, reject })
    })
}

/** Each list: those who wait for one key. */
async function answer(reads: Pick<Table, 'get' | 'getMany'>, asked: readonly Waiting[][]): Promise<void> {
  try {
    const keys = asked.flatMap(([one]) => one?.key ?? [])
    const [only, ...more] = keys
    const items =
      only !== undefined && more.length === 0 ? [(await reads.get(only)) ?? []].flat() : await reads.getMany(keys)
    const found = new Map(items.map((item) => [nameOf(item), item]))
    for (const { key, resolve } of asked.flat()) resolve(found.get(nameOf(key)))
  } catch (error) {
    for (const { reject } of asked.flat()) reject(error)
  }
}
