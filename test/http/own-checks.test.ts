// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/**
 * A coordinator publishes a form, chooses what is checked of it besides, tries it and saves it; agencies send; the rules of the form and
 * the chosen ones find at submit and in the scheduled check, are explained, returned with the work, told in the digest and kept with the results.
 */
import { beforeAll, expect, it } from 'vitest'
import { check } from '../../functions/jobs/check.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { at, round } from '../fixtures/round.ts'
import { bookOf } from '../workbook/xlsform/posyandu.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('own-checks')
const form = 'anak-dipantau'
const path = `/api/forms/${form}/checks`
let coordinator: Browser

const survey = [
  ['type', 'name', 'label', 'constraint', 'constraint_message', 'constraint_severity', 'calculation', 'personal'],
  ['integer', 'kader', 'Kader', '. <= 20', 'Jarang lebih dari 20.', 'warning', '', ''],
  ['integer', 'semua_anak', 'Semua anak', '', '', '', '', ''],
  ['integer', 'laki', 'Laki-laki', '', '', '', '', ''],
  ['integer', 'perempuan', 'Perempuan', '', '', '', '', ''],
  ['calculate', 'dihitung', 'Dihitung', '', '', '', '${laki} + ${perempuan}', ''],
  ['begin repeat', 'anak', 'Anak', '', '', '', '', ''],
  ['text', 'posyandu', 'Posyandu', '', '', '', '', ''],
  ['text', 'nik', 'NIK', '', '', '', '', 'yes'],
  ['integer', 'kunjungan', 'Kunjungan', '', '', '', '', ''],
  ['end repeat', '', '', '', '', '', '', ''],
]

const duplicates = { kind: 'duplicate', table: 'anak', fields: ['nik'], across: true }
const totals = { kind: 'total', total: { field: 'semuaAnak' }, parts: [{ field: 'dihitung' }] }
const tables = { kind: 'total', total: { field: 'semuaAnak' }, parts: [{ table: 'anak', field: 'kunjungan' }] }
const jumps = { kind: 'jump', field: 'semuaAnak', limit: { by: 'percent', value: 50 } }
const rowJumps = {
  kind: 'jump',
  table: 'anak',
  field: 'kunjungan',
  rowsBy: ['posyandu'],
  limit: { by: 'factor', value: 3 },
}
const all = [duplicates, totals, jumps, rowJumps]

type Row = readonly [posyandu: string, nik: string, kunjungan: number]
const answers = (fields: object, rows: readonly Row[]) => ({
  fields,
  rows: {
    anak: rows.map(([posyandu, nik, kunjungan], index) => ({
      rowKey: `R${index}`,
      cells: { posyandu, nik, kunjungan },
    })),
  },
})
let sent = 0
async function send(agency: string, content: object, inRound = roundId, base = 0): Promise<void> {
  const operator = await world().as(`op-${agency}`)
  const headers = { 'if-match': `"${base}"`, 'idempotency-key': `own-checks-${++sent}` }
  const work = `/api/rounds/${inRound}/agencies/${agency}/forms/${form}`
  const answer = await operator.post(`${work}/submissions`, { answers: content }, headers)
  expect(answer.status, await answer.clone().text()).toBe(201)
}
async function choose(checks: readonly object[], base: number) {
  const answer = await coordinator.put(path, { checks }, { 'if-match': `"${base}"` })
  return { status: answer.status, body: await answer.json() }
}
async function findings(agency: string): Promise<Finding[]> {
  const operator = await world().as(`op-${agency}`)
  const answer = await operator.get(`/api/rounds/${roundId}/agencies/${agency}/forms/${form}/findings`)
  return ((await answer.json()) as { findings: Finding[] }).findings.filter(({ state }) => state !== 'solved')
}
const rulesOf = (found: readonly Finding[]) => found.map(({ rule, rowKey }) => `${rule} ${rowKey}`).toSorted()
async function checkNow() {
  const { regions, rounds, forms, budgets } = world().deps
  await check({ regions, rounds, forms, budgets }, { time: world().clock.now.toISOString() })
}

