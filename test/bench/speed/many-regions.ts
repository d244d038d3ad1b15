/**
 * A country's regions, quickly: two are settled through the stores, then the items of the first are written again for each other one, with its
 * id in place of theirs. That the second consists of just what such a copy would have been is looked at each time.
 */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { eachOf, settle, type Town } from './town.ts'

/** As DynamoDB writes it: values by type. */
type Wired = Record<string, Record<string, unknown>>

const regionOf = (index: number) => `kota-bangku-${index}`
/** What one call may write. */
const mostWrites = 25
const progress = 50

/** `count` regions stand afterwards, the town's own among them: `kota-bangku-1` and so on are like it, but for their id. */
export async function settleRegions(town: Town, count: number): Promise<void> {
  const ask = asking(town.endpoint)
  for (let index = 1; index < Math.min(count, 3); index += 1)
    await settle(town.root, town.deps, { ...town, region: regionOf(index) })
  if (count <= 3) {
    if (count === 3) assertAlike(await itemsOf(ask, regionOf(1)), await itemsOf(ask, regionOf(2)))
    return
  }
  const pattern = await itemsOf(ask, regionOf(1))
  assertAlike(pattern, await itemsOf(ask, regionOf(2)))
  for (let index = 3; index < count; index += 1) {
    const items = pattern.map((item) => copyOf(item, index))
    const calls = Array.from({ length: Math.ceil(items.length / mostWrites) }, (_, call) =>
      items.slice(call * mostWrites, (call + 1) * mostWrites),
    )
    await eachOf(calls, (some) => writeAll(ask, some), 4)
    if (index % progress === 0) console.error(`${index} regions stand`)
  }
}

function copyOf(item: Wired, index: number): Wired {
  const copy = JSON.parse(JSON.stringify(item).replaceAll(regionOf(1), regionOf(index))) as Wired
  // A signpost lies under the hash of an address, which names the region.
  if (!String(copy.pk?.S).startsWith('ADDRESS#')) return copy
  const email = `${copy.personId?.S}@${regionOf(index)}.example`
  return { ...copy, pk: { S: `ADDRESS#${createHash('sha256').update(email).digest('hex')}` } }
}

function assertAlike(pattern: readonly Wired[], second: readonly Wired[]): void {
  const told = (items: readonly Wired[]) =>
    new Map(items.map((item) => [`${item.pk?.S} ${item.sk?.S}`, { ...item, ...undated(item) }]))
  const [copies, settled] = [told(pattern.map((item) => copyOf(item, 2))), told(second)]
  for (const key of new Set([...copies.keys(), ...settled.keys()]))
    if (!isDeepStrictEqual(copies.get(key), settled.get(key)))
      throw new Error(`A copy of a region is not like it: ${key}`)
}

/** When facts moved is an instant of the machine's own. */
function undated(item: Wired): Wired {
  return Object.fromEntries(Object.keys(item).flatMap((name) => (/^moved\d*$/.test(name) ? [[name, { N: '0' }]] : [])))
}

type Ask = (action: string, input: object) => Promise<Record<string, unknown>>

/** The emulator looks at no signature, but wants one. */
function asking(endpoint: string): Ask {
  const headers = {
    'content-type': 'application/x-amz-json-1.0',
    'x-amz-date': '20260101T000000Z',
    authorization:
      'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
  }
  return async (action, input) => {
    const answer = await fetch(endpoint, {
      method: 'POST',
      headers: { ...headers, 'x-amz-target': `DynamoDB_20120810.${action}` },
      body: JSON.stringify(input),
    })
    if (!answer.ok) throw new Error(`${action}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as Record<string, unknown>
  }
}

/** All that names the region; signposts name it beside the hash of an address. */
async function itemsOf(ask: Ask, region: string): Promise<Wired[]> {
  const items: Wired[] = []
  let from: unknown
  do {
    const page = await ask('Scan', { TableName: 'bench', ...(from === undefined ? {} : { ExclusiveStartKey: from }) })
    items.push(...((page.Items ?? []) as Wired[]).filter((item) => JSON.stringify(item).includes(region)))
    from = page.LastEvaluatedKey
  } while (from !== undefined)
  return items
}

async function writeAll(ask: Ask, items: readonly Wired[]): Promise<void> {
  let requests = items.map((Item) => ({ PutRequest: { Item } }))
  while (requests.length > 0) {
    const answer = await ask('BatchWriteItem', { RequestItems: { bench: requests } })
    requests = (answer.UnprocessedItems as { bench?: typeof requests }).bench ?? []
  }
}
