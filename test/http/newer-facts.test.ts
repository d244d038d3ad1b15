/**
 * After a roll-back this release reads what a newer one has written: facts with fields that it does not know, and kinds of facts that it
 * does not know. Each page must say what it says without them, and the schedules must go on.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import { check } from '../../functions/jobs/check.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { noticeKeys } from '../../functions/store/keys.ts'
import type { Item, Table } from '../../functions/store/table.ts'
import { at, finding } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, makeWorld, roundId, useWorld, type World } from './world.ts'

const world = useWorld('http-newer-facts')
const region = 'kota-kupang'
const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
let newer: World

const tomorrow = { at: '2027-01-01T00:00:00.000Z', words: ['besok'] }
const withField = <Found extends Item | undefined>(item: Found): Found => item && { ...item, fromTomorrow: tomorrow }

/** The table as a newer release would have left it. */
function leftByNewer(table: Table): Table {
  return {
    ...table,
    get: async (key) => withField(await table.get(key)),
    async *query(pk, range = {}) {
      for await (const item of table.query(pk, range)) yield withField(item)
      yield* unknownKinds(pk, range)
    },
    queryAll: async (pk, range = {}) => [
      ...(await table.queryAll(pk, range)).map(withField),
      ...unknownKinds(pk, range),
    ],
  }
}

/** New kinds of facts come where there are many kinds; a partition of one kind stays of one kind, or an older release could not read it. */
const ofManyKinds = /^(ROUND|REGION|NOTICES)#/

/** Where a whole partition is read, all in it is read. */
function unknownKinds(pk: string, { prefix, below }: { prefix?: string; below?: string }): Item[] {
  const item = { pk, sk: 'NEWKIND#0001', kind: 'letter-by-post', at: tomorrow.at, by: 'system', content: tomorrow }
  return ofManyKinds.test(pk) && prefix === undefined && (below === undefined || item.sk < below) ? [item] : []
}

beforeAll(async () => {
  const { deps } = world()
  const [own, coordinator] = [await world().as('op-perikanan'), await world().as('koordinator')]
  const json = (answer: Response, status: number) => expect(answer.status, answer.url).toBe(status)
  json(await own.put(`${work}/draft`, { formVersion: 1, answers: answers() }, { 'if-match': '"v0-r0"' }), 200)
  const headers = { 'if-match': '"0"', 'idempotency-key': 'a-key-of-tests' }
  json(await own.post(`${work}/submissions`, { answers: answers() }, headers), 201)
  const comments = [{ pointer: '/fields/nomor', text: 'Nomor belum lengkap.' }]
  const review = { revision: 1, decision: 'return', comments, dueOn: '2026-02-13' }
  json(await coordinator.post(`${work}/review`, review), 201)
  const note = { revision: 1, requestKey: 'a-note-of-tests', text: 'Periksa lagi.' }
  json(await coordinator.post(`${work}/notes`, note), 201)
  const asked = { agencyId: 'perikanan', days: 2, reason: 'Listrik padam dua hari di kantor.' }
  json(await own.post(`/api/rounds/${roundId}/extension-requests`, asked), 201)
  json(await coordinator.post(`/api/rounds/${roundId}/extension-requests/1/decision`, { decision: 'grant' }), 200)
  await deps.rounds.putFinding(region, roundId, { ...finding('perikanan'), formId: 'uji' })
  json(await coordinator.post(`/api/rounds/${roundId}/rehearsals`), 201)
  newer = makeWorld(leftByNewer(world().table))
})

const fill = (path: string) =>
  path
    .replace('{round}', roundId)
    .replace('{year}', '2026')
    .replace('{stage}/{number}', 'murni/1')
    .replace('{agency}', 'perikanan')
    .replace('{form}', 'uji')
    .replace('/export.csv', '/export.csv?form=uji')
    .replace('{district}', 'kec-uji')
    .replace('{list}', 'sub-kegiatan')
    .replace('{directory}', 'people')
    .replace(/\{(version|revision)\}/, '1')
    .replace('{person}', 'op-perikanan')
    .replace(/\{\w+\}/g, 'tidak-ada')

/** Its status and words; files are told by their status, for they hold the moment at which they were made. */
async function said(browser: Browser, path: string): Promise<string> {
  const answer = await browser.get(path)
  const isText = /json|csv|calendar/.test(answer.headers.get('content-type') ?? '')
  return `${answer.status} ${isText ? (await answer.text()).replaceAll(/"requestId":"[^"]*"/g, '') : ''}`
}

describe('facts of a newer release', () => {
  it.each(['op-perikanan', 'koordinator', 'viewer'])('change no page of %s', async (person) => {
    const [plain, ahead] = [await world().as(person), await newer.as(person)]
    const paths = operationsOf(openApiDocument(world().app as never)).flatMap(({ method, path }) =>
      method === 'GET' && !/sessions|health|file-access/.test(path) ? [fill(path)] : [],
    )
    const before = await Promise.all(paths.map(async (path) => `${path} ${await said(plain, path)}`))
    const after = await Promise.all(paths.map(async (path) => `${path} ${await said(ahead, path)}`))
    expect(after).toEqual(before)
    expect(before.filter((line) => / 200 /.test(line)).length).toBeGreaterThan(15)
  })

  it('keep no schedule from its work', async () => {
    const { regions, rounds, notices: ledger, forms, budgets } = newer.deps
    const time = at(13, '08:00').toISOString()
    expect((await plan({ regions, rounds, ledger }, { time })).inserted).toBeGreaterThan(0)
    expect(await check({ regions, rounds, forms, budgets }, { time })).toMatchObject({ unchanged: expect.any(Number) })
  })

  it('of a kind of mail that is not known yet are left waiting for the newer release', async () => {
    const { table, deps } = world()
    const { regions, rounds, notices } = deps
    const ports = { regions, rounds, ledger: notices }
    await plan(ports, { time: at(11, '10:00').toISOString() })
    const known = (await notices.list(region, roundId)).find(({ state }) => state === 'planned')
    if (known === undefined) throw new Error('nothing was planned')
    const stored = (await table.get(noticeKeys.of(known))) as Item
    const key = { ...known, nid: 'Z'.repeat(26) }
    await table.insertIfAbsent({ ...stored, ...noticeKeys.of(key), nid: key.nid, kind: 'letter-by-post' })
    expect((await deps.notices.list(region, roundId)).map(({ nid }) => nid)).not.toContain(key.nid)
    expect(await deps.notices.get(key)).toBeUndefined()
    expect(await table.get(noticeKeys.of(key))).toMatchObject({ state: 'planned', kind: 'letter-by-post' })
  })
})
