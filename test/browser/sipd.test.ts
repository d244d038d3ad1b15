/**
 * Nobody types again what SIPD holds: a coordinator loads a Rekap and confirms whose its units are, an operator's form fills itself from
 * it, and a shift that is loaded later is told at the row. What names people never leaves the browser.
 */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { readSipd } from '../../functions/workbook/sipd/read-sipd.ts'
import { completeAnswers, post, roundId, tagging, workPath } from '../journeys/agency-work.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { type Line, type Rows, realisasi, rekap, secret, xlsx } from '../workbook/sipd/sample-files.ts'
import { openWay } from './fill-tagging.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const pictures = process.env.SCREENSHOTS
const town = useTown()
let coordinator: Page
let operator: Page
const sent: string[] = []
const social = '1.06.05.2.02.0006'
const name = 'Fasilitasi Bantuan Sosial Kesejahteraan Keluarga'

const lines = (pagu: number): Rows => {
  const of: readonly Line[] = [
    { code: social, name, pagu, package: secret[1] ?? '' },
    { code: '1.06.01.2.06.0009', name: 'Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD', pagu: 52_000_000 },
    { skpd: '9.99.0.00.0.00.01.0000', skpdName: 'BADAN LAIN', code: '2.11.02.2.02.0005', pagu: 7_000_000 },
  ]
  return rekap(of)
}

async function load(rows: Rows, fileName: string): Promise<void> {
  await coordinator.goto(`${town.system.siteUrl}/pengaturan/sipd`)
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const buffer = Buffer.from(xlsx(rows))
  await coordinator.getByLabel('Pilih berkas SIPD').setInputFiles({ name: fileName, mimeType, buffer })
  await coordinator.getByRole('heading', { name: 'Isi berkas: Rekap Ver 5' }).waitFor()
}

async function picture(page: Page, file: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await page.screenshot({ path: `${pictures}/${file}-${size.width}.png`, fullPage: true })
  }
}

