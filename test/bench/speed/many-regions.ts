/**
 * A country's regions, quickly: two are settled through the stores, then the items of the first are written again for each other one, with its
 * id in place of theirs, its mails under their own ids. That the second consists of just what such a copy would have been is looked at each time.
 */
import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { type NoticeIdentity, nidOf } from '../../../functions/domain/notices/plan/nid.ts'
import { dueKeys, noticeKeys } from '../../../functions/store/keys.ts'
import { eachOf, settle, type Town } from './town.ts'

/** As DynamoDB writes it: values by type. */
type Wired = Record<string, Record<string, unknown>>

const regionOf = (index: number) => `kota-bangku-${index}`
/** What one call may write. */
const mostWrites = 25
const progress = 50

/**
 * `count` regions stand afterwards, the town's own among them: `kota-bangku-1` and so on are like it, but for their id. `live`: what the first
 * three have been through when the others are copied.
 */
export async function settleRegions(
  town: Town,
  count: number,
  live: () => Promise<void> = async () => undefined,
): Promise<void> {
  const ask = asking(town.endpoint)
  for (let index = 1; index < Math.min(count, 3); index += 1)
    await settle(town.root, town.deps, { ...town, region: regionOf(index) })
  await live()
  if (count <= 3) {
    if (count === 3) assertAlike(await itemsOf(ask, regionOf(1)), await itemsOf(ask, regionOf(2)))
    return
  }
  const pattern = await itemsOf(ask, regionOf(1))
  const mails = mailsIn(pattern)
  assertAlike(pattern, await itemsOf(ask, regionOf(2)))
  for (let index = 3; index < count; index += 1) {
    const items = pattern.map((item) => copyOf(item, index, mails))
    const calls = Array.from({ length: Math.ceil(items.length / mostWrites) }, (_, call) =>
      items.slice(call * mostWrites, (call + 1) * mostWrites),
    )
    await eachOf(calls, (some) => writeAll(ask, some), 4)
    if (index % progress === 0) console.error(`${index} regions stand`)
  }
}

function copyOf(item: Wired, index: number, mails: Mails): Wired {
  const copy = JSON.parse(JSON.stringify(item).replaceAll(regionOf(1), regionOf(index))) as Wired
  const mail = mails.get(String(item.nid?.S))
  if (mail !== undefined) {
    const [before, nid] = [String(item.nid?.S), nidOf({ ...mail, region: regionOf(index) })]
    const renamed = JSON.parse(JSON.stringify(copy).replaceAll(before, nid)) as Wired
    return renamed.duePk === undefined ? renamed : { ...renamed, duePk: { S: dueKeys.partition(nid) } }
  }
  // A signpost lies under the hash of an address, which names the region.
  if (!String(copy.pk?.S).startsWith('ADDRESS#')) return copy
  const email = `${copy.personId?.S}@${regionOf(index)}.example`
  return { ...copy, pk: { S: `ADDRESS#${createHash('sha256').update(email).digest('hex')}` } }
}

/** Mails by the ids that those of the first copied region have. */
type Mails = ReadonlyMap<string, NoticeIdentity>

/** A mail's id is a hash, of its region among others. */
function mailsIn(items: readonly Wired[]): Mails {
  const mails = items.filter(({ type }) => type?.S === 'notice')
  return new Map(mails.map((item) => [String(item.nid?.S), identityOf(item)]))
}

function identityOf(item: Wired): NoticeIdentity {
  const names = ['kind', 'region', 'scope', 'agencyId', 'formId', 'recipientId', 'slot']
  const identity = Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name].S]] : [])))
  if (nidOf(identity as NoticeIdentity) !== item.nid?.S)
    throw new Error(`No copy can be made of the mail ${item.sk?.S}`)
  return identity as NoticeIdentity
}

function assertAlike(pattern: readonly Wired[], second: readonly Wired[]): void {
  const told = (items: readonly Wired[]) => new Map(items.map((item) => [keyOf(item), withoutChance(item)]))
  const mails = mailsIn(pattern)
  const [copies, settled] = [told(pattern.map((item) => copyOf(item, 2, mails))), told(second)]
  for (const key of new Set([...copies.keys(), ...settled.keys()]))
    if (!isDeepStrictEqual(copies.get(key), settled.get(key)))
      throw new Error(
        `A copy of a region is not like it: ${key}: ${JSON.stringify([copies.get(key), settled.get(key)])}`,
      )
}

/** Reports have ids that nobody foresees. */
function keyOf({ pk, sk, type }: Wired): string {
  const name = String(sk?.S)
  return `${pk?.S} ${noticeKeys.isEvent(name) ? `${name.split('#')[0]} ${type?.S}` : name}`
}

/** When facts moved is an instant of the machine's own, and so is what names a sender, its mail and what is reported of it. */
function withoutChance(item: Wired): Wired {
  const own = /^(moved\d*|token|fence|leftBy|messageId|sentAt|deliveredAt)$/
  const ofReports = noticeKeys.isEvent(String(item.sk?.S)) ? /^(sk|id|at)$/ : /^$/
  const chance = (name: string) => own.test(name) || ofReports.test(name)
  return Object.fromEntries(Object.entries(item).filter(([name]) => !chance(name)))
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
