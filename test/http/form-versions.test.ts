/** A form of a running round moves to its next version and back: who is asked what, and what becomes of what was answered. */
import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { plan } from '../../functions/domain/notices/plan.ts'
import { agency, person } from '../fixtures/region.ts'
import { at, round as roundOf } from '../fixtures/round.ts'
import { answersOne, answersTwo, versionOne, versionTwo } from '../fixtures/two-versions.ts'
import type { Browser } from './browser.ts'
import { useWorld } from './world.ts'

vi.setConfig({ testTimeout: 60_000 })
const world = useWorld('http-form-versions', [versionOne])
const agencies = ['v-kosong', 'v-draf', 'v-kirim', 'v-setuju']
const base = '/api/rounds/versi-1'
const work = (agencyId: string) => `${base}/agencies/${agencyId}/forms/versi`
let coordinator: Browser
const op = (agencyId: string) => world().as(`op-${agencyId}`)

const move = async (to: number, more: object = {}, dryRun = false) => {
  const answer = await coordinator.post(`${base}/form-versions${dryRun ? '?dryRun=1' : ''}`, {
    formId: 'versi',
    to,
    sent: 'keep',
    reason: 'Pertanyaan salah.',
    ...more,
  })
  return { status: answer.status, body: await answer.json() }
}
const save = async (agencyId: string, tag: string, body: object) =>
  (await op(agencyId)).put(`${work(agencyId)}/draft`, body, { 'if-match': tag })
const submit = async (agencyId: string, revision: number, body: object, key = `kunci-${agencyId}-${revision}`) =>
  (await op(agencyId)).post(`${work(agencyId)}/submissions`, body, {
    'if-match': `"${revision}"`,
    'idempotency-key': key,
  })
const draft = async (agencyId: string) => (await (await op(agencyId)).get(`${work(agencyId)}/draft`)).json()
const assignment = async (agencyId: string) => {
  const { assignments } = await (await coordinator.get(`${base}/assignments`)).json()
  return assignments.find((each: { agencyId: string }) => each.agencyId === agencyId)
}

beforeAll(async () => {
  const { regions, rounds, publishedForms } = world().deps
  for (const id of agencies) {
    await regions.reviseAgency('kota-kupang', agency(id))
    await regions.revisePerson('kota-kupang', person(`op-${id}`, [id]))
  }
  await publishedForms.insert({
    at: at(10, '08:00').toISOString(),
    by: 'koordinator',
    region: 'kota-kupang',
    definition: versionTwo,
  })
  await rounds.insertRound('kota-kupang', roundOf(agencies, { id: 'versi-1' }, ['versi']))
  coordinator = await world().as('koordinator')
})

