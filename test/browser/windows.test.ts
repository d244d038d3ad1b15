/**
 * The entry window in a browser: an agency asks for more time on a phone, out of the form; the coordinator decides at a desk, from
 * the mail's link and after one more question; dates, calendar, mail plan and lock move together, close by themselves, are extended
 * for some, corrected, re-opened and closed. Every page is looked at by axe on a desk and on a phone.
 */
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Mailbag } from '../journeys/mailbag.ts'
import { moveTo } from '../journeys/running-system.ts'
import { codeFor, mailsTo } from '../journeys/visitor.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const operator = 'operator@perikanan.example'
const coordinator = 'koordinator@bappeda.example'
const formPath = '/putaran/3a-2026-2/perikanan/reviu-aksi-2025'
const town = useTown()
let bag: Mailbag
let office: Page
let bureau: Page
let feed: string

beforeAll(async () => {
  bag = new Mailbag(town.system)
  office = await openWindow(town.browser, phone)
  bureau = await openWindow(town.browser, desk)
}, 120_000)

const open = async (page: Page, path: string) => {
  await page.goto(`${town.system.siteUrl}${path}`)
  await page.locator('main h1').waitFor()
  await page.locator('.loading').waitFor({ state: 'detached' })
}
/** On a phone and on a desk; leaves the window as it was. */
async function look(page: Page): Promise<void> {
  const before = page.viewportSize() ?? desk
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
  await page.setViewportSize(before)
}
/** The dates of the agency's calendar, as a calendar program reads them: `final 2026-02-17 #0`. */
async function calendar(): Promise<string[]> {
  const parsed = new ICAL.Component(ICAL.parse(await (await fetch(feed)).text()))
  return parsed
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part))
    .filter(({ uid }) => /^(target|final)\./.test(uid))
    .map(({ uid, startDate, sequence }) => `${uid.split('.')[0]} ${startDate.toString()} #${sequence}`)
}
/** The days on which the agency's operator will be mailed, by the plan that the coordinator sees. */
async function mailDays(): Promise<string[]> {
  const plan = (await bureau.evaluate(async () => (await fetch('/api/rounds/3a-2026-2/mail-plan')).json())) as {
    mails: { recipient: { id: string }; kind: string; dueAt: string }[]
  }
  return plan.mails
    .filter(({ recipient }) => recipient.id === 'perikanan-operator')
    .map(({ kind, dueAt }) => `${kind} ${dueAt.slice(0, 10)}`)
}
/** What the window page does with a filled form: look at it once more, then save. */
async function decide(answer = 'Keputusan tersimpan'): Promise<void> {
  await bureau.getByRole('button', { name: 'Periksa perubahan' }).click()
  await bureau.getByRole('dialog').getByRole('button', { name: 'Simpan keputusan' }).click()
  await bureau.getByText(answer).first().waitFor()
}
const until = (label: string, date: string) => bureau.getByLabel(label).fill(date)
const because = (reason: string) => bureau.getByLabel('Alasan', { exact: true }).fill(reason)