beforeAll(async () => {
  coordinator = await world().as('koordinator')
  const settings = [
    ['form_title', 'form_id'],
    ['Anak dipantau', form],
  ]
  const headers = { 'content-type': 'application/octet-stream', 'if-match': '"0"' }
  const raw = Uint8Array.from(await bookOf({ survey, settings }))
  const published = await coordinator.send('POST', '/api/forms', { raw, headers })
  expect(published.status, await published.clone().text()).toBe(201)
  const { revisions } = await (await coordinator.get(`/api/rounds/${roundId}/revisions`)).json()
  const asked = ['perikanan', 'dinsos'].map((agencyId) => ({ agencyId, formId: form, formVersion: 1 }))
  const assignments = [...revisions[0].assignments, ...asked]
  const json = { ...revisions[0], assignments }
  expect(
    (await coordinator.send('PUT', `/api/rounds/${roundId}`, { json, headers: { 'if-match': '"1"' } })).status,
  ).toBe(200)
  const before = { id: 'putaran-lalu', opensOn: '2026-02-02', targetOn: '2026-02-04', closesOn: '2026-02-06' }
  await world().deps.rounds.insertRound('kota-kupang', round(['perikanan', 'dinsos'], before, [form]))
  world().clock.now = at(5, '10:00')
  const earlier = answers({ semuaAnak: 100, laki: 40, perempuan: 60 }, [
    ['Melati', '11', 2],
    ['Mawar', '12', 2],
  ])
  await send('perikanan', earlier, 'putaran-lalu')
  world().clock.now = at(11, '10:00')
  coordinator = await world().as('koordinator')
}, 60_000)

