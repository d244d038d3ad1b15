/**
 * Personal data end: for one person who asks, and for all when a region has kept them as long as it keeps them. Afterwards the whole
 * table is read, packed bodies too, and nothing of the person is left; chains, receipts and sums still verify.
 */
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentHash, sha256Hex } from '../../functions/domain/content-hash.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { insertBody } from '../../functions/store/bodies.ts'
import { createDeletion } from '../../functions/store/deletion.ts'
import { createTable } from '../../functions/store/table.ts'
import { fromAttributes } from '../../functions/store/wire/attributes.ts'
import type { Page } from '../../functions/store/wire/calls.ts'
import { person, settings } from '../fixtures/region.ts'
import { at, review, round } from '../fixtures/round.ts'
import { makeWorld, roundId, seed, type World } from '../http/world.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { opsOver } from './ops-world.ts'

const w = (text: string) => ({ id: text, en: text })
const form: FormDefinition = {
  id: 'orang',
  version: 1,
  title: w('Formulir orang'),
  shortTitle: w('ORG'),
  description: w('Uji'),
  nilAllowed: true,
  fields: [
    { id: 'nama', type: 'text', label: w('Nama'), required: true, purpose: 'name', maxLength: 80 },
    { id: 'telepon', type: 'text', label: w('Telepon'), required: true, purpose: 'tel', maxLength: 25 },
    { id: 'surel', type: 'text', label: w('Surel'), required: true, purpose: 'email', maxLength: 80 },
    { id: 'catatan', type: 'text', label: w('Catatan'), required: false, maxLength: 200 },
  ],
  tables: [
    {
      id: 'baris',
      title: w('Baris'),
      minRows: 0,
      maxRows: 10,
      fields: [{ id: 'pagu', type: 'rupiah', label: w('Pagu'), required: true, total: true }],
    },
  ],
}
const region = 'kota-kupang'
const asked = { name: 'Yohana Kenari-Lodo', email: 'yohana.kenari@perikanan.example', phone: '0812-7777-1234' }
const left = /kenari|lodo|7777.?1234|81277771234/i

const useTable = (name: string) => {
  const store = useStoreEndpoint(name)
  return () => {
    const { client, tableName } = store()
    return { client, tableName, table: createTable(client, tableName), deletion: createDeletion(client, tableName) }
  }
}
const one = useTable('ops-person')
const all = useTable('ops-retention')

const fields = (note: string) => ({
  nama: asked.name,
  telepon: '+62 812 7777 1234',
  surel: asked.email.toUpperCase(),
  catatan: note,
})
const other = { nama: 'Orang Lain', telepon: '0811-2222-3333', surel: 'lain@dinsos.example' }
const rows = { baris: [{ rowKey: 'R1', cells: { pagu: 5_000 } }] }
const work = (agency: string) => `/api/rounds/${roundId}/agencies/${agency}/forms/orang`
const base = (tag: string) => ({ 'if-match': tag, 'idempotency-key': `kunci-${tag}` })

/** Submissions and drafts of two agencies, a mention in texts, a bounced mail, sessions, and a body of an older release. */
async function live(world: World): Promise<void> {
  const { deps } = world
  await seed(deps, [form])
  await deps.regions.revisePerson(
    region,
    person('op-perikanan', ['perikanan'], { ...asked, email: 'lama.kenari@perikanan.example' }),
  )
  await deps.regions.revisePerson(region, person('op-perikanan', ['perikanan'], asked))
  const own = await world.as('op-perikanan')
  const others = await world.as('op-dinsos')
  const send = async (browser: typeof own, agency: string, tag: string, answers: object) => {
    const answer = await browser.post(`${work(agency)}/submissions`, { answers: { fields: answers, rows } }, base(tag))
    expect(answer.status, await answer.clone().text()).toBe(201)
  }
  await send(own, 'perikanan', '"0"', fields('Satu'))
  await send(own, 'perikanan', '"1"', fields('Hubungi Yohana Kenari-Lodo di 0812 7777 1234'))
  await send(others, 'dinsos', '"0"', { ...other, catatan: 'Salinan dari yohana.kenari@perikanan.example' })
  for (const note of ['Draf', 'Draf lagi']) {
    const { headers } = await own.get(`${work('perikanan')}/draft`)
    const draft = { formVersion: 1, answers: { fields: fields(note), rows } }
    const saved = await own.put(`${work('perikanan')}/draft`, draft, { 'if-match': headers.get('etag') ?? '' })
    expect(saved.status).toBe(200)
  }
  const plain = { fields: fields('Lama'), rows }
  const sha256 = contentHash(plain)
  const latest = (await deps.rounds.load(region, roundId))?.submissions.findLast(
    ({ agencyId }) => agencyId === 'perikanan',
  )
  const chain = sha256Hex(`${latest?.chain}|3|${sha256}`)
  const receiptNumber = 'LAMA-1'
  await deps.receipts.post(receiptNumber, {
    region,
    round: roundId,
    agencyId: 'perikanan',
    formId: 'orang',
    revision: 3,
  })
  const older = {
    ...latest!,
    revision: 3,
    at: at(11, '12:00').toISOString(),
    sha256,
    chain,
    receiptNumber,
    requestKey: 'lama-lama',
  }
  expect((await deps.rounds.insertSubmission(region, roundId, older, plain)).inserted).toBe(true)
  const comments = [{ pointer: '/fields/nama', text: 'Yohana Kenari-Lodo belum menjawab surel.' }]
  await deps.rounds.insertReview(region, roundId, {
    ...review('perikanan', at(11, '13:00'), { revision: 3, decision: 'return' }),
    formId: 'orang',
    comments,
  })
  await deps.regions.markMailbox(region, {
    personId: 'op-perikanan',
    email: asked.email,
    state: 'bounced',
    at: at(11, '14:00').toISOString(),
    nid: 'N'.repeat(26),
  })
}

