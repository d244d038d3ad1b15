/** Reads of one item each that are asked for at one moment, as one call. */
import type { Key } from './keys.ts'
import type { Item, Table } from './table.ts'

/** What one call may ask for. An answer ends at 16 MB all the same. */
const mostKeys = 100
type Waiting = { readonly key: Key; resolve(item: Item | undefined): void; reject(error: unknown): void }

const nameOf = ({ pk, sk }: Key) => JSON.stringify([pk, sk])

/** A `get` whose keys of one turn of the event loop go out together. */
export function gatherReads({ getMany }: Pick<Table, 'getMany'>): Table['get'] {
  let waiting: Waiting[] = []
  const send = () => {
    const asked = Map.groupBy(waiting, ({ key }) => nameOf(key))
    waiting = []
    const all = [...asked.values()]
    for (let from = 0; from < all.length; from += mostKeys) void answer(getMany, all.slice(from, from + mostKeys))
  }
  return (key) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) queueMicrotask(send)
      waiting.push({ key, resolve, reject })
    })
}

/** Each list: those who wait for one key. */
async function answer(getMany: Table['getMany'], asked: readonly Waiting[][]): Promise<void> {
  try {
    const found = new Map((await getMany(asked.flatMap(([one]) => one?.key ?? []))).map((item) => [nameOf(item), item]))
    for (const { key, resolve } of asked.flat()) resolve(found.get(nameOf(key)))
  } catch (error) {
    for (const { reject } of asked.flat()) reject(error)
  }
}
