/** The workbook round trip over the API: out with the draft, in with a preview, nothing saved, nothing of another's. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { beforeAll, expect, it } from 'vitest'
import { workbookType } from '../../functions/http/workbooks.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { maxWorkbookBytes } from '../../functions/schema/workbook-limits.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-workbooks')
const base = (agency = 'perikanan', form = 'uji') => `/api/rounds/${roundId}/agencies/${agency}/forms/${form}`
let own: Browser

beforeAll(async () => {
  own = await world().as('op-perikanan')
  await own.put(`${base()}/draft`, { formVersion: 1, answers: answers() }, { 'if-match': '"v0-r0"' })
})

async function download(path = base(), browser = own): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await browser.get(`${path}/workbook`)).arrayBuffer())
}

function upload(
  file: Uint8Array<ArrayBuffer> | string,
  headers: Record<string, string> = {},
  path = base(),
): Promise<Response> {
  return own.send('POST', `${path}/workbook`, {
    raw: file,
    headers: { 'content-type': 'application/octet-stream', ...headers },
  })
}

/** The file with one cell of its first table changed. */
async function changed(file: Uint8Array, row: number, column: number, value: string | number) {
  const { sheets } = await readXlsx(file)
  const sheet = sheets.find(({ name }) => name === 'Baris')
  if (sheet === undefined) throw new Error('no such sheet')
  const line = sheet.rows[row] ?? []
  line[column] = value
  sheet.rows[row] = line
  const plain = sheets.map(({ name, rows, hidden }) => ({ name, rows, hidden: hidden === true }))
  return Uint8Array.from(await writeXlsx({ sheets: plain }))
}

it('goes out with the draft’s rows, in the reader’s language, never cached', async () => {
  const answer = await own.get(`${base()}/workbook`)
  expect(answer.headers.get('content-type')).toBe(workbookType)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="uji-perikanan.xlsx"')
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  expect(sheets.map(({ name }) => name)).toEqual(['Umum', 'Baris', 'Petunjuk', 'Daftar', '_lengkap'])
  expect(sheets[1]?.rows.slice(0, 2).map((row) => row.slice(0, 2))).toEqual([
    ['Nama *', 'Pagu (Rp) *'],
    ['Satu', 1000],
  ])
  const english = await own.get(`${base()}/workbook`, { 'accept-language': 'en' })
  expect((await readXlsx(new Uint8Array(await english.arrayBuffer()))).sheets[0]?.name).toBe('General')
})

it('comes in as a preview by row and cell, and saves nothing', async () => {
  const before = await (await own.get(`${base()}/draft`)).json()
  const file = await changed(await changed(await download(), 1, 1, 'seribu'), 2, 0, 'Dua')
  const answer = await upload(file)
  expect(answer.status).toBe(200)
  const preview = (await answer.json()) as WorkbookPreview
  expect(preview.counts).toMatchObject({ rows: 2, added: 1, changed: 1, removed: 0, wrong: 1, blank: 1 })
  expect(preview.tables[0]?.changed).toEqual([{ rowKey: 'R1', cells: { pagu: 'seribu' } }])
  expect(preview.errors.map(({ sheet, cell, code }) => [sheet, cell, code])).toEqual([
    ['Baris', 'B2', 'wrong-type'],
    ['Baris', 'B3', 'required'],
  ])
  expect(await (await upload(file)).json()).toEqual(preview)
  expect(await (await own.get(`${base()}/draft`)).json()).toEqual(before)
})

it('comes back with its errors when a workbook is asked for', async () => {
  const file = await changed(await download(), 1, 1, 'seribu')
  const answer = await upload(file, { accept: workbookType })
  expect(answer.headers.get('content-disposition')).toContain('uji-perikanan-catatan.xlsx')
  const { sheets } = await readXlsx(new Uint8Array(await answer.arrayBuffer()))
  const sheet = sheets.find(({ name }) => name === 'Baris')
  expect(sheet?.rows[0]).toContain('Catatan pemeriksaan')
  expect(sheet?.rows[1]?.at(-1)).toMatch(/^B2: Pagu/)
  expect(sheet?.cells?.get('1,1')?.comment?.text).toMatch(/^Pagu/)
})

it('is taken up to ten megabytes, more than other bodies, and not a byte above', async () => {
  const large = new Uint8Array(maxWorkbookBytes).fill(32)
  expect(await (await upload(large)).json()).toMatchObject({ status: 422, reason: 'empty' })
  const larger = await upload(new Uint8Array(maxWorkbookBytes + 1).fill(32))
  expect(await larger.json()).toMatchObject({ status: 422, code: 'workbook-refused', reason: 'too-large' })
})

it('of another form or agency is refused by name, in the reader’s language', async () => {
  const other = await upload(await download(base('perikanan', 'tanpa-nihil')))
  expect(await other.json()).toMatchObject({ status: 422, reason: 'other-form', title: 'Berkas tidak dapat dibaca' })
  const both = await world().as('dua-dinas')
  const foreign = await upload(await download(base('dinsos'), both), { 'accept-language': 'en' })
  const body = await foreign.json()
  expect(body).toMatchObject({ status: 422, reason: 'other-agency' })
  expect(body.detail).toMatch(/^This file belongs to another agency/)
})

it('is refused outside of the window, before anybody reads a preview of what could not be saved', async () => {
  const file = await download()
  const { now } = world().clock
  world().clock.now = at(20, '10:00')
  own = await world().as('op-perikanan')
  expect(await (await upload(file)).json()).toMatchObject({ status: 409, code: 'round-closed' })
  expect((await own.get(`${base()}/workbook`)).status).toBe(200)
  world().clock.now = now
})