describe('a form of a running round', () => {
  it('is not moved by an edit of the assignments, which says where it is', async () => {
    const { revisions } = await (await coordinator.get(`${base}/revisions`)).json()
    const assignments = agencies.map((agencyId) => ({ agencyId, formId: 'versi', formVersion: 2 }))
    const answer = await coordinator.put(base, { ...revisions[0], assignments }, { 'if-match': '"1"' })
    expect(await answer.json()).toMatchObject({ status: 422, errors: [{ code: 'version-by-move' }] })
  })

  it('is shown before it is moved: the changes, for whom, and what finds no place', async () => {
    expect((await save('v-draf', '"v0-r0"', { formVersion: 1, answers: answersOne('draf') })).status).toBe(200)
    const valid = { ...answersOne(), rows: { baris: [] } }
    for (const id of ['v-kirim', 'v-setuju']) expect((await submit(id, 0, { answers: valid })).status).toBe(201)
    const review = { revision: 1, decision: 'accept', comments: [] }
    expect((await coordinator.post(`${work('v-setuju')}/review`, review)).status).toBe(201)
    const { body } = await move(2, { sent: 'ask-again' }, true)
    expect(body).toMatchObject({ revision: 1, errors: [] })
    expect(body.from).toHaveLength(1)
    expect(body.from[0].changes.map(({ kind }: { kind: string }) => kind)).toContain('reworded')
    expect(body.from[0].places).toEqual([
      { agencyId: 'v-kosong', state: 'not-begun', left: 0 },
      { agencyId: 'v-draf', state: 'draft', left: 5 },
      { agencyId: 'v-kirim', state: 'sent', left: 3 },
      { agencyId: 'v-setuju', state: 'sent', left: 3 },
    ])
    expect((await coordinator.get(`${base}/revisions`)).headers.get('etag')).toBe('"1"')
  })

  it('is refused in words where the request means nothing', async () => {
    const codes = async (to: number, more: object) =>
      (await move(to, more)).body.errors.map(({ code }: { code: string }) => code)
    expect(await codes(7, {})).toEqual(['unknown-form'])
    expect(await codes(1, {})).toEqual(['nothing-to-move'])
    expect(await codes(2, { reason: ' ' })).toEqual(['required'])
    expect(await codes(2, { agencyIds: ['dinsos'] })).toEqual(['unknown-agency'])
    expect(await codes(2, { mapping: { tambahan: 'tiada' } })).toEqual(['mapping-unknown'])
    expect(await codes(2, { mapping: { tambahan: 'lama' } })).toEqual(['mapping-type'])
    expect((await move(2, { entah: 1 })).status).toBe(400)
    const operator = await op('v-draf')
    const answer = await operator.post(`${base}/form-versions`, { formId: 'versi', to: 2, sent: 'keep', reason: 'x' })
    expect(answer.status).toBe(403)
  })

  it('moves for some: their draft is carried over, what has no place stays to be read', async () => {
    const { status, body } = await move(2, { agencyIds: ['v-draf'] })
    expect([status, body.revision]).toEqual([201, 2])
    expect(body.move).toMatchObject({ formId: 'versi', to: 2, agencyIds: ['v-draf'], sent: 'keep' })
    const carried = await draft('v-draf')
    expect(carried).toMatchObject({ formVersion: 2, version: 1, answers: { fields: { baru: 'Posyandu', jumlah: 40 } } })
    expect(carried.left.map(({ pointer }: { pointer: string }) => pointer)).toContain('/fields/buang')
    expect(await assignment('v-draf')).toMatchObject({ formVersion: 2, status: 'draft' })
    expect(await assignment('v-kosong')).toMatchObject({ formVersion: 1 })
    const stale = await save('v-draf', '"v1-r0"', { formVersion: 1, answers: answersOne('basi') })
    expect(await stale.json()).toMatchObject({ code: 'form-version-conflict', currentVersion: 2 })
    const late = await submit('v-draf', 0, { formVersion: 1, answers: answersOne('basi') })
    expect(await late.json()).toMatchObject({ code: 'form-version-conflict' })
  })

  it('goes back whole while nobody has sent in the new version', async () => {
    const typed = { ...(await draft('v-draf')).answers, fields: { nomor: 'baru', tambahan: 3 } }
    expect((await save('v-draf', '"v1-r0"', { formVersion: 2, answers: typed })).status).toBe(200)
    expect((await draft('v-draf')).left).toHaveLength(5)
    expect((await move(1, { agencyIds: ['v-draf'] })).status).toBe(201)
    const back = await draft('v-draf')
    expect(back).toMatchObject({
      formVersion: 1,
      answers: { fields: { nomor: 'baru', buang: 'Catatan', lama: 'Posyandu' } },
    })
    expect(back.left.map(({ pointer }: { pointer: string }) => pointer)).toContain('/fields/tambahan')
  })

  it('asks sent work again where the coordinator says so, accepted work too, and keeps it otherwise', async () => {
    expect((await move(2, { agencyIds: ['v-kirim', 'v-setuju'], sent: 'ask-again' })).status).toBe(201)
    expect((await move(2)).status).toBe(201)
    for (const id of ['v-kirim', 'v-setuju'])
      expect(await assignment(id)).toMatchObject({ status: 'returned', formVersion: 2, sentVersion: 1, open: true })
    const { reviews } = await (await (await op('v-setuju')).get(`${work('v-setuju')}/submissions`)).json()
    expect(reviews.at(-1)).toMatchObject({ decision: 'return', comments: [{ text: 'Pertanyaan salah.' }] })
    const again = await draft('v-kirim')
    expect(again).toMatchObject({ formVersion: 2, baseRevision: 1, answers: { fields: { baru: 'Posyandu' } } })
    // A repetition of what was received before the move still gets its receipt.
    const valid = { ...answersOne(), rows: { baris: [] } }
    const repeated = await submit('v-kirim', 0, { formVersion: 1, answers: valid })
    expect([repeated.status, (await repeated.json()).revision]).toEqual([200, 1])
  })

  it('does not go back once somebody has sent in the new version, and throws away only when told', async () => {
    expect((await submit('v-kirim', 1, { formVersion: 2, answers: answersTwo() })).status).toBe(201)
    expect(await assignment('v-kirim')).toMatchObject({ status: 'submitted', sentVersion: 2 })
    const { body } = await move(1)
    expect(body.errors).toMatchObject([{ code: 'sent-on-version', detail: expect.stringContaining('V-kirim') }])
    const now = await draft('v-draf')
    expect(now.left.length).toBeGreaterThan(0)
    const put = await save('v-draf', '"v2-r0"', { formVersion: 2, answers: now.answers, discardLeft: true })
    expect(put.status).toBe(200)
    expect((await draft('v-draf')).left).toBeUndefined()
  })

  it('tells whom it concerns by mail: what changed, and what becomes of their work', async () => {
    const { regions, rounds, compose } = world().deps
    const now = world().clock.now
    const [region, facts] = await Promise.all([regions.load('kota-kupang'), rounds.load('kota-kupang', 'versi-1')])
    const state = { region: region!, rounds: [facts!] }
    const mails = plan(now, state).filter(({ kind }) => kind === 'form-moved')
    const composed = await Promise.all(
      mails.map((planned) =>
        compose(now, { ...planned, plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: '1' }, state),
      ),
    )
    const told = composed.flatMap((each) =>
      each.outcome === 'mail' && each.content.kind === 'form-moved' ? [each.content] : [],
    )
    const workOf = (name: string) =>
      told.filter(({ agencies: all }) => all[0]?.name === name).map(({ agencies: all }) => all[0]?.work)
    expect(workOf('Dinas V-kosong')).toEqual([expect.stringContaining('belum mulai')])
    expect(workOf('Dinas V-draf')).toEqual([expect.stringContaining('draf Anda dibawa serta')])
    expect(workOf('Dinas V-setuju')).toEqual([expect.stringContaining('kirim lagi')])
    expect(told[0]?.changes.map(({ what }) => what).join()).toContain(
      'semula “Jumlah balita”, sekarang “Jumlah baduta”',
    )
    const returned = plan(now, state).filter(({ kind, agencyId }) => kind === 'returned' && agencyId?.startsWith('v-'))
    expect(returned).toEqual([])
  })

  it('is in the results with both versions: a column of versions, old questions with theirs in the head, old words of choices', async () => {
    const csv = async (part: string) =>
      parseCsv(await (await coordinator.get(`${base}/export.csv?form=versi&part=${part}`)).text(), { delimiter: ';' })
    const [head, ...rows] = await csv('isian')
    expect(head).toEqual(
      ['agencyId', 'agency', 'revision', 'receipt', 'version', 'nil'].concat([
        'nomor',
        'jumlah',
        'baru',
        'tanggal',
        'sumber',
        'tambahan',
        'tanggal_2',
        'buang',
      ]),
    )
    const of = (agencyId: string) => {
      const row = rows.find((each) => each[0] === agencyId) ?? []
      return Object.fromEntries((head ?? []).map((name, index) => [name, row[index]]))
    }
    expect(of('v-setuju')).toMatchObject({
      version: '1',
      baru: 'Posyandu',
      tanggal: '',
      tanggal_2: '3 Februari',
      buang: 'Catatan',
    })
    expect(of('v-kirim')).toMatchObject({ version: '2', baru: 'Posyandu', tambahan: '1', buang: '' })
    const workbook = await coordinator.get(`${base}/export.xlsx`)
    const { sheets } = await readXlsx(new Uint8Array(await workbook.arrayBuffer()))
    const text = JSON.stringify(sheets.find(({ name }) => name === 'FV isian umum')?.rows)
    expect(text).toContain('Tidak ditanya lagi (versi 1)')
    // A choice that the new version no longer has keeps its words.
    expect(text).toContain('APBN')
    expect(JSON.stringify(await csv('kamus'))).toContain('Tanggal (versi 1)')
  })

  it('says its version on the receipt and its proof', async () => {
    const { submissions } = await (await coordinator.get(`${work('v-setuju')}/submissions`)).json()
    const proof = await (await coordinator.get(`/api/receipts/${submissions[0].receiptNumber}`)).json()
    expect(proof).toMatchObject({ formVersion: 1, agencyName: { id: 'Dinas V-setuju' } })
    expect(proof.agencyNameThen).toBeUndefined()
  })

  it('keeps the name that the agency had on its day, beside the new one, on the proof and the paper', async () => {
    const { regions } = world().deps
    const renamed = {
      ...agency('v-setuju'),
      name: { id: 'Dinas Baru', en: 'New Agency' },
      at: at(11, '11:00').toISOString(),
    }
    await regions.reviseAgency('kota-kupang', renamed)
    const { submissions } = await (await coordinator.get(`${work('v-setuju')}/submissions`)).json()
    const names = { agencyNameThen: { id: 'Dinas V-setuju' } }
    expect(await (await coordinator.get(`/api/receipts/${submissions[0].receiptNumber}`)).json()).toMatchObject({
      agencyName: { id: 'Dinas Baru' },
      ...names,
    })
    expect(await (await coordinator.get(`${work('v-setuju')}/submissions/1`)).json()).toMatchObject(names)
  })

  it('shows a viewer neither drafts nor what lies beside them', async () => {
    const viewer = await world().as('viewer')
    const seen = await (await viewer.get(`${work('v-setuju')}/draft`)).json()
    expect(seen.answers.fields).toMatchObject({ baru: 'Posyandu' })
    expect(seen.left).toBeUndefined()
  })
})
