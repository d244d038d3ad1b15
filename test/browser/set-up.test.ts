/**
 * A region that is not Kupang, from nothing but its districts to its first opened round, as its first coordinator is led there by the
 * guide: Kabupaten Timor Tengah Selatan. Every page of the guide is looked at by axe on a phone and on a desk.
 */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { moveTo } from '../journeys/running-system.ts'
import { readInbox } from '../journeys/visitor.ts'
import { download, edited, upload } from './list-files.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const coordinator = 'koordinator@bappeda.example'
const pictures = process.env.SCREENSHOTS
const town = useTown('2026-02-10T09:00:00+08:00', undefined, { regency: '53.02', empty: true })
let page: Page

beforeAll(async () => {
  page = await openWindow(town.browser)
}, 120_000)

/** On a phone and on a desk; leaves the window as wide as a desk. `SCREENSHOTS=<folder>` keeps a picture of each. */
async function look(name: string): Promise<void> {
  for (const [width, size] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    await page.setViewportSize(size)
    await page.waitForFunction(() => document.querySelector('.loading') === null)
    await expectAccessible(page)
    if (pictures === undefined) continue
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: `${pictures}/set-up-${name}-${width}.png`, fullPage: true })
  }
}

const step = (name: string) => page.locator('.task-list > li', { has: page.getByText(name, { exact: true }) })
const guide = () => page.getByRole('heading', { level: 1, name: 'Persiapan daerah' }).waitFor()

async function toGuide(): Promise<void> {
  await page.getByRole('link', { name: '‹ Persiapan daerah' }).click()
  await guide()
}
/** The button of the guide's card leads to the step that is best taken now. */
async function takeNext(name: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: `Langkah berikutnya: ${name}` }).waitFor()
  await page.locator('.card').getByRole('link', { name, exact: true }).click()
}
async function expectDone(name: string): Promise<void> {
  await step(name).getByText('Selesai', { exact: true }).waitFor()
}
async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByText('Tersimpan.').waitFor()
}

