/** One workbook in a real browser, again and again: rows keep their own values, nobody's rows go, and an upload is undone as such. */
import { mkdirSync } from 'node:fs'
import { type CellValue, readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openWay } from './fill-tagging.ts'
import { download, upload } from './list-files.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const form = 'aksi3a-penandaan-anggaran'
type Rows = CellValue[][]

async function open(agency: string, form: string, who = 'operator'): Promise<Page> {
  const page = await openWindow(town.browser, desk)
  await signIn(page, town.system, `${who}@${agency}.example`)
  await page.goto(`${town.system.siteUrl}/putaran/3a-2026-2/${agency}/${form}`)
  await openWay(page, 'Isi lewat Excel')
  return page
}

/** The file with the rows of one sheet changed, as an office program changes them. */
async function changed(file: Uint8Array, name: string, change: (rows: Rows) => void): Promise<Uint8Array> {
  const { sheets } = await readXlsx(file)
  change(sheets.find((sheet) => sheet.name === name)?.rows as Rows)
  const plain = sheets.map(({ name, rows, veryHidden }) => ({ name, rows, veryHidden: veryHidden === true }))
  return writeXlsx({ sheets: plain })
}

const given = (page: Page) => download(page, 'Unduh templat Excel')
const send = (page: Page, file: Uint8Array) => upload(page, 'Pilih berkas', file, 'berkas.xlsx')

async function confirm(page: Page): Promise<void> {
  const saved = page.waitForResponse((each) => each.url().endsWith('/workbook/taken'))
  await page.getByRole('button', { name: 'Masukkan ke draf' }).click()
  await saved
}

async function answers(page: Page, form: string) {
  const [, , , agency] = new URL(page.url()).pathname.split('/')
  const path = `/api/rounds/3a-2026-2/agencies/${agency}/forms/${form}/draft`
  return (await page.evaluate(async (address) => (await fetch(address)).json(), path)).answers
}
async function stored(page: Page, field = 'paguSubKegiatan'): Promise<Record<string, unknown>> {
  const { rows } = await answers(page, form)
  return Object.fromEntries(
    rows.penandaan.map(({ cells }: { cells: Record<string, unknown> }) => [
      String(cells.kodeSubKegiatan).slice(-4),
      cells[field],
    ]),
  )
}

/** Columns of the tagging form by their heads. */
function row(rows: Rows, values: Readonly<Record<string, CellValue>>): CellValue[] {
  return (rows[0] ?? []).map((head) => values[String(head).replace(/ \(.*| \*/g, '')] ?? null)
}
const tagged = (rows: Rows, code: string, pagu: number) =>
  row(rows, {
    'Kode sub kegiatan': `1.02.02.2.02.${code}`,
    'Sumber dana': 'PAD',
    'Pagu sub kegiatan': pagu,
    Satuan: `Satuan ${code}`,
  })
const sheet = 'Penandaan anggaran'
const fill = (codes: readonly string[]) => (rows: Rows) => {
  rows.splice(1, rows.length, ...codes.map((code) => tagged(rows, code, Number(code))))
}

it('keeps each row’s own values when a row above goes, takes one’s own corrections, and undoes the upload alone', async () => {
  const page = await open('dinsos', form)
  const file = await changed(await given(page), sheet, fill(['0910', '0911', '0912']))
  await send(page, file)
  await page.getByText('Baris baru').first().waitFor()
  await confirm(page)
  await expect.poll(() => stored(page)).toEqual({ '0910': 910, '0911': 911, '0912': 912 })
  const shorter = await changed(file, sheet, (rows) => rows.splice(1, 1))
  await send(page, shorter)
  await page.getByLabel('Hapus 1 baris').waitFor()
  mkdirSync('.build/screens', { recursive: true })
  await page.locator('.workbook-preview').screenshot({ path: '.build/screens/preview-desk.png' })
  await confirm(page)
  await expect.poll(() => stored(page)).toEqual({ '0911': 911, '0912': 912 })
  const corrected = await changed(shorter, sheet, (rows) => {
    rows[1] = tagged(rows, '0911', 5_000)
    rows[2] = tagged(rows, '0912', 6_000).map((cell) => (String(cell).startsWith('Satuan') ? null : cell))
  })
  await send(page, corrected)
  await page.getByText('Rp5.000').waitFor()
  await expectAccessible(page)
  await page.setViewportSize(phone)
  await page.locator('.workbook-preview').screenshot({ path: '.build/screens/preview-phone.png' })
  await page.setViewportSize(desk)
  await confirm(page)
  await expect.poll(() => stored(page)).toEqual({ '0911': 5_000, '0912': 6_000 })
  await expect.poll(async () => (await stored(page, 'satuan'))['0912']).toBeUndefined()
  // One's own older file puts back what was, and nobody calls it a clash.
  const preview = page.locator('.workbook-preview')
  for (const [again, pagu, amounts] of [
    [shorter, 'Rp911', { '0911': 911, '0912': 912 }],
    [corrected, 'Rp5.000', { '0911': 5_000, '0912': 6_000 }],
  ] as const) {
    await send(page, again)
    await preview.getByText(pagu).first().waitFor()
    await expect.poll(() => page.locator('.workbook-clashes').count()).toBe(0)
    await confirm(page)
    await expect.poll(() => stored(page)).toEqual(amounts)
  }
  // Typed since; then the upload is taken back, not the typing.
  await page.getByLabel('Nomor dokumen').fill('DPA/1')
  await page.locator('.workbook').getByRole('button', { name: 'Urungkan', exact: true }).click()
  await expect.poll(() => stored(page)).toEqual({ '0911': 911, '0912': 912 })
  await expect.poll(async () => (await answers(page, form)).fields.nomorDokumen).toBe('DPA/1')
})

it('of two people with one download neither loses the other’s rows', async () => {
  const [first, second] = [await open('dp3a', form), await open('dp3a', form, 'kepala')]
  const file = await given(first)
  await send(first, await changed(file, sheet, fill(['0001', '0002'])))
  await confirm(first)
  await second.reload()
  await openWay(second, 'Isi lewat Excel')
  await send(second, await changed(file, sheet, fill(['0003'])))
  await second.getByText('Hasil pemeriksaan').waitFor()
  await expect.poll(() => second.getByLabel(/Hapus .* baris/).count()).toBe(0)
  await confirm(second)
  await expect.poll(() => stored(second)).toEqual({ '0001': 1, '0002': 2, '0003': 3 })
})

it('names the rows that a table has no room for', async () => {
  const page = await open('perikanan', form)
  const codes = Array.from({ length: 2_026 }, (_, index) => String(index + 1).padStart(4, '0'))
  await send(page, await changed(await given(page), sheet, fill(codes)))
  const told = (await page.getByText(/memuat paling banyak \d+ baris/).textContent()) ?? ''
  const room = Number(/paling banyak (\d+) baris/.exec(told)?.[1])
  expect(told).toContain(`${2_026 - room} baris, mulai`)
  await confirm(page)
  await expect.poll(async () => Object.keys(await stored(page))).toHaveLength(room)
})
