/** Reference data are loaded by workbook: seen before they count, saved as a whole, and offered by the forms from then on. */
import { expect, it } from 'vitest'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import type { Browser } from './browser.ts'
import { useWorld } from './world.ts'

const world = useWorld('http-references')
const path = '/api/references/sub-kegiatan/workbook'
const octets = { 'content-type': 'application/octet-stream' }

const load = (browser: Browser, file: string | Uint8Array<ArrayBuffer>, confirm = false) =>
  browser.send('POST', `${path}${confirm ? '?confirm=true' : ''}`, { raw: file, headers: octets })
const listed = async (browser: Browser) => (await (await browser.get('/api/references')).json())['sub-kegiatan']

const file =
  'Kode;Nama;Ejaan lain;Hanya untuk perangkat daerah;namaSubKegiatan\n1.02.02.2.02.0015;Pelayanan ibu hamil;1.02.02.2.02.15;;Pelayanan kesehatan ibu hamil\n3.25.03.2.01.0004;Penyediaan ikan;;Perikanan;'

it('a list is empty until it is loaded, and a preview loads nothing', async () => {
  const coordinator = await world().as('koordinator')
  const lists = (await (await coordinator.get('/api/reference-lists')).json()).lists
  expect(lists).toContainEqual(expect.objectContaining({ id: 'sub-kegiatan', entries: 0 }))
  const answer = await load(coordinator, file)
  expect(answer.status).toBe(200)
  expect(((await answer.json()) as WorkbookPreview).counts).toMatchObject({ added: 2, wrong: 0, blank: 0 })
  expect(await listed(coordinator)).toBeUndefined()
})

it('what is confirmed is in force, twice the same as once, and comes out again', async () => {
  const coordinator = await world().as('koordinator')
  expect((await load(coordinator, file, true)).status).toBe(200)
  const entries = await listed(coordinator)
  expect(entries[0]).toEqual({
    value: '1.02.02.2.02.0015',
    label: { id: 'Pelayanan ibu hamil', en: 'Pelayanan ibu hamil' },
    aliases: ['1.02.02.2.02.15'],
    facts: { namaSubKegiatan: 'Pelayanan kesehatan ibu hamil' },
  })
  expect(((await (await load(coordinator, file, true)).json()) as WorkbookPreview).counts).toMatchObject({
    added: 0,
    changed: 0,
  })
  const template = new Uint8Array(await (await coordinator.get(path)).arrayBuffer())
  const again = (await (await load(coordinator, template)).json()) as WorkbookPreview
  expect(again.counts).toMatchObject({ rows: 2, unchanged: 2, added: 0, changed: 0, removed: 0, wrong: 0 })
})

it('with a code twice or without a name is not loaded, and says where', async () => {
  const coordinator = await world().as('koordinator')
  const before = await listed(coordinator)
  const wrong = 'Kode;Nama\n9.99;Satu\n9.99;Dua\n8.88;'
  const preview = (await (await load(coordinator, wrong)).json()) as WorkbookPreview
  expect(preview.errors.map(({ cell, code }) => [cell, code])).toEqual([
    ['A3', 'duplicate-row'],
    ['B4', 'required'],
  ])
  expect(await (await load(coordinator, wrong, true)).json()).toMatchObject({ status: 422, code: 'answers-invalid' })
  expect(await listed(coordinator)).toEqual(before)
})

it('nobody but the coordinator loads, and no list is invented', async () => {
  const operator = await world().as('op-perikanan')
  expect((await load(operator, file, true)).status).toBe(403)
  const coordinator = await world().as('koordinator')
  expect((await coordinator.get('/api/references/apa-saja/workbook')).status).toBe(404)
})

it('keeps its history: who, when, and how many entries came, changed and went', async () => {
  const coordinator = await world().as('koordinator')
  const history = async () => (await (await coordinator.get('/api/references/satuan/revisions')).json()).revisions
  const of = (lines: string[]) => `Kode;Nama\n${lines.join('\n')}`
  const put = (lines: string[]) =>
    coordinator.send('POST', '/api/references/satuan/workbook?confirm=true', { raw: of(lines), headers: octets })
  expect(await history()).toEqual([])
  expect((await put(['orang;Orang', 'paket;Paket'])).status).toBe(200)
  expect((await put(['orang;Jiwa', 'paket;Paket', 'unit;Unit'])).status).toBe(200)
  expect(await history()).toMatchObject([
    { revision: 2, byName: 'Nama koordinator', entries: 3, added: 1, changed: 1, removed: 0 },
    { revision: 1, byName: 'Nama koordinator', entries: 2, added: 2, changed: 0, removed: 0 },
  ])
  expect((await (await world().as('op-perikanan')).get('/api/references/satuan/revisions')).status).toBe(403)
})

it('of thresholds takes only codes that checks read, and numbers', async () => {
  const coordinator = await world().as('koordinator')
  const post = (raw: string, confirm: boolean) =>
    coordinator.send('POST', `/api/references/ambang/workbook${confirm ? '?confirm=true' : ''}`, {
      raw,
      headers: octets,
    })
  const wrong = 'Kode;Nama;value\ncopied-figures;Angka sama;lima\nkode-lain;Lain;3\namount-most;Terbesar;1.000.000'
  const preview = (await (await post(wrong, false)).json()) as WorkbookPreview
  expect(preview.errors.map(({ cell, code }) => [cell, code]).sort()).toEqual([
    ['A3', 'unknown-threshold'],
    ['C2', 'not-a-threshold'],
    ['C4', 'not-a-threshold'],
  ])
  expect((await post(wrong, true)).status).toBe(422)
  expect((await post('Kode;Nama;value\ncopied-figures;Angka sama;7', true)).status).toBe(200)
})

it('the list of everyday spellings comes back unchanged from its own workbook', async () => {
  const coordinator = await world().as('koordinator')
  const spellings = '/api/references/ejaan/workbook'
  const send = async (raw: string | Uint8Array<ArrayBuffer>, confirm = false) => {
    const answer = await coordinator.send('POST', `${spellings}${confirm ? '?confirm=true' : ''}`, {
      raw,
      headers: octets,
    })
    expect(answer.status).toBe(200)
    return (await answer.json()) as WorkbookPreview
  }
  const kept = async () => (await (await coordinator.get('/api/references')).json()).ejaan
  await send(
    'Kode;Nama;Ejaan lain\nPAD;Pendapatan Asli Daerah;"Dana daerah; dana PAD; 00123; -"\nDAU;Dana Alokasi Umum;=dau',
    true,
  )
  const before = await kept()
  expect(before.map(({ value, aliases }: { value: string; aliases: string[] }) => [value, aliases])).toEqual([
    ['PAD', ['Dana daerah', 'dana PAD', '00123', '-']],
    ['DAU', ['=dau']],
  ])
  const template = new Uint8Array(await (await coordinator.get(spellings)).arrayBuffer())
  const again = await send(template, true)
  expect(again.counts).toMatchObject({ rows: 2, unchanged: 2, added: 0, changed: 0, removed: 0, wrong: 0 })
  expect(await kept()).toEqual(before)
})
