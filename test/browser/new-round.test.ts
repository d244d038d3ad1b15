// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/**
 * A round without a developer, as a coordinator sets it up in a browser: copied from the last one, its dates, mails, assignments,
 * people, holidays and look changed by page and by workbook, a form drafted as XLSForm and published in two versions; and the
 * operator then has the task. Every page is looked at by axe on a phone and on a desk.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { moveTo } from '../journeys/running-system.ts'
import { bookOf, posyanduForm, row, survey } from '../workbook/xlsform/posyandu.ts'
import { download, edited, upload } from './list-files.ts'
import { expectAccessible, expectAccessibleOnBoth, openWindow, phone, signIn, signInAgain } from './people.ts'
import { useTown } from './town.ts'

const coordinator = 'koordinator@bappeda.example'
const round = '3a-2026-3'
const town = useTown()
let page: Page

beforeAll(async () => {
  page = await openWindow(town.browser)
  await signIn(page, town.system, coordinator)
}, 120_000)

async function open(path: string): Promise<void> {
  await page.goto(`${town.system.siteUrl}${path}`)
  await page.locator('main h1').waitFor()
  await page.locator('.loading').waitFor({ state: 'detached' })
}
async function save(): Promise<void> {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByText('Tersimpan.').waitFor()
}
/** Saves what moves mails: they are told first. */
async function saveWithMails(): Promise<void> {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Simpan', exact: true }).click()
  await page.getByText('Tersimpan.').waitFor()
}
/** The colour that the navigation stands on. */
const bandColour = () =>
  page
    .locator('header nav')
    .first()
    .evaluate((node) => {
      for (let each: Element | null = node; each !== null; each = each.parentElement) {
        const colour = getComputedStyle(each).backgroundColor
        if (colour !== 'rgba(0, 0, 0, 0)') return colour
      }
      return ''
    })
/** The newest line of what was changed. */
async function expectHistory(line: RegExp): Promise<void> {
  await page.locator('.history li').first().filter({ hasText: line }).waitFor()
}