/** All texts of the table, packed ones unpacked; in pages, for a scan of DynamoDB has them. */
async function everything({ client, tableName }: ReturnType<ReturnType<typeof useTable>>): Promise<string[]> {
  const texts: string[] = []
  let from: Page['LastEvaluatedKey']
  do {
    const page: Page = await client.call('Scan', {
      TableName: tableName,
      ConsistentRead: true,
      ExclusiveStartKey: from,
    })
    for (const marshalled of page.Items ?? []) {
      const { data, ...item } = fromAttributes(marshalled)
      texts.push(JSON.stringify(item) + (data instanceof Uint8Array ? gunzipSync(data).toString() : ''))
    }
    from = page.LastEvaluatedKey
  } while (from)
  return texts
}
const traces = async (place: ReturnType<ReturnType<typeof useTable>>) =>
  (await everything(place)).filter((text) => left.test(text))

describe('a person who asks to be erased', () => {
  let world: World
  let ops: ReturnType<typeof opsOver>['ops']
  beforeAll(async () => {
    world = makeWorld(one().table, [form])
    await live(world)
    ops = opsOver(one().table, { now: at(12, '10:00'), forms: world.deps.forms, deletion: one().deletion }).ops
  })

  it('is first given a copy of everything', async () => {
    const { printed } = await ops('person', 'copy', region, 'op-perikanan', '--json')
    const found = JSON.parse(printed) as { what: string }[]
    const kinds = new Set(found.map(({ what }) => what))
    for (const kind of ['personal answers', 'bodies of answers', 'facts of rounds', 'facts of the region', 'drafts'])
      expect(kinds).toContain(kind)
    expect(printed).not.toContain('"hash"')
  })

  it('is put out before', async () => {
    const { status, said } = await ops('person', 'erase', region, 'op-perikanan', '--yes')
    expect([status, said]).toEqual([1, expect.stringContaining('person-enabled')])
    await world.deps.regions.revisePerson(region, person('op-perikanan', ['perikanan'], { ...asked, disabled: true }))
  })

  it('is shown what would go, and nothing has gone', async () => {
    const before = await everything(one())
    const { printed } = await ops('person', 'erase', region, 'op-perikanan')
    expect(printed).toContain('Nothing was written')
    expect(await everything(one())).toEqual(before)
  })

  it('is found nowhere any more, in no body, draft, fact, report or signpost', async () => {
    expect((await traces(one())).length).toBeGreaterThan(10)
    expect((await ops('person', 'erase', region, 'op-perikanan', '--yes')).status).toBe(0)
    expect(await traces(one())).toEqual([])
    expect((await ops('person', 'erase', region, 'op-perikanan', '--yes')).status).toBe(0)
    expect(JSON.stringify(world.logs)).not.toMatch(left)
  })

  it('leaves chains, receipts and sums that verify, and everybody else’s answers', async () => {
    const { printed, status } = await ops('region', 'verify', region)
    expect([status, printed]).toEqual([0, expect.not.stringContaining('damaged')])
    const reader = await world.as('koordinator')
    const detail = async (agency: string, revision: number) =>
      (await reader.get(`${work(agency)}/submissions/${revision}`)).json()
    // What was erased says so; it was not left unanswered.
    const gone = { nama: '[dihapus]', surel: '[dihapus]', telepon: '[dihapus]' }
    expect((await detail('perikanan', 1)).answers).toEqual({ fields: { catatan: 'Satu', ...gone }, rows })
    expect((await detail('perikanan', 2)).answers.fields.catatan).toBe('Hubungi [dihapus] di [dihapus]')
    expect((await detail('perikanan', 3)).submission.totals).toEqual({ 'baris.pagu': 5_000 })
    expect((await detail('dinsos', 1)).answers.fields).toMatchObject(other)
    const [first] =
      (await world.deps.rounds.load(region, roundId))?.submissions.filter(({ agencyId }) => agencyId === 'perikanan') ??
      []
    const proof = await (await world.browser().get(`/api/receipts/${first?.receiptNumber}`)).json()
    expect(proof).toMatchObject({ revision: 1, sha256: first?.sha256 })
    expect((await reader.get(`${work('perikanan')}/submissions/1/canonical.json`)).status).toBe(200)
    expect((await reader.get(`${work('perikanan')}/submissions/3/canonical.json`)).status).toBe(404)
    const board = await reader.get(`/api/rounds/${roundId}/completeness`)
    expect(board.status).toBe(200)
  })

  it('leaves a form that can be filled in and sent again by whoever comes after', async () => {
    await world.deps.regions.revisePerson(region, person('op-baru', ['perikanan']))
    const next = await world.as('op-baru')
    const draft = await next.get(`${work('perikanan')}/draft`)
    expect(draft.status).toBe(200)
    expect((await next.get(`${work('perikanan')}/workbook`)).status).toBe(200)
    const answers = { fields: { ...other, catatan: 'Baru' }, rows }
    expect((await next.post(`${work('perikanan')}/submissions`, { answers }, base('"3"'))).status).toBe(201)
  })
})