describe('the first coordinator of Kabupaten Timor Tengah Selatan', () => {
  it('sees the guide first, with what stands already and the step to begin with', async () => {
    await signIn(page, town.system, coordinator)
    await guide()
    expect(new URL(page.url()).pathname).toBe('/pengaturan/persiapan')
    await page.getByText('2 dari 9 langkah selesai').waitFor()
    await expectDone('Kalender kerja')
    await step('Buka putaran').getByText('Belum dapat dimulai').waitFor()
    await step('Perangkat daerah dan orang').getByText('32 perangkat daerah, 1 orang.').waitFor()
    await look('guide')
  })

  it('checks name and help telephone, and comes back to the list', async () => {
    await takeNext('Nama, logo, dan bantuan')
    await page.getByLabel('Telepon bantuan').fill('0388-21001')
    await save()
    await toGuide()
    await expectDone('Nama, logo, dan bantuan')
    await step('Nama, logo, dan bantuan')
      .getByText(/Kabupaten Timor Tengah Selatan, zona waktu WITA.*0388-21001/)
      .waitFor()
  })

  it('enters agencies and people in one workbook, where people may be of an agency that the same file adds', async () => {
    await takeNext('Perangkat daerah dan orang')
    const list = 'Perangkat daerah dan orang'
    const file = await download(page, `Unduh: ${list}`)
    const agency = ['dinkes', 'Dinas Kesehatan', null, 'Dinkes', 'OPD', '1.02', '5 hari', '0388-21002']
    const person = (code: string, of: string, email = `${code}@tts.example`) => {
      const own = [code, `Operator ${of}`, 'Operator data', email, null, 'Operator', of]
      return { add: [...own, null, 'Indonesia'] }
    }
    const both = async (mail?: string) =>
      edited(
        await edited(file, [{ add: agency }]),
        [person('op-dinkes', 'Dinkes', mail), person('op-kie', "Kec. KI'E"), person('op-soe', 'kec-kota-soe')],
        1,
      )
    await upload(page, `Unggah: ${list}`, await both('bukan alamat'), 'direktori.xlsx')
    await page.getByText('Belum ada yang disimpan.').waitFor()
    await page
      .getByRole('rowheader', { name: /^Orang [A-Z]\d+$/ })
      .first()
      .waitFor()
    await look('directory')
    await page.getByRole('button', { name: 'Batal' }).click()
    await upload(page, `Unggah: ${list}`, await both(), 'direktori.xlsx')
    await page.getByText('4 baris baru').waitFor()
    await page.getByRole('button', { name: 'Simpan perubahan ini' }).click()
    await page.getByText('perubahan sudah disimpan').waitFor()
    await page.getByText('33 perangkat daerah, 4 orang.').waitFor()
    await toGuide()
    await step('Perangkat daerah dan orang')
      .getByText(/Belum ada operator: .* dan 25 lainnya/)
      .waitFor()
  })

  it('names the first round and gives it dates; forms and assignments come afterwards', async () => {
    await step('Putaran pertama dan tanggalnya').getByRole('link').click()
    await page.getByLabel('Nama putaran (bahasa Indonesia)').fill('Data sasaran 2026')
    await page.getByLabel('Nama putaran (bahasa Inggris)').fill('Target data 2026')
    await page.getByLabel('Dibuka pada').fill('2026-02-11')
    await page.getByLabel('Target penyelesaian').fill('2026-02-18')
    await page.getByLabel('Batas akhir').fill('2026-02-20')
    // What was typed is written as a date once the field is left, which may move what is below.
    await page.getByLabel('Batas akhir').blur()
    await look('round')
    await page.getByRole('button', { name: 'Buat putaran baru' }).click()
    await page.getByRole('heading', { level: 1, name: 'Data sasaran 2026' }).waitFor()
    await toGuide()
    await expectDone('Putaran pertama dan tanggalnya')
  })

  it('assigns forms by ticks; then only who was assigned must have an operator', async () => {
    await step('Penugasan').getByRole('link').click()
    await page.getByLabel('Tambah formulir ke putaran ini').selectOption('data-sasaran')
    await page
      .getByRole('columnheader', { name: /^Data sasaran/ })
      .getByLabel('Semua kecamatan')
      .check()
    await expect.poll(() => page.getByLabel('Kec. Amanatun Utara: Data sasaran').isChecked()).toBe(true)
    await page
      .getByRole('columnheader', { name: /^Data sasaran/ })
      .getByLabel('Semua kecamatan')
      .uncheck()
    await page.getByLabel("Kec. KI'E: Data sasaran").check()
    await page.getByLabel('Kec. Kota Soe: Data sasaran').check()
    await page.getByLabel('Tambah formulir ke putaran ini').selectOption('reviu-aksi-2025')
    await page.getByLabel(/^Dinkes: Reviu/).check()
    await save()
    await toGuide()
    await step('Penugasan').getByText('2 formulir untuk 3 perangkat daerah.').waitFor()
    await expectDone('Perangkat daerah dan orang')
  })

  it('mails himself and sees it arrive', async () => {
    await takeNext('Surel uji')
    await page.getByText(coordinator).waitFor()
    await page.getByRole('button', { name: 'Kirim surel uji' }).click()
    await page.getByRole('status').getByText('Sampai', { exact: true }).waitFor()
    await look('test-mail')
    const mails = (await readInbox(town.system)).filter(({ subject }) => subject.startsWith('Surel uji'))
    expect(mails.map(({ to }) => to)).toEqual([[coordinator]])
    expect(mails[0]?.text).toContain('Kabupaten Timor Tengah Selatan')
    expect(mails[0]?.text).toContain('WITA')
    await toGuide()
    await expectDone('Surel uji')
  })

  it('rehearses the round, of which nobody is mailed', async () => {
    const before = (await readInbox(town.system)).length
    await takeNext('Latihan dua menit')
    await page.getByRole('button', { name: 'Salin menjadi latihan' }).click()
    await page.getByRole('heading', { level: 1, name: 'LATIHAN: Data sasaran 2026' }).waitFor()
    const bar = page.getByRole('complementary', { name: 'LATIHAN' })
    await bar.getByRole('button', { name: 'Hari berikutnya' }).click()
    await bar.getByText('Kamis, 12 Februari 2026').waitFor()
    await page
      .locator('details.mail-occasion', { hasText: /pembukaan|dibuka/i })
      .first()
      .waitFor()
    await toGuide()
    await expectDone('Latihan dua menit')
    expect((await readInbox(town.system)).length).toBe(before)
  })

  it('opens it: the guide is done, the board is what comes first, and the operators have their mails in the zone of the region', async () => {
    await takeNext('Buka putaran')
    await page.getByRole('button', { name: 'Buka putaran' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buka putaran' }).click()
    await page.locator('#buka-putaran').waitFor({ state: 'detached' })
    await moveTo(town.system, '2026-02-11T08:05:00+08:00')
    const openings = async () =>
      (await readInbox(town.system)).filter(
        ({ tags, text }) => tags.kind === 'opening' || /Data sasaran 2026/.test(text),
      )
    await expect
      .poll(async () => (await openings()).map(({ to }) => to[0]).sort())
      .toEqual(['op-dinkes@tts.example', 'op-kie@tts.example', 'op-soe@tts.example'])
    for (const { text } of await openings()) expect(text).toContain('Jumat, 20 Februari 2026 pukul 23.59 WITA')
    // Meanwhile the session has ended.
    await signIn(page, town.system, coordinator)
    await page.getByRole('heading', { level: 1, name: 'Rekap kelengkapan' }).waitFor()
    await page.goto(`${town.system.siteUrl}/pengaturan`)
    await page.getByRole('link', { name: 'Persiapan daerah' }).click()
    await page.getByText('9 dari 9 langkah selesai').waitFor()
    await look('opened')
  })
})