it('what cannot be checked is refused beside its field, in words, and nothing is saved', async () => {
  const bad = [
    { ...duplicates, fields: ['tidakAda'] },
    { kind: 'duplicate', fields: ['kader'], across: false },
    { kind: 'jump', table: 'anak', field: 'nik', limit: { by: 'percent', value: 0 } },
    { kind: 'total', total: { field: 'kader' }, parts: [{ field: 'kader' }] },
    { ...jumps, limit: { by: 'factor', value: 1 }, least: -1 },
    totals,
    totals,
  ]
  const { status, body } = await choose(bad, 0)
  expect(status).toBe(422)
  expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`)).toEqual([
    '/checks/0/fields check-unknown-question',
    '/checks/1/across check-header-alone',
    '/checks/2/field check-not-a-number',
    '/checks/2/limit check-percent',
    '/checks/3/parts check-part-twice',
    '/checks/4/limit check-factor',
    '/checks/4/least check-least',
    '/checks/6 check-twice',
  ])
  expect(body.errors[2].detail).toBe('"NIK" tidak dijawab dengan angka.')
  const many = Array.from({ length: 21 }, (_, index) => ({ ...jumps, least: index }))
  expect((await choose(many, 0)).body.errors[0].code).toBe('checks-too-many')
  expect((await coordinator.put('/api/forms/tidak-ada/checks', { checks: [] }, { 'if-match': '"0"' })).status).toBe(404)
  expect((await (await coordinator.get(path)).json()).revisions).toEqual([])
})

it('what is chosen is tried without being saved, then saved with a history', async () => {
  const rows: Row[] = [
    ['Melati', '77', 9],
    ['Mawar', '77', 2],
  ]
  await send('perikanan', answers({ kader: 30, semuaAnak: 160, laki: 40, perempuan: 60 }, rows))
  await send('dinsos', answers({ kader: 3, semuaAnak: 10, laki: 4, perempuan: 6 }, [['Anggrek', '77', 1]]))
  expect(rulesOf(await findings('perikanan'))).toEqual(['A34 -'])
  const tried = await coordinator.post(`${path}/trial`, { checks: all })
  // The same number three times: once within the agency, and each of the three rows for the other agency's.
  expect(await tried.json()).toMatchObject({ round: { id: roundId }, sent: 2, found: [4, 1, 1, 1] })
  expect((await choose(all, 0)).status).toBe(200)
  expect((await choose([], 0)).body).toMatchObject({ code: 'revision-conflict', currentRevision: 1 })
  const { revisions } = await (await coordinator.get(path)).json()
  expect(revisions).toMatchObject([{ revision: 1, byName: 'Nama koordinator', checks: all }])
  const definition = await (await coordinator.get(`/api/forms/${form}/versions/1`)).json()
  expect(JSON.stringify(definition)).not.toContain('jump')
})

it('the next submission and the next check find by them, and no number about a person is told', async () => {
  const rows: Row[] = [
    ['Melati', '77', 9],
    ['Mawar', '77', 2],
  ]
  await send('perikanan', answers({ kader: 31, semuaAnak: 160, laki: 40, perempuan: 60 }, rows), roundId, 1)
  expect(rulesOf(await findings('perikanan'))).toEqual(['A34 -', 'A35 R1', 'A38 -'])
  await checkNow()
  const found = await findings('perikanan')
  expect(rulesOf(found)).toEqual(['A34 -', 'A35 R1', 'A36 R0', 'A36 R1', 'A37 -', 'A37 R0', 'A38 -'])
  const words = Object.fromEntries(found.map(({ rule, rowKey, message }) => [`${rule} ${rowKey}`, message.id]))
  expect(words['A35 R1']).toBe(
    'Baris 2 · Mawar: "NIK" sama dengan baris 1. Hapus salah satunya; bila memang dua hal yang berbeda, jelaskan.',
  )
  expect(words['A36 R0']).toContain('sama dengan yang dikirim')
  expect(words['A37 -']).toContain('"Semua anak" berubah dari 100 menjadi 160 sejak putaran lalu, lebih dari 50%.')
  expect(words['A37 R0']).toContain('dari 2 menjadi 9 sejak putaran lalu, lebih dari 3 kali lipat.')
  expect(words['A38 -']).toContain('"Semua anak" (160) tidak sama dengan "Dihitung" (100).')
  expect(JSON.stringify(found)).not.toContain('77')
  expect(rulesOf(await findings('dinsos'))).toEqual(['A36 R0'])
})

it('they are explained, returned, told in the digest and kept with the results as others are; mended, they are solved', async () => {
  const operator = await world().as('op-perikanan')
  const work = `/api/rounds/${roundId}/agencies/perikanan/forms/${form}`
  const jump = (await findings('perikanan')).find(({ rule, rowKey }) => rule === 'A37' && rowKey === '-')
  const explanation = { text: 'Dua posyandu baru dibuka tahun ini.', basis: jump?.basis }
  expect((await operator.post(`${work}/findings/${jump?.id}/explanation`, explanation)).status).toBe(200)
  await checkNow()
  expect((await findings('perikanan')).find(({ id }) => id === jump?.id)).toMatchObject({ state: 'explained' })
  const comments = [{ pointer: '/rows/anak/R1/nik', text: 'NIK ini sudah ada di baris 1.' }]
  const decision = { revision: 2, decision: 'return', comments, dueOn: '2026-02-16' }
  const returned = await coordinator.post(`${work}/review`, decision)
  expect(returned.status, await returned.clone().text()).toBe(201)
  const asOf = encodeURIComponent(at(12, '07:00').toISOString())
  const { mails } = await (await coordinator.get(`/api/rounds/${roundId}/mail-plan?asOf=${asOf}`)).json()
  const digest = mails.find(({ kind }: { kind: string }) => kind === 'digest')
  const { text } = await (await coordinator.get(`/api/rounds/${roundId}/mail-plan/${digest.nid}?asOf=${asOf}`)).json()
  for (const title of [
    'Aturan formulir ini',
    'Baris ganda',
    'Ganda antarunit',
    'Jauh dari putaran lalu',
    'Jumlah tidak cocok',
  ])
    expect(text).toContain(title)
  const workbook = await coordinator.get(`/api/rounds/${roundId}/export.xlsx`)
  const zip = readZip(Buffer.from(await workbook.arrayBuffer()))
  const kept = zip.names.map((name) => zip.part(name)?.toString() ?? '').join()
  for (const rule of ['A34', 'A35', 'A36', 'A37', 'A38']) expect(kept).toContain(`>${rule}<`)
  const mended = answers({ kader: 8, semuaAnak: 100, laki: 40, perempuan: 60 }, [
    ['Melati', '1', 3],
    ['Mawar', '2', 2],
  ])
  await send('perikanan', mended, roundId, 2)
  await checkNow()
  expect(await findings('perikanan')).toEqual([])
  expect(await findings('dinsos')).toEqual([])
})

it('columns of two tables and the header may be held together; without the checks nothing is found', async () => {
  expect((await choose([tables], 1)).status).toBe(200)
  await checkNow()
  const found = (await findings('perikanan')).filter(({ rule }) => rule === 'A38')
  expect(found.map(({ message }) => message.en)).toEqual([
    '"Semua anak" (100) is not "Anak › Kunjungan" (5). Check both; if they are right, explain.',
  ])
  expect((await choose([], 2)).status).toBe(200)
  await checkNow()
  expect(await findings('perikanan')).toEqual([])
})
