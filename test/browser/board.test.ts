/**
 * The board of a whole city in a real browser: figures whose whole is all that is expected, also after an extension and a submission
 * that says nothing but "belum ada data".
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { completeAnswers, post, review2025, roundId, submit } from '../journeys/agency-work.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { desk, expectAccessible, expectAccessibleOnBoth, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'
import { askEverythingOfAll } from './whole-city.ts'

const coverage = 'monev-cakupan-layanan'
const town = useTown('2026-02-12T09:00:00+08:00')
let page: Page

beforeAll(async () => {
  const coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
  expect(await askEverythingOfAll(coordinator)).toHaveLength(17 * 5)
  await submit(await new Visitor(town.system).signIn('operator@dinsos.example'), 'dinsos', review2025)
  await sayNothing('kec-kota-raja')
  const extension = { kind: 'extend', targetOn: '2026-02-18', closesOn: '2026-02-20', reason: 'Listrik padam.' }
  const agencyIds = ['kec-alak', 'dlhk']
  expectStatus(await coordinator.request('POST', `/api/rounds/${roundId}/windows`, { ...extension, agencyIds }), 201)
  page = await openWindow(town.browser, desk)
  await signIn(page, town.system, 'koordinator@bappeda.example')
  await page.locator('.board').waitFor()
})

/** A form in which every figure is "belum ada data". */
async function sayNothing(agencyId: string): Promise<void> {
  const operator = await new Visitor(town.system).signIn(`operator@${agencyId}.example`)
  const { fields, rows } = completeAnswers(agencyId, coverage)
  const none = { absent: 'not-yet' }
  const cakupan = (rows.cakupan ?? []).map(({ rowKey, cells: { kelurahan, indikator } }) => ({
    rowKey,
    cells: { kelurahan, indikator, pembilang: none, penyebut: none, catatan: 'Data puskesmas belum ada.' },
  }))
  const answers = { fields, rows: { ...rows, cakupan } }
  expectStatus(await post(operator, { agencyId, formId: coverage }, { answers }), 201)
}

const figures = async () => {
  const said = await page.locator('.figures > div').allTextContents()
  return said.map((each) => each.replace(/\s+/g, ' '))
}

it('every figure is of all that is expected: extended agencies stay in it, and "belum ada data" is sent but not complete', async () => {
  await expect
    .poll(() => figures())
    .toEqual([
      'Formulir diharapkan85',
      'Sudah dikirim2 dari 85 (2%)',
      'Lengkap1 dari 85 (1%)',
      'Disetujui0 dari 85 (0%)',
      'Perlu perbaikan0 dari 85 (0%)',
      'Tepat waktu2 dari 85 (2%)',
      'Dalam masa perpanjangan0 dari 85 (0%)',
      'Terlambat0 dari 85 (0%)',
      'Belum dikirim, masih ada waktu83 dari 85 (98%)',
      'Belum dikirim, lewat batas0 dari 85 (0%)',
    ])
  await page.getByText('Angka ini bukan penilaian kinerja.').waitFor()
  const said = () => page.locator('tr', { hasText: 'Kecamatan Kota Raja' }).textContent()
  await expect.poll(said).toMatch(/Dikirim \d+\/\d+ \((\d|[1-9]\d)%\)/)
})

it('kecamatan that owe something stand first; filters narrow what is shown; both widths pass axe', async () => {
  const heads = () => page.locator('.board-section').allTextContents()
  await expect
    .poll(heads)
    .toEqual(['Kecamatan yang belum selesai (6)', 'Perangkat daerah lain yang belum selesai (11)'])
  await page.getByLabel('Keadaan formulir').selectOption('gaps')
  await page.getByText('Menampilkan 1 dari 17 perangkat daerah.').waitFor()
  await page.getByRole('button', { name: 'Tampilkan semua' }).click()
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
})

it('the timeline tells what happened, by kind', async () => {
  await page.getByRole('link', { name: 'Linimasa' }).click()
  await page.getByRole('heading', { name: 'Linimasa putaran' }).waitFor()
  await page.getByText('Dinas Sosial mengirim Reviu 2025').waitFor()
  await page.getByLabel('Jenis peristiwa').selectOption('window')
  await page.getByText(/Diperpanjang sampai Jumat, 20 Februari 2026/).waitFor()
  await expect.poll(() => page.getByText('Dinas Sosial mengirim Reviu 2025').count()).toBe(0)
  await expectAccessibleOnBoth(page)
})
