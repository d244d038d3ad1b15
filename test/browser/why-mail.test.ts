/**
 * The link in a mail's foot, from a phone: it leads through signing in back to the page that explains this very mail, to its
 * recipient and to whoever coordinates, and to nobody else. And the plan, asked what another date would do before it is decided.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { moveTo } from '../journeys/running-system.ts'
import { codeFor, mailsTo, readInbox, Visitor } from '../journeys/visitor.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const coordinator = 'koordinator@bappeda.example'
const alak = 'operator@kec-alak.example'
const town = useTown()
/** As it stands in the html part of the reminder to Alak's operator, and in its text part. */
let link: string

beforeAll(async () => {
  const desktop = await new Visitor(town.system).signIn(coordinator)
  const angry = { email: 'complaint@simulator.amazonses.com' }
  expect((await desktop.request('POST', '/api/mailboxes/naker-operator/repairs', angry)).status).toBe(200)
  await moveTo(town.system, '2026-02-11T08:05:00+08:00')
  const mail = (await readInbox(town.system)).filter(({ to }) => to.includes(alak)).at(-1)
  link = /<a class="k" href="([^"]+)"[^>]*>Mengapa saya menerima ini\?<\/a>/.exec(mail?.html ?? '')?.[1] ?? ''
  expect(mail?.text).toContain(`\n${link}\n`)
}, 120_000)

/** On the page that asks who one is, without leaving it. */
async function enter(page: Page, email: string): Promise<void> {
  const before = await mailsTo(town.system, email)
  await page.getByLabel('Alamat surel').fill(email)
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  await page.getByLabel('Kode 8 angka').fill(await codeFor(town.system, email, before))
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
}

describe('the number in a mail’s foot', () => {
  it('leads its recipient through signing in to why it came', async () => {
    const page = await openWindow(town.browser, phone)
    await page.goto(link)
    await page.waitForURL(/\/masuk\?menuju=/)
    await enter(page, alak)
    await page.waitForURL(link)
    await page.getByRole('heading', { name: 'Mengapa saya menerima surel ini?' }).waitFor()
    await page.getByText('Target penyelesaian sudah dekat dan masih ada formulir yang belum dikirim.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: 'Kirim lagi' }).count()).toBe(0)
    await expectAccessible(page)
  })
  it('tells nothing to another operator', async () => {
    const page = await openWindow(town.browser, phone)
    await page.goto(link)
    await enter(page, 'operator@dinsos.example')
    await page.waitForURL(link)
    await page.getByRole('heading', { name: 'Halaman tidak ditemukan' }).waitFor()
    await expect.poll(() => page.locator('main').textContent()).not.toContain('Alak')
  })
  it('tells the coordinator to whom it went and that it arrived', async () => {
    const page = await openWindow(town.browser)
    await page.goto(link)
    await enter(page, coordinator)
    await page.getByRole('heading', { name: 'Mengapa surel ini dikirim?' }).waitFor()
    const said = await page.locator('main').textContent()
    for (const part of ['Operator Kec. Alak', alak, 'Sampai', 'Kecamatan Alak']) expect(said).toContain(part)
    await expectAccessible(page)
  })
})

describe('the coordinator', () => {
  let page: Page
  beforeAll(async () => {
    page = await openWindow(town.browser)
    await signIn(page, town.system, coordinator)
  })
  it('sees who marked a mail as spam, and whom to call instead', async () => {
    await page.goto(`${town.system.siteUrl}/surat?keadaan=complained`)
    await page.getByRole('link', { name: /Operator Naker/ }).click()
    await page.getByText('Penerima menandai surel ini sebagai spam, sehingga').waitFor()
    await page.getByRole('link', { name: 'Perbaiki alamatnya' }).click()
    const card = page.locator('#naker-operator')
    await card.getByText('Menandai surel kami sebagai spam sejak').waitFor()
    await expect.poll(() => card.locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  })
  it('asks what another date would do to the mails of one agency, and nothing is saved by asking', async () => {
    await page.goto(`${town.system.siteUrl}/surat/rencana`)
    await page.getByLabel('Tampilkan surel untuk').selectOption({ label: 'Kecamatan Alak' })
    await page.getByText(/\b\d+ surel untuk 2 penerima\./).waitFor()
    await page.getByText('Hari libur: Tahun Baru Imlek 2577 Kongzili').waitFor()
    await page.getByLabel('Bagaimana bila tanggal diubah?').selectOption({ label: 'Perpanjang' })
    await page.getByLabel('Batas akhir baru').fill('2026-02-20')
    await page.getByLabel('Kecamatan Alak', { exact: true }).check()
    await page.getByRole('button', { name: 'Hitung' }).click()
    const difference = page.getByRole('region', { name: 'Beda karena perubahan ini' })
    await difference.getByText('Selasa, 17 Februari 2026 menjadi Jumat, 20 Februari 2026').waitFor()
    // The mail about the change, and the reminders and the closing under the new date; those of the old one fall away.
    await difference.getByText(/^Surel yang bertambah: \d+ surel$/).click()
    await difference.getByText('Perubahan jadwal').waitFor()
    await difference.getByText(/^Surel yang tidak jadi: \d+ surel$/).waitFor()
    for (const size of [phone, desk]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
    await page.getByRole('link', { name: 'Ubah jendela penginputan' }).click()
    await page.getByText('Selasa, 17 Februari 2026').first().waitFor()
    await expect.poll(() => page.locator('main').textContent()).not.toContain('20 Februari 2026')
  })
})