describe('a request for more time', () => {
  it('is made out of the form on a phone, says what is missing, and is seen to wait', async () => {
    await signIn(office, town.system, operator)
    await open(office, '/kalender')
    feed = await office.getByLabel('Alamat kalender').inputValue()
    await open(office, formPath)
    await office.getByText('Petunjuk, tenggat').click()
    await office.getByText('Minta tambahan waktu').click()
    await office.getByRole('button', { name: 'Kirim permintaan' }).click()
    await office.getByText('Tulis angka 1 sampai 20.').waitFor()
    await office.getByText('Tuliskan alasan paling sedikit 10 karakter.').waitFor()
    await look(office)
    await office.getByLabel('Berapa hari kerja?').fill('2')
    await office.getByLabel('Alasan', { exact: true }).fill('Listrik padam dua hari di kantor dinas.')
    await office.getByRole('button', { name: 'Kirim permintaan' }).click()
    await office.getByText('Permintaan terkirim').waitFor()
    await office.reload()
    await office.getByText('menunggu keputusan Bappeda: 2 hari kerja, sampai Kamis, 19 Februari 2026').waitFor()
    await expect.poll(() => office.getByText('Minta tambahan waktu').count()).toBe(0)
    await look(office)
    await expect.poll(() => calendar()).toEqual(['target 2026-02-13 #0', 'final 2026-02-17 #0'])
  })

  it('is not decided by opening the link of its mail, signed in or not, nor by going back', async () => {
    const mail = (await bag.take(1)).find(({ subject }) => subject === 'Dinas Perikanan meminta tambahan 2 hari kerja')
    expect(mail?.to).toEqual([coordinator])
    const link = /http\S+#permintaan-1/.exec(mail?.text ?? '')?.[0] ?? ''
    // As the scanner of a mail town.system opens it.
    for (const method of ['GET', 'HEAD']) expect((await fetch(link, { method })).status).toBe(200)
    await signIn(bureau, town.system, coordinator)
    await bureau.getByRole('link', { name: '1 permintaan tambahan waktu menunggu keputusan Anda' }).click()
    await bureau.locator('#permintaan-1:focus').waitFor()
    await bureau.goto(link)
    await bureau.locator('#permintaan-1:focus').waitFor()
    await bureau.getByRole('button', { name: 'Tolak' }).click()
    await bureau.getByText('Tuliskan alasan penolakan.').waitFor()
    await bureau.getByRole('button', { name: 'Beri tambahan waktu' }).click()
    const dialog = bureau.getByRole('dialog')
    await dialog.getByText(/Surel: \d+ bertambah, \d+ tidak jadi/).waitFor()
    await look(bureau)
    await dialog.getByRole('button', { name: 'Kembali' }).click()
    await bureau.getByText('Belum ada perubahan. Tanggal awal putaran masih berlaku.').waitFor()
    await expect.poll(() => calendar()).toEqual(['target 2026-02-13 #0', 'final 2026-02-17 #0'])
    await expect.poll(() => mailDays()).toContain('closed 2026-02-18')
  })

  it('moves dates, calendar, mail plan and news together once it is granted, for that agency alone', async () => {
    await bureau
      .getByLabel(/^Dasar/)
      .first()
      .fill('Nota dinas 12/2026')
    await bureau.getByRole('button', { name: 'Beri tambahan waktu' }).click()
    await bureau.getByRole('dialog').getByRole('button', { name: 'Beri tambahan waktu' }).click()
    await bureau.getByText('Keputusan tersimpan').first().waitFor()
    const history = bureau.getByRole('region', { name: 'Riwayat keputusan' })
    await history
      .getByText(/Diperpanjang.*Dinas Perikanan.*atas permintaan.*Listrik padam.*\(Nota dinas 12\/2026\)/s)
      .waitFor()
    await look(bureau)
    await expect.poll(() => calendar()).toEqual(['target 2026-02-13 #1', 'final 2026-02-19 #1'])
    const days = await mailDays()
    expect(days).toContain('closed 2026-02-20')
    expect(days).not.toContain('closed 2026-02-18')
    expect(await bag.lines(2)).toEqual(
      ['kepala', 'operator'].map((who) =>
        expect.stringMatching(`^${who}@perikanan.example: Disetujui sampai Kamis, 19 Februari 2026`),
      ),
    )
    await open(office, '/tugas')
    await office.getByText('Tambahan waktu diberikan sampai Kamis, 19 Februari 2026').waitFor()
    await expect
      .poll(() => office.getByText('Kamis, 19 Februari 2026 pukul 23.59 WITA').count())
      .toBeGreaterThanOrEqual(2)
    await look(office)
  })
})

