/**
 * T-SUB: operators of four agencies submit at the same time while every sixth call to the table is cut, refused, late or answered with a
 * lie; they click twice, and repeat what they got no answer for. Then: each receipt resolves to its revision and body (I1),
 * revisions are 1..n without a gap and the chain holds (I2), and each edit was received exactly once (P1, P2).
 */
import { afterEach, expect, it } from 'vitest'
import { sha256Hex } from '../../functions/domain/content-hash.ts'
import { Refused } from '../../functions/domain/refusal.ts'
import type { FormCatalogue } from '../../functions/domain/round/form-catalogue.ts'
import { acceptSubmission } from '../../functions/domain/submission/accept-submission.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { Receipt, Submission } from '../../functions/schema/round.ts'
import { createDynamoClient } from '../../functions/store/dynamo-client.ts'
import { createReceipts } from '../../functions/store/receipts.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { createTable, type Table } from '../../functions/store/table.ts'
import { seededRandom } from '../../local/ses/seeded-random.ts'
import { agency, at, round, roundId, settings } from '../store/samples.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { byChance, startFaultProxy } from './fault-proxy.ts'

const seed = Number(process.env.FAULT_SEED ?? 20260210)
const operatorsPerAgency = 3
const editsPerOperator = Number(process.env.EDITS ?? 6)
const agencies = ['dlhk', 'dinsos', 'kec-alak', 'kec-oebobo']
const region = 'kota-kupang'
const now = new Date(at)
const endpoint = useStoreEndpoint('submissions')
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

const text = (id: string) => ({ id, en: id })
const form: FormDefinition = {
  id: 'uji',
  version: 1,
  title: text('Uji'),
  shortTitle: text('UJI'),
  description: text('Uji'),
  fields: [{ type: 'text', id: 'catatan', label: text('Catatan'), required: true, maxLength: 200 }],
  tables: [],
  nilAllowed: false,
}
const forms: FormCatalogue = { definition: async () => form, all: async () => [form] }

type Edit = { agencyId: string; by: string; key: string; answers: Answers }
type Tally = { receipts: Map<string, Receipt>; conflicts: number; replays: number; unanswered: number }

function portsOf(table: Table) {
  const codeKey = 'a test key of more than thirty-two characters'
  return { rounds: createRounds(table), regions: createRegions(table), receipts: createReceipts(table), forms, codeKey }
}
type Ports = ReturnType<typeof portsOf>

it('loses no receipt, doubles no revision and leaves no gap', { timeout: 90_000 }, async () => {
  const plain = portsOf(endpoint().table)
  await seedRound(plain)
  const proxy = await startFaultProxy({
    target: endpoint().endpoint,
    seed,
    choose: byChance({
      resetBefore: 0.03,
      resetAfter: 0.05,
      '500after': 0.05,
      throttle: 0.02,
      truncate: 0.02,
      delay: 0.02,
    }),
  })
  closing.push(proxy.close)
  const client = createDynamoClient({ endpoint: proxy.url, requestMs: 1_000, maxAttempts: 2 })
  const troubled = portsOf(createTable(client, endpoint().tableName))
  const tally: Tally = { receipts: new Map(), conflicts: 0, replays: 0, unanswered: 0 }
  await Promise.all(
    agencies.flatMap((agencyId) =>
      Array.from({ length: operatorsPerAgency }, (_, n) => operate(troubled, tally, `${agencyId}-${n}`, agencyId)),
    ),
  )
  console.log(
    `seed ${seed}: ${tally.receipts.size} receipts, ${tally.conflicts} conflicts, ${tally.replays} replays, ${tally.unanswered} unanswered`,
  )

  const facts = await plain.rounds.load(region, roundId)
  const edits = agencies.length * operatorsPerAgency * editsPerOperator
  expect(tally.receipts.size).toBe(edits)
  expect(tally.unanswered + tally.replays).toBeGreaterThan(edits / 10)
  for (const agencyId of agencies) {
    const own = facts?.submissions.filter((each) => each.agencyId === agencyId) ?? []
    expect(own).toHaveLength(operatorsPerAgency * editsPerOperator)
    expectChain(own)
    for (const submission of own) await expectReceipt(plain, tally, submission)
  }
})

/** One operator's edits, one after the other. Each ends with a receipt. */
async function operate(ports: Ports, tally: Tally, name: string, agencyId: string): Promise<void> {
  const random = seededRandom(seed + name.length * 7 + (name.codePointAt(name.length - 1) ?? 0))
  for (let n = 0; n < editsPerOperator; n++) {
    const key = `${name}-${n}`
    const edit = { agencyId, by: name, key, answers: { fields: { catatan: `Perubahan ${key}` }, rows: {} } }
    const clicks = random() < 0.3 ? 2 : 1
    const receipts = await Promise.all(Array.from({ length: clicks }, () => insist(ports, tally, edit)))
    expect(new Set(receipts.map(({ number }) => number)).size, key).toBe(1)
    tally.receipts.set(key, receipts[0]!)
  }
}

/** Sends until there is a receipt: after a conflict on the new base, after no answer the very same again. */
async function insist(ports: Ports, tally: Tally, edit: Edit): Promise<Receipt> {
  let baseRevision = 0
  for (let tries = 0; tries < 200; tries++) {
    try {
      const work = { region, round: roundId, agencyId: edit.agencyId, formId: form.id }
      const content = { answers: edit.answers }
      const input = { work, by: edit.by, baseRevision, requestKey: edit.key, content }
      const { receipt, replayed } = await acceptSubmission(now, ports, input)
      if (replayed) tally.replays++
      return receipt
    } catch (error) {
      if (!(error instanceof Refused)) tally.unanswered++
      else if (error.refusal.code !== 'revision-conflict') throw error
      else {
        tally.conflicts++
        baseRevision = error.refusal.currentRevision
      }
    }
  }
  throw new Error(`No receipt for ${edit.key}`)
}

function expectChain(submissions: readonly Submission[]): void {
  let chain = ''
  let previous: string | null = null
  for (const [index, { revision, sha256, previousSha256, ...rest }] of submissions.entries()) {
    chain = sha256Hex(`${chain}|${index + 1}|${sha256}`)
    expect({ revision, previousSha256, chain: rest.chain }).toEqual({
      revision: index + 1,
      previousSha256: previous,
      chain,
    })
    previous = sha256
  }
}

async function expectReceipt({ rounds, receipts }: Ports, tally: Tally, submission: Submission): Promise<void> {
  const { requestKey, receiptNumber, revision, agencyId, sha256 } = submission
  expect(tally.receipts.get(requestKey)).toMatchObject({ number: receiptNumber, revision, agencyId, sha256 })
  expect(await receipts.find(receiptNumber)).toMatchObject({ agencyId, revision })
  expect((await rounds.body(region, sha256)).fields.catatan).toBe(`Perubahan ${requestKey}`)
}

async function seedRound({ regions, rounds }: Ports): Promise<void> {
  await regions.reviseSettings(settings(region))
  for (const id of agencies) await regions.reviseAgency(region, agency(id))
  const assignments = agencies.map((agencyId) => ({ agencyId, formId: form.id, formVersion: 1 }))
  await rounds.insertRound(region, round({ assignments }))
}