describe('a new round', () => {
  it('is copied from the last one with dates of its own; what cannot be is said beside its field', async () => {
    await open('/pengaturan/putaran')
    await page.getByRole('link', { name: 'Buat putaran baru' }).click()
    await page.getByLabel('Nama putaran (bahasa Indonesia)').fill('Aksi 3A Tahap III 2026')
    await page.getByLabel('Nama putaran (bahasa Inggris)').fill('Action 3A Phase III 2026')
    await page.getByLabel('Tahap', { exact: true }).fill('3')
    await page.getByLabel('Dibuka pada').fill('2026-02-10')
    await page.getByLabel('Jam dibuka').fill('09:45')
    await page.getByLabel('Target penyelesaian').fill('2026-02-09')
    await page.getByLabel('Batas akhir').fill('2026-02-24')
    await page.getByRole('button', { name: 'Buat putaran baru' }).click()
    await page.getByRole('link', { name: 'Target penyelesaian tidak boleh sebelum tanggal dibuka.' }).waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByLabel('Target penyelesaian').fill('2026-02-20')
    await page.getByText('Jumat, 20 Februari 2026').waitFor()
    await page.getByRole('button', { name: 'Buat putaran baru' }).click()
    await page.getByRole('heading', { level: 1, name: 'Aksi 3A Tahap III 2026' }).waitFor()
    expect(new URL(page.url()).pathname).toBe(`/pengaturan/putaran/${round}`)
    await expect.poll(() => page.getByLabel('Kec. Alak: 3A').isChecked()).toBe(true)
  })

  it('takes its dates, mail plan, hours, assignments and meeting days from one page, and remembers who changed what', async () => {
    await page.getByLabel('Target penyelesaian').fill('2026-02-19')
    await page.getByLabel('Pengingat berapa hari kerja sebelum target').fill('4, 1')
    await page.getByLabel('Jam surel pagi').fill('07:30')
    await page.getByLabel('Jam pengingat pada hari target').fill('07.30, 14.00')
    await page.getByLabel('Koperasi: 3A').uncheck()
    await page.getByLabel('Koperasi: Reviu 2025').uncheck()
    await page.getByRole('button', { name: 'Tambah hari', exact: true }).click()
    await page.getByLabel('Acara 1').selectOption({ label: 'Pra Musrenbang' })
    await page.getByLabel('Tanggal', { exact: true }).fill('2026-02-26')
    await save()
    await expectHistory(/Koordinator Bappeda.*20 Februari 2026 menjadi Kamis, 19 Februari 2026/)
    await expectHistory(
      /jadwal surel \(hari pengingat \(2, 1 menjadi 4, 1\), surel pagi \(08:00 menjadi 07:30\).*penugasan \(\+0, −2\), hari Musrenbang \(\+1, −0\)/,
    )
    await page.reload()
    await expect.poll(() => page.getByLabel('Pengingat berapa hari kerja sebelum target').inputValue()).toBe('4, 1')
    await expect.poll(() => page.getByLabel('Jam pengingat pada hari target').inputValue()).toBe('07:30, 14:00')
    await expect.poll(() => page.getByLabel('Koperasi: 3A').isChecked()).toBe(false)
    await expectAccessibleOnBoth(page)
  })

  it('does not hide the one that is running, neither on the board nor from those who work in it', async () => {
    await open('/rekap')
    await page.locator('.header-round').getByText('Aksi 3A Tahap II, Reviu 2025').waitFor()
    const operator = await openWindow(town.browser, phone)
    await signIn(operator, town.system, 'operator@dinsos.example')
    await operator
      .getByRole('link', { name: /Mulai isi/ })
      .first()
      .waitFor()
    await expect.poll(() => operator.getByText('Aksi 3A Tahap III 2026').count()).toBe(0)
    await expectAccessible(operator)
    await operator.context().close()
    await open('/pengaturan/putaran')
    await page.getByText('Draf', { exact: true }).waitFor()
    await expectAccessibleOnBoth(page)
  })

  it('mails nobody before it is opened, and shows first whom and when', async () => {
    await open(`/pengaturan/putaran/${round}`)
    await page.getByRole('heading', { name: /Surel dalam 24 jam sejak dibuka \(\d+\)/ }).waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByRole('button', { name: 'Buka putaran' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Buka putaran' }).click()
    await page.getByRole('button', { name: 'Buka putaran' }).waitFor({ state: 'detached' })
    await open('/pengaturan/putaran')
    await page.getByText('Belum dibuka').waitFor()
    await open(`/pengaturan/putaran/${round}#penugasan`)
  })

  it('is assigned by workbook: wrong cells are named, and nothing changes before it is confirmed', async () => {
    await page.getByRole('link', { name: 'Penugasan dengan Excel' }).click()
    const list = 'Penugasan dengan Excel'
    const file = await download(page, `Unduh: ${list}`)
    const change = (value: string) => edited(file, [{ row: 'Dinas Sosial', column: 'Cakupan layanan', value }])
    await upload(page, `Unggah: ${list}`, await change('Mungkin'), 'penugasan.xlsx')
    await page.getByText('Belum ada yang disimpan.').waitFor()
    await page.getByRole('rowheader', { name: /^Penugasan [A-Z]\d+$/ }).waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByRole('button', { name: 'Batal' }).click()
    await upload(page, `Unggah: ${list}`, await change('Ya'), 'penugasan.xlsx')
    await page.getByRole('button', { name: 'Simpan perubahan ini' }).click()
    await page.getByText('perubahan sudah disimpan').waitFor()
    await open(`/pengaturan/putaran/${round}`)
    await expect.poll(() => page.getByLabel('Dinsos: Cakupan layanan').isChecked()).toBe(true)
    await expectHistory(/penugasan \(\+1, −0\)/)
  })
})

describe('the region', () => {
  it('gets people by workbook, after a fresh code, with what is wrong by cell', async () => {
    await open('/pengaturan/orang')
    await page.getByText('Ubah banyak sekaligus dengan Excel').click()
    const file = await download(page, 'Unduh: Orang')
    const head = ['op-baru', 'Yohana Ludji', 'Operator Kecamatan Alak']
    const person = (email: string) => [
      ...head,
      email,
      '0812 3456 7890',
      'Operator',
      'Kecamatan Alak',
      null,
      'Indonesia',
    ]
    await upload(page, 'Unggah: Orang', await edited(file, [{ add: person('yohana di kec-alak') }]), 'orang.xlsx')
    await page.getByText('Belum ada yang disimpan.').waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByRole('button', { name: 'Batal' }).click()
    const right = await edited(file, [
      { add: person('yohana@kec-alak.example') },
      { row: 'kec-alak-operator', column: 'Kode wakil', value: 'op-baru' },
    ])
    await upload(page, 'Unggah: Orang', right, 'orang.xlsx')
    await page.getByText('1 baris baru').waitFor()
    await moveTo(town.system, '2026-02-10T09:30:00+08:00')
    await page.getByRole('button', { name: 'Simpan perubahan ini' }).click()
    await signInAgain(page, town.system, coordinator)
    await page.getByText('perubahan sudah disimpan').waitFor()
    await page.getByRole('link', { name: 'Yohana Ludji' }).waitFor()
    await open('/pengaturan/orang/kec-alak-operator')
    await expectHistory(/Koordinator Bappeda.*wakil \(– menjadi op-baru\)/)
  })

  it('gets a holiday, an agency another working week, and both are remembered', async () => {
    await open('/pengaturan/kalender')
    await page.getByRole('button', { name: 'Tambah hari libur' }).click()
    await page.getByLabel('Tanggal', { exact: true }).fill('2026-02-12')
    await page.getByLabel('Nama hari (bahasa Indonesia)').fill('Hari jadi kota')
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page.getByRole('link', { name: 'Bagian ini wajib diisi.' }).waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByLabel('Nama hari (bahasa Inggris)').fill('Anniversary of the city')
    await saveWithMails()
    await page.getByRole('button', { name: 'Ubah: Kamis, 12 Februari 2026' }).waitFor()
    await expectHistory(/hari libur \(\+1, −0\)/)
    await open('/pengaturan/perangkat-daerah/kec-alak')
    await page.getByLabel('Pekan kerja').selectOption('6')
    // A week of six days moves mails: they are told first, and going back saves nothing.
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Pengingat hari kerja terakhir').first().waitFor()
    await dialog.getByText('14 Februari 2026').first().waitFor()
    await expectAccessibleOnBoth(page)
    await dialog.getByRole('button', { name: 'Kembali' }).click()
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.getByLabel('Pekan kerja').inputValue()).toBe('6')
    await saveWithMails()
    await expectHistory(/pekan kerja \(5 hari kerja menjadi 6 hari kerja\)/)
    await expectAccessibleOnBoth(page)
  })

  it('wears its name and colour at once; words that could not be read on a colour are refused', async () => {
    await open('/pengaturan/daerah')
    await page.getByLabel('Nama daerah (bahasa Indonesia)').fill('Kota Kupang KASIH')
    await page.getByLabel('Pakai warna daerah sendiri').check()
    await page.getByLabel('Warna pita dan judul').fill('#ffd54f')
    await page.getByRole('button', { name: 'Simpan', exact: true }).click()
    await page
      .locator('.error-summary')
      .getByText(/kontras/)
      .waitFor()
    await page.getByLabel('Warna pita dan judul').fill('#7a1f3d')
    await save()
    await page.locator('header').getByText('Kota Kupang KASIH').waitFor()
    await expect.poll(bandColour).toBe('rgb(122, 31, 61)')
    await expectAccessibleOnBoth(page)
  })
})

describe('a form drafted as XLSForm', () => {
  const label = { 'label::Indonesia (id)': 'Alamat', 'label::English (en)': 'Address' }
  const draft = (file: Uint8Array) => upload(page, 'Buku kerja XLSX', file, 'posyandu.xlsx')

  it('has its flaws named by sheet and row, is tried out, and is published in two versions', async () => {
    await open('/pengaturan/formulir')
    const flawed = [...survey, row({ type: 'geopoint', name: 'titik', ...label })]
    await draft(await posyanduForm({ survey: flawed }))
    await page.getByRole('rowheader', { name: `survey, ${flawed.length}, type` }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /Terbitkan/ }).count()).toBe(0)
    await expectAccessibleOnBoth(page)
    await draft(await posyanduForm())
    await page.getByText('Berkas ini dapat diterbitkan.').waitFor()
    await expect.poll(() => page.getByLabel('Jumlah kader').count()).toBe(0)
    await page
      .getByRole('group', { name: /Ada kader/ })
      .getByText('Ya', { exact: true })
      .click()
    await page.getByLabel('Jumlah kader').waitFor()
    await expectAccessibleOnBoth(page)
    await page.getByRole('button', { name: 'Terbitkan sebagai versi 1' }).click()
    await page.getByText('Versi 1 sudah terbit.').waitFor()
    await draft(await posyanduForm({ survey: [...survey, row({ type: 'text', name: 'alamat', ...label })] }))
    await page.getByRole('button', { name: 'Terbitkan sebagai versi 2' }).click()
    await page.getByText('Versi 2 sudah terbit.').waitFor()
    await page.getByText(/Versi 2 · diterbitkan oleh Koordinator Bappeda/).waitFor()
    await page.getByText('Lihat formulir').first().click()
    expect((await download(page, 'Unduh sebagai XLSForm')).subarray(0, 2).toString()).toBe('PK')
  })

  it('is asked for its code, title and languages where it does not say them; its notes are folded by what they are about', async () => {
    await open('/pengaturan/formulir')
    const file = await bookOf({
      survey: [
        ['type', 'name', 'label::Sasak (sas)', 'label::Tetun (tet)', 'constraint', 'hxl', 'relevent'],
        ['text', 'nama_pos', 'Aran pos', 'Naran postu', "regex(., '[A-Z]+')", '#loc', null],
        ['integer', 'balita', 'Bebeaq', 'Labarik', '. >= 5 and . <= 3', null, "${nama_pos} = 'A'"],
      ],
    })
    await upload(page, 'Buku kerja XLSX', file, 'pos sasak.xlsx')
    await page.getByText(/2 hal perlu diperbaiki, 1 catatan tentang beda ODK Collect, Kobo/).waitFor()
    await page.getByRole('rowheader', { name: 'survey, 3, relevent' }).waitFor()
    await expect.poll(() => page.getByText('Belum ada teks').isVisible()).toBe(false)
    await page.getByText('1 catatan tentang beda ODK Collect, Kobo, dan ODK Web Forms', { exact: true }).click()
    await page.getByText(/tulis \^\(\[A-Z\]\+\)\$ agar sama di semuanya/).waitFor()
    await expectAccessibleOnBoth(page)
    await expect.poll(() => page.getByLabel('Kode formulir').inputValue()).toBe('pos-sasak')
    await page.getByLabel('Judul formulir').fill('Pos Sasak')
    await page.getByLabel('Bahasa untuk teks Indonesia').selectOption('tetun (tet)')
    await page.getByRole('button', { name: 'Pakai dan periksa lagi' }).click()
    await page.getByLabel('Naran postu').waitFor()
  })

  it('is chosen in the round with a version, and its operator has the task when the round opens', async () => {
    await open(`/pengaturan/putaran/${round}`)
    await page.locator('summary', { hasText: 'Penugasan' }).click()
    await page.getByLabel('Tambah formulir ke putaran ini').selectOption({ label: 'Posyandu' })
    await page.getByLabel('Kec. Alak: Posyandu').check()
    await page.getByLabel('Versi: Posyandu').selectOption('1')
    await page.getByLabel('Versi: Posyandu').selectOption('2')
    await expectAccessibleOnBoth(page)
    await save()
    await moveTo(town.system, '2026-02-10T09:46:00+08:00')
    const operator = await openWindow(town.browser, phone)
    await signIn(operator, town.system, 'yohana@kec-alak.example')
    await operator.getByRole('heading', { name: 'Kecamatan Alak: Aksi 3A Tahap II,' }).waitFor()
    await operator.getByRole('heading', { name: 'Kecamatan Alak: Aksi 3A Tahap III 2026' }).waitFor()
    await operator
      .getByRole('link', { name: /Data posyandu/ })
      .first()
      .waitFor()
    await expectAccessible(operator)
    await operator.goto(`${town.system.siteUrl}/putaran/${round}/kec-alak/data-posyandu`)
    await operator.getByLabel('Nomor SK').waitFor()
    await operator.getByLabel('Alamat').waitFor()
    await expectAccessible(operator)
    await open(`/hasil?putaran=${round}`)
    await page.getByText('Ringkasan: Data posyandu').click()
    await page.getByRole('heading', { name: 'Ada kader?' }).waitFor()
    await page.getByText('0 terisi, 0 kosong').first().waitFor()
    await expectAccessibleOnBoth(page)
  })
})