describe('the page of windows', () => {
  it('extends for all but who has a later date, named and left out with one press', async () => {
    await open(bureau, '/rekap/jendela')
    await bureau.getByLabel(/^Buka kembali/).check()
    await until('Batas akhir baru', '2026-02-18')
    await because('Rapat kerja DPRD tanggal 12 Februari')
    await bureau.getByRole('button', { name: 'Periksa perubahan' }).click()
    await bureau.getByText('Jendela semua yang dipilih masih terbuka. Pilih Perpanjang.').waitFor()
    await bureau.getByLabel(/^Perpanjang/).check()
    await bureau.getByText('Batas akhir baru tidak lebih lambat daripada yang sudah berlaku bagi:').waitFor()
    await look(bureau)
    await bureau.getByRole('button', { name: 'Jangan ikutkan (1 perangkat daerah)' }).click()
    await bureau.getByText(/Surel: \d+ bertambah, \d+ tidak jadi/).waitFor()
    await bureau.getByLabel(/^Dasar/).fill('Notulen rapat 11 Februari 2026')
    await look(bureau)
    await decide()
    await bureau.getByText(/\(Notulen rapat 11 Februari 2026\)/).waitFor()
    await expect.poll(() => calendar()).toEqual(['target 2026-02-13 #1', 'final 2026-02-19 #1'])
  })

  it('corrects a wrong date, at least a day ahead, and says why an earlier day is refused', async () => {
    await bureau.getByLabel(/^Koreksi/).check()
    await bureau.getByLabel('Perangkat daerah tertentu').check()
    await bureau.getByLabel(/^Dinas Perikanan/).check()
    await until('Batas akhir baru', '2026-02-10')
    await because('Salah ketik')
    await bureau.getByRole('button', { name: 'Periksa perubahan' }).click()
    await bureau.getByText('Tanggal yang dimajukan harus paling cepat 24 jam dari sekarang').first().waitFor()
    await look(bureau)
    await until('Batas akhir baru', '2026-02-11')
    await decide()
    await bureau.getByText(/^Dikoreksi/).waitFor()
    await expect.poll(() => calendar()).toEqual(['final 2026-02-11 #2', 'target 2026-02-11 #2'])
  })

  it('is obeyed by an open form: it warns in the last hour, and closes by itself on the date in force', async () => {
    await moveTo(town.system, '2026-02-11T23:40:00+08:00')
    await signIn(office, town.system, operator)
    await open(office, formPath)
    await office.getByText('Kurang dari satu jam lagi').waitFor()
    await office.getByLabel('Nama penanggung jawab').fill('Ibu Maria')
    await office.getByText(/^Tersimpan \d/).waitFor()
    await look(office)
    await moveTo(town.system, '2026-02-11T23:59:52+08:00')
    await office.reload()
    await office.getByText('Batas akhir telah lewat: Rabu, 11 Februari 2026 pukul 23.59 WITA').waitFor()
    await expect.poll(() => office.getByRole('button', { name: 'Periksa dan kirim' }).isDisabled()).toBe(true)
    await look(office)
  })

  it('re-opens for one agency what has closed, told as a re-opening, and its form opens again', async () => {
    await signIn(bureau, town.system, coordinator)
    await open(bureau, '/rekap/jendela')
    await bureau.getByLabel('Perangkat daerah tertentu').check()
    await bureau.getByLabel(/^Dinas Perikanan/).check()
    await until('Batas akhir baru', '2026-02-24')
    await because('Jaringan putus sejak Jumat')
    await bureau.getByRole('button', { name: 'Periksa perubahan' }).click()
    await bureau.getByText('Jendela semua yang dipilih sudah ditutup. Pilih Buka kembali.').waitFor()
    await bureau.getByLabel(/^Buka kembali/).check()
    await bag.take()
    await decide()
    expect(await bag.lines(2)).toEqual(
      ['kepala', 'operator'].map((who) =>
        expect.stringMatching(`^${who}@perikanan.example: Dibuka kembali sampai Selasa, 24 Februari 2026`),
      ),
    )
    await office.reload()
    await office.getByText('Batas akhir telah lewat').waitFor({ state: 'detached' })
    await expect.poll(() => office.getByRole('button', { name: 'Periksa dan kirim' }).isEnabled()).toBe(true)
    await expect.poll(() => office.getByLabel('Nama penanggung jawab').inputValue()).toBe('Ibu Maria')
  })

  it('closes for all only after a fresh code, and locks at once', async () => {
    await moveTo(town.system, '2026-02-12T00:20:00+08:00')
    await bureau.getByLabel(/^Tutup sekarang/).check()
    await because('Data sudah dipakai untuk Musrenbang')
    await bureau.getByRole('button', { name: 'Periksa perubahan' }).click()
    await bureau.getByRole('dialog').getByRole('button', { name: 'Simpan keputusan' }).click()
    await signInAgain()
    await bureau.getByText('Keputusan tersimpan').first().waitFor()
    await look(bureau)
    await moveTo(town.system, '2026-02-12T00:22:00+08:00')
    const told = (await bag.lines()).filter((line) => line.includes(': Pengisian ditutup: '))
    expect(new Set(told).size).toBe(34)
    await open(office, formPath)
    await office.getByText('Batas akhir telah lewat').waitFor()
    await expect.poll(() => calendar()).toContain('final 2026-02-12 #4')
  })
})

/** The code dialog over the page: what was asked for goes on by itself afterwards. */
async function signInAgain(): Promise<void> {
  const dialog = bureau.getByRole('dialog').filter({ hasText: 'kode' })
  const before = await mailsTo(town.system, coordinator)
  await dialog.getByRole('button', { name: 'Kirim kode' }).click()
  const field = dialog.getByLabel('Kode 8 angka')
  await field.waitFor()
  await field.fill(await codeFor(town.system, coordinator, before))
  await dialog.getByRole('button', { name: 'Masuk', exact: true }).click()
}