async function pictureNow(page: Page, file: string): Promise<void> {
  if (pictures === undefined) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${file}.png` })
}

const formPath = () => `${town.system.siteUrl}/putaran/${roundId}/dinsos/${tagging}`
const draftOf = async (visitor: Visitor) =>
  (await visitor.request('GET', `${workPath('dinsos', tagging)}/draft`)).body as { answers: Answers }

beforeAll(async () => {
  coordinator = await openWindow(town.browser)
  operator = await openWindow(town.browser)
  coordinator.on('request', (request) => sent.push(request.postData() ?? ''))
  await signIn(coordinator, town.system, 'koordinator@bappeda.example')
  await signIn(operator, town.system, 'operator@dinsos.example')
}, 120_000)

describe('a budget out of SIPD', () => {
  it('a wrong file is told what it is', async () => {
    await coordinator.goto(`${town.system.siteUrl}/pengaturan/sipd`)
    const buffer = Buffer.from('%PDF-1.7')
    const file = { name: 'DPA.pdf.xlsx', mimeType: 'application/pdf', buffer }
    await coordinator.getByLabel('Pilih berkas SIPD').setInputFiles(file)
    await coordinator.getByText('Ini berkas PDF untuk dicetak').waitFor()
  }, 60_000)

  it('is read here, told its stage by its name, and matched with one press', async () => {
    await load(lines(1_250_000_000), '53.71_Kota Contoh_Rekap_Ver5_Penetapan APBD 2026_Terkunci.xlsx')
    await expect.poll(() => coordinator.getByLabel('Tahap anggaran').inputValue()).toBe('murni')
    await coordinator.getByText('Rp1.309.000.000').waitFor()
    await expectAccessible(coordinator)
    await picture(coordinator, 'sipd-read')
    await coordinator.getByRole('button', { name: 'Simpan anggaran ini' }).click()
    await coordinator.getByRole('heading', { name: 'Unit SIPD milik siapa' }).waitFor()
    await expect.poll(() => coordinator.getByLabel('Perangkat daerah: DINAS SOSIAL').inputValue()).toBe('dinsos')
    await coordinator.getByText('Belum punya perangkat daerah: 1 (Rp7.000.000)').waitFor()
    await picture(coordinator, 'sipd-match')
    await coordinator.getByLabel('Perangkat daerah: BADAN LAIN').selectOption('-')
    await coordinator.getByRole('button', { name: 'Simpan pencocokan' }).click()
    await coordinator.getByText('Pencocokan tersimpan.').waitFor()
    await expectAccessible(coordinator)
    for (const word of secret) expect(sent.join('\n')).not.toContain(word)
    expect(sent.join('\n')).toContain(social)
  }, 120_000)

  it('fills the form: what supports stunting reduction is ticked, and the row has code, name, source and ceiling', async () => {
    await operator.goto(formPath())
    await openWay(operator, 'Isi dari SIPD')
    const ticked = operator.getByRole('checkbox', { name: new RegExp(social) })
    await expect.poll(() => ticked.isChecked()).toBe(true)
    await picture(operator, 'sipd-fill')
    await operator.setViewportSize(desk)
    await operator.getByRole('button', { name: 'Tambahkan 1 baris' }).click()
    await operator.getByText('1 baris ditambahkan').waitFor()
    const visitor = await new Visitor(town.system).signIn('operator@dinsos.example')
    await expect
      .poll(async () => (await draftOf(visitor)).answers.rows.penandaan?.[0]?.cells, { timeout: 20_000 })
      .toMatchObject({
        kodeSubKegiatan: social,
        namaSubKegiatan: name,
        sumberDana: 'DAU',
        paguSubKegiatan: 1_250_000_000,
      })
    const { answers } = await draftOf(visitor)
    expect(answers.fields.dokumenAnggaran).toBe('dpa')
    // What only the operator knows is typed; here it is drawn.
    const sound = completeAnswers('dinsos', tagging)
    const typed = sound.rows.penandaan?.[0]?.cells ?? {}
    const [row] = answers.rows.penandaan ?? []
    const money = { paguDitandai: 900_000_000, belanjaLangsungSasaran: 600_000_000, realisasi: 0 }
    const cells = { ...typed, ...money, ...row?.cells }
    const content = {
      fields: { ...sound.fields, dokumenAnggaran: 'dpa', tanggalDokumen: '2026-01-05' },
      rows: { penandaan: [{ rowKey: row?.rowKey ?? 'R1', cells }] },
    }
    expectStatus(await post(visitor, { agencyId: 'dinsos', formId: tagging }, { answers: content }), 201)
  }, 120_000)

  it('the code’s cell offers what has money, in the table and on a phone', async () => {
    await operator.goto(formPath())
    const cell = operator.locator('tr[data-row="0"] td[id$="-kodeSubKegiatan"]')
    await operator.locator('.cell-bar > *').first().waitFor()
    await openWay(operator, 'Isi dari SIPD')
    await cell.click()
    await operator.keyboard.type('rapat koordinasi', { delay: 30 })
    const option = operator.getByRole('option', { name: /1\.06\.01\.2\.06\.0009/ })
    await option.waitFor()
    await expectAccessible(operator)
    await pictureNow(operator, 'sipd-combo-desk')
    await operator.keyboard.press('Escape')
    await option.waitFor({ state: 'detached' })
    await expect.poll(() => cell.textContent()).toContain(social)
    await operator.setViewportSize(phone)
    await operator.locator('.row-cards').getByRole('button').first().click()
    const field = operator.locator('.row-edit').getByLabel('Kode sub kegiatan')
    await field.click()
    await operator.locator('.combo [role=option]').first().waitFor()
    await field.fill('rapat')
    await expect.poll(() => operator.locator('.combo [role=option]').count()).toBe(1)
    await expectAccessible(operator)
    await pictureNow(operator, 'sipd-combo-phone')
    await option.click()
    await expect.poll(() => field.inputValue()).toBe('1.06.01.2.06.0009')
    await field.fill('bantuan sosial')
    await operator.locator('.combo').getByText(name).click()
    await expect.poll(() => field.inputValue()).toBe(social)
    await operator.setViewportSize(desk)
  }, 60_000)

  it('a shift changes nothing by itself: the form says what moved, and takes it when it is told to', async () => {
    await load(lines(1_100_000_000), 'Rekap APBD Pergeseran 1 2026.xlsx')
    await expect.poll(() => coordinator.getByLabel('Tahap anggaran').inputValue()).toBe('pergeseran-1')
    await coordinator.getByRole('button', { name: 'Simpan anggaran ini' }).click()
    await coordinator.getByRole('heading', { name: 'Perubahan terhadap' }).waitFor()
    await coordinator.getByText('−Rp150.000.000').first().waitFor()
    await operator.goto(formPath())
    await operator.getByText('Pergeseran 1: pagu 1 baris berbeda dari SIPD').waitFor()
    await picture(operator, 'sipd-moved')
    await operator.setViewportSize(desk)
    await expectAccessible(operator)
    await operator.getByRole('button', { name: 'Ambil yang baru' }).first().click()
    await operator.getByText('Pergeseran 1: pagu 1 baris berbeda dari SIPD').waitFor({ state: 'detached' })
    const visitor = await new Visitor(town.system).signIn('operator@dinsos.example')
    const ceiling = async () => (await draftOf(visitor)).answers.rows.penandaan?.[0]?.cells.paguSubKegiatan
    await expect.poll(ceiling, { timeout: 20_000 }).toBe(1_100_000_000)
  }, 120_000)

  it('says what a file would take the place of, and what goes on to count, before it is saved', async () => {
    await load(lines(1_000_000_000), 'Rekap Penetapan APBD 2026.xlsx')
    await expect.poll(() => coordinator.getByLabel('Tahap anggaran').inputValue()).toBe('murni')
    await coordinator
      .getByText(/APBD murni \(DPA\) sudah dimuat dari 53\.71_Kota Contoh.*\(−Rp250\.000\.000\)/)
      .waitFor()
    await coordinator.getByText('Pergeseran 1 sudah dimuat dan tetap yang terbaru').waitFor()
    await expectAccessible(coordinator)
    await picture(coordinator, 'sipd-replaces')
    await coordinator.setViewportSize(desk)
    await coordinator.getByLabel('Tahap anggaran').selectOption({ label: 'Pergeseran 1 setelah Perubahan' })
    await coordinator.getByText('tetap yang terbaru').waitFor({ state: 'detached' })
    await coordinator.getByRole('button', { name: 'Batal' }).click()
  }, 60_000)

  it('fills the review of 2025 with what was spent too, and says what is not in it', async () => {
    const visitor = await new Visitor(town.system).signIn('koordinator@bappeda.example')
    const told = { year: 2025, fileName: 'unduhan.xlsx', fileSha256: 'a'.repeat(64), locked: null }
    for (const [stage, rows] of [
      ['perubahan', rekap([{ code: social, name, pagu: 500_000_000, year: 2025 }])],
      ['realisasi', realisasi(2025)],
    ] as const) {
      const { content, counts, shape } = readSipd(xlsx(rows))
      expectStatus(await visitor.request('POST', '/api/budgets', { ...told, stage, content, counts, shape }), 201)
    }
    await operator.goto(`${town.system.siteUrl}/putaran/${roundId}/dinsos/reviu-aksi-2025`)
    await openWay(operator, 'Isi dari SIPD')
    await operator.getByText('BOK, BOP, dan BLUD tidak ada di laporan SIPD').waitFor()
    const ticked = operator.getByRole('checkbox', { name: new RegExp(social) })
    await expect.poll(() => ticked.isChecked()).toBe(true)
    await picture(operator, 'sipd-fill-review')
    await operator.setViewportSize(desk)
    await operator.getByRole('button', { name: 'Tambahkan 1 baris' }).click()
    await operator.getByText('1 baris ditambahkan').waitFor()
    const own = await new Visitor(town.system).signIn('operator@dinsos.example')
    const stored = async () =>
      (await own.request('GET', `${workPath('dinsos', 'reviu-aksi-2025')}/draft`)).body as { answers: Answers }
    await expect
      .poll(async () => (await stored()).answers.rows.anggaran?.[0]?.cells, { timeout: 20_000 })
      .toMatchObject({ kodeSubKegiatan: social, sumberDana: 'DAU', pagu2025: 500_000_000, realisasi2025: 426_001_001 })
    expect((await stored()).answers.fields.adaPenandaan2025).toBe('ya')
  }, 120_000)
})
