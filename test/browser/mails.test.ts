/**
 * The coordinator's mail pages in a browser: a mail bounces, the address is corrected after a fresh sign-in, the mail goes again and
 * arrives; agencies are reminded by hand, once a day. Every page is looked at by axe on a desk and on a phone.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { moveTo } from '../journeys/running-system.ts'
import { readInbox, Visitor } from '../journeys/visitor.ts'
import { desk, expectAccessible, openWindow, phone, signIn, signInAgain } from './people.ts'
import { useTown } from './town.ts'

const coordinator = 'koordinator@bappeda.example'
const town = useTown()
let page: Page

beforeAll(async () => {
  const visitor = await new Visitor(town.system).signIn(coordinator)
  const silent = { email: 'bounce@simulator.amazonses.com' }
  expect((await visitor.request('POST', '/api/mailboxes/dinsos-operator/repairs', silent)).status).toBe(200)
  await moveTo(town.system, '2026-02-11T08:05:00+08:00')
  page = await openWindow(town.browser)
  await signIn(page, town.system, coordinator)
}, 120_000)

/** On a desk and on a phone; leaves the window as wide as a desk. */
async function look(path: string): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await page.goto(`${town.system.siteUrl}${path}`)
    await page.locator('main h1').waitFor()
    await page.locator('.loading').waitFor({ state: 'detached' })
    await expectAccessible(page)
  }
}

describe('the mail pages', () => {
  it('can be read by everybody, on a desk and on a phone', async () => {
    for (const path of [
      '/surat',
      '/surat/rencana',
      '/surat/rencana?ubah=extend&akhir=2026-02-20&perangkat=dinsos',
      '/surat/ingatkan',
      '/surat/tidak-terjangkau',
      '/kalender',
    ]) {
      await look(path)
    }
  })

  it('tell the opening in one line, with what became of it, that opens to its mails', async () => {
    await page.goto(`${town.system.siteUrl}/surat?jenis=opening`)
    const line = page.locator('.mail-batch > summary')
    await expect.poll(() => line.textContent()).toMatch(/Pembukaan\d+ surel\d+ (Terkirim|Sampai)/)
    await line.click()
    await page.locator('.mail-batch a.mail-line').first().waitFor()
    for (const size of [phone, desk]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
    }
  })

  it('show a mail to come as it would read', async () => {
    await page.goto(`${town.system.siteUrl}/surat/rencana`)
    await page.locator('.mail-occasion summary').first().click()
    await page
      .getByRole('button', { name: /^Lihat isi/ })
      .first()
      .click()
    await page.locator('.mail-text').getByText('Yth.').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Tutup' }).click()
  })

  it('lead from a mail that bounced to its address, and send it again to the right one', async () => {
    await page.goto(`${town.system.siteUrl}/surat?keadaan=bounced`)
    await page.getByRole('link', { name: /Operator Dinsos/ }).click()
    await page.getByRole('heading', { name: 'Mengapa surel ini tidak sampai?' }).waitFor()
    await expectAccessible(page)
    const bounced = page.url()
    await page.getByRole('link', { name: 'Perbaiki alamatnya' }).click()
    // A sign-in of twenty minutes ago is not fresh any more.
    await moveTo(town.system, '2026-02-11T08:25:00+08:00')
    await page.getByLabel('Alamat surel yang benar').fill('operator@dinsos.example')
    await page.getByRole('button', { name: 'Simpan alamat' }).click()
    await signInAgain(page, town.system, coordinator)
    await page.getByText('Alamat diperbaiki untuk Operator Dinsos').waitFor()
    await page.goto(bounced)
    await page.getByRole('button', { name: 'Kirim lagi' }).click()
    await page.getByText('pengiriman ulang dari surel yang tidak sampai').waitFor()
    await moveTo(town.system, '2026-02-11T08:27:00+08:00')
    await page.reload()
    await page.locator('main .tag').getByText('Sampai', { exact: true }).waitFor()
    const arrived = (await readInbox(town.system)).filter(({ to }) => to.includes('operator@dinsos.example'))
    // The opening of the day before, and the reminder that had bounced: once.
    expect(arrived.map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Pengisian dibuka'),
      expect.stringContaining('formulir belum dikirim'),
    ])
  })

  it('remind by hand with a note, not twice a day unless forced with a reason', async () => {
    await page.goto(`${town.system.siteUrl}/surat/ingatkan?perangkat=kec-alak`)
    await page.getByLabel('Catatan pribadi').fill('Mohon hari ini, rapat dengan Sekda dimajukan.')
    await page.getByRole('button', { name: 'Lihat pratinjau' }).click()
    await page.getByRole('heading', { name: 'Sudah diingatkan hari ini (1)' }).waitFor()
    await page.getByLabel('Kirim juga kepada yang sudah diingatkan hari ini').check()
    await page.getByLabel('Alasan mengingatkan lagi pada hari yang sama').fill('Diminta Sekda')
    await page.getByRole('button', { name: 'Lihat pratinjau' }).click()
    await page.locator('.mail-text').getByText('Catatan dari Koordinator Bappeda').waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Kirim kepada 1 orang' }).click()
    await page.getByText('Pengingat sudah dicatat').waitFor()
    await moveTo(town.system, '2026-02-11T08:29:00+08:00')
    const mails = (await readInbox(town.system)).filter(({ to }) => to.includes('operator@kec-alak.example'))
    expect(mails.at(-1)?.text).toContain('Mohon hari ini, rapat dengan Sekda dimajukan.')
  })
})
