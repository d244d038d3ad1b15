/** Fills form F1 on a phone, field by field as its labels stand there: the header, and one row as a form of its own. */
import type { Locator, Page } from 'playwright-core'

/** The header. */
export async function fillHeader(page: Page): Promise<void> {
  await page.getByLabel('Nama penanggung jawab').fill('Maria Bessie')
  await page.getByLabel('Jabatan penanggung jawab').fill('Kepala Subbagian Perencanaan')
  await page.getByLabel('Nomor telepon/WhatsApp').fill('0812 3456 7890')
  await page.getByLabel('Surel penanggung jawab').fill('perencanaan@perikanan.example')
  await page.getByLabel('DPA (murni)').check()
  await page.getByLabel('Tanggal dokumen').fill('2026-01-05')
}

/** In the last look before sending. */
export async function declare(page: Page): Promise<void> {
  await page.getByLabel('Data telah diperiksa dan dapat dipertanggungjawabkan.').check()
}

/** The line that says whether what was typed is kept, and where. */
export const savedNote = (page: Page): Locator => page.locator('.saved-note')

/** Not "Belum tersimpan". */
export const untilSaved = (page: Page): Promise<void> =>
  savedNote(page)
    .getByText(/^Tersimpan/)
    .waitFor()

/** What was answered when the form was opened is folded. */
export async function unfoldHead(page: Page): Promise<void> {
  await page.locator('.doors > .door').last().waitFor()
  const folded = page.locator('.doors > .door:not([open]) .door-name')
  while ((await folded.count()) > 0) await folded.first().click()
}

/** Another way to fill in; where there is little room the ways are one. */
export async function openWay(page: Page, name: string): Promise<void> {
  await page.locator('.doors > .door').last().waitFor()
  const ways = page.getByText('Cara lain', { exact: true })
  if (await ways.isVisible()) await ways.click()
  await page.getByText(name, { exact: true }).click()
}

/** Adds a row and leaves it open. Amounts as people type them. */
export async function addRow(page: Page, { tagged = 'Rp 80.000.000' } = {}): Promise<void> {
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  const row = page.locator('.row-edit')
  await row.getByLabel('Kode sub kegiatan').fill('3.25.03.2.02.0001')
  await row.getByLabel('Nama sub kegiatan').fill('Kampanye gemar makan ikan')
  await row.getByLabel('Indikator sub kegiatan').fill('Jumlah keluarga yang mengikuti promosi konsumsi ikan')
  await row.getByLabel('Target', { exact: true }).fill('120')
  await row.getByLabel('Satuan').fill('Keluarga')
  await choose(row, 'Sumber dana', 'PAD')
  await row.getByLabel('Pagu sub kegiatan').fill('125.000.000')
  await row.getByLabel('Pagu ditandai').fill(tagged)
  await row.getByLabel('Belanja langsung ke sasaran').fill('60000000')
  await row.getByLabel('Sensitif', { exact: true }).check()
  await tick(page, 'Indikator layanan yang didukung', /promosi.*ikan/i)
  await tick(page, 'Kelompok sasaran', /^Keluarga$/)
  await row.getByLabel('Jumlah sasaran').fill('120')
  await tick(page, 'Lokasi', /Seluruh kota/i)
  await tick(page, 'Jadwal pelaksanaan', /Triwulan II /)
}

async function choose(row: Locator, label: string, text: string): Promise<void> {
  const select = row.getByLabel(label, { exact: true })
  const value = await select.locator('option', { hasText: text }).first().getAttribute('value')
  await select.selectOption(value)
}

/** Opens the dialog of a list, ticks one entry, and closes it. */
async function tick(page: Page, label: string, choice: RegExp): Promise<void> {
  await page.getByRole('button', { name: `${label}:` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: choice }).first().check()
  await dialog.getByRole('button', { name: 'Selesai' }).click()
}