describe('what a region has kept as long as it keeps it', () => {
  let world: World
  const opsAt = (now: Date) => opsOver(all().table, { now, forms: world.deps.forms, deletion: all().deletion }).ops
  const later = (text: string) => new Date(text)
  beforeAll(async () => {
    world = makeWorld(all().table, [form])
    await live(world)
    await world.deps.rounds.insertRound(
      region,
      round(['dinsos'], { id: 'putaran-baru', opensOn: '2027-02-01', targetOn: '2027-02-10', closesOn: '2027-02-20' }, [
        'uji',
      ]),
    )
  })

  /** As an older release left it when its draft was saved over. */
  const superseded = { fields: { ...fields('Lama sekali'), telepon: '0811-2222' }, rows }
  const bodyOf = (sha256: string) => all().table.queryAll(`BODY#${region}#${sha256}`)

  it('stays for two years after the close', async () => {
    const sha256 = contentHash(superseded)
    const key = { region, round: roundId, agencyId: 'perikanan', formId: 'uji' }
    await insertBody(all().table, { work: key, sha256 }, superseded)
    const { printed } = await opsAt(later('2028-02-17T15:00:00Z'))('retention', 'end', '--yes', '--json')
    expect(JSON.parse(printed)).toMatchObject([{ region, years: 2, rounds: {}, people: [] }, { rounds: {} }])
    expect((await traces(all())).length).toBeGreaterThan(10)
  })

  it('then goes: answers about persons and drafts; what is hashed, received and summed stays', async () => {
    const ended = later('2028-02-17T17:00:00Z')
    const tried = await opsAt(ended)('retention', 'end', region)
    expect(tried.printed).toContain('personal answers')
    expect((await opsAt(ended)('retention', 'end', region, '--yes')).status).toBe(0)
    // The person works on, and so do texts in which people wrote about each other; answers about persons are gone.
    const rest = (await everything(all())).filter((text) => /lain@dinsos|0811-2222|"telepon":"/.test(text))
    expect(rest).toEqual([])
    expect(await bodyOf(contentHash(superseded))).toEqual([])
    const facts = await world.deps.rounds.load(region, roundId)
    for (const { sha256 } of facts?.submissions ?? []) expect(await bodyOf(sha256)).not.toEqual([])
    expect(facts?.drafts).toEqual([])
    expect(facts?.submissions.map(({ totals }) => totals['baris.pagu'])).toEqual([5_000, 5_000, 5_000, 5_000])
    expect((await opsAt(ended)('region', 'verify', region)).status).toBe(0)
    const again = await opsAt(ended)('retention', 'end', region, '--json')
    expect(JSON.parse(again.printed)).toMatchObject([{ rounds: {} }])
  })

  it('is kept longer or shorter where the region says so', async () => {
    await world.deps.regions.reviseSettings({ ...settings, retentionYears: 5 })
    const { printed } = await opsAt(later('2030-01-01T00:00:00Z'))('retention', 'end', region, '--json')
    expect(JSON.parse(printed)).toMatchObject([{ years: 5, rounds: {} }])
    const now = await opsAt(later('2033-01-01T00:00:00Z'))('retention', 'end', region, '--json')
    expect(Object.keys(JSON.parse(now.printed)[0].rounds)).toEqual(['putaran-baru'])
  })

  it('ends for people who were put out as long ago', async () => {
    await world.deps.regions.revisePerson(region, {
      ...person('op-perikanan', ['perikanan'], { ...asked, disabled: true }),
      at: '2027-03-01T00:00:00.000Z',
    })
    const run = async (now: string) =>
      JSON.parse((await opsAt(later(now))('retention', 'end', region, '--yes', '--json')).printed)
    expect((await run('2032-02-01T00:00:00Z'))[0].people).toEqual([])
    expect((await run('2032-03-02T00:00:00Z'))[0].people).toEqual(['op-perikanan'])
    expect(await traces(all())).toEqual([])
  })
})
