/**
 * Budgets out of SIPD: a numbered fact each, its sums beside it under their hash, written first. A signpost names the years, so that
 * they can be told and taken elsewhere without guessing.
 */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Budgets } from '../domain/budgets/budgets.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { sha256Hex } from '../domain/content-hash.ts'
import { type BudgetContent, budgetContentSchema, budgetFactSchema } from '../schema/sipd/budget.ts'
import { bodyKeys } from './body-keys.ts'
import { insertFact, readFact } from './facts.ts'
import { budgetKeys } from './keys.ts'
import type { Table } from './table.ts'

const compress = promisify(gzip)
const expand = promisify(gunzip)
/** As of all bodies: below 300 KB also when nothing in it can be compressed. */
const chunkBytes = 256 * 1024

export function createBudgets(table: Table): Budgets {
  return {
    years: async (region) => (await table.queryAll(budgetKeys.years(region))).map(({ sk }) => Number(sk)),
    list: async (region, year) =>
      (await table.queryAll(budgetKeys.partition(region, year))).map((item) => readFact(budgetFactSchema, item)),
    content: (region, { sha256 }) => readContent(table, region, sha256),
    insert: async (region, fact, content) => {
      await insertContent(table, region, fact.sha256, content)
      await table.insertIfAbsent({ pk: budgetKeys.years(region), sk: budgetKeys.year(fact.year) })
      return (await insertFact(table, budgetKeys.of(region, fact), budgetFactSchema, fact)).inserted
    },
  }
}

async function insertContent(table: Table, region: string, sha256: string, content: BudgetContent): Promise<void> {
  const text = canonicalJson(content)
  if (sha256Hex(text) !== sha256) throw new Error(`The budget's hash is not ${sha256}`)
  const bytes = Buffer.from(text, 'utf8')
  const count = Math.ceil(bytes.length / chunkBytes)
  for (let index = 0; index < count; index++) {
    const data = new Uint8Array(await compress(bytes.subarray(index * chunkBytes, (index + 1) * chunkBytes)))
    await table.insertIfAbsent({
      pk: bodyKeys.partition(region, sha256),
      sk: bodyKeys.chunk(index + 1),
      of: count,
      data,
    })
  }
}

async function readContent(table: Table, region: string, sha256: string): Promise<BudgetContent> {
  const chunks = await table.queryAll(bodyKeys.partition(region, sha256))
  const pieces: Buffer[] = []
  for (const { data } of chunks) if (data instanceof Uint8Array) pieces.push(await expand(data))
  const text = Buffer.concat(pieces).toString('utf8')
  if (sha256Hex(text) !== sha256) throw new Error(`The budget ${sha256} is missing or altered`)
  return budgetContentSchema.parse(JSON.parse(text))
}
