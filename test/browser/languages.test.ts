/**
 * Each person chooses a language, and everything that reaches this person follows: pages, titles, refusals, files, the calendar and
 * mails. Nobody else's change.
 */
import { mkdirSync } from 'node:fs'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { roundId } from '../journeys/agency-work.ts'
import { moveTo } from '../journeys/running-system.ts'
import { readInbox } from '../journeys/visitor.ts'
import { desk, expectAccessible, inTabs, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

/** Words of daily work that no text in the other language has. */
const indonesian = /\b(yang|dengan|untuk|sudah|belum|tidak|Tidak|hari kerja|Simpan|Batal|Unduh|pukul|Kirim)\b/
const english = /\b(the|with|for|not|Save|Cancel|Download|Submitted|Not started|working days?)\b/
/** What people and offices themselves are called, and what was typed, is in no language of ours. */
const ownPages = ['/tugas', '/temuan', '/kalender', '/saya']
const widePages = [
  '/rekap',
  '/rekap/jendela',
  '/reviu',
  '/temuan',
  '/surat/rencana',
  '/surat/ingatkan',
  '/surat/tidak-terjangkau',
  '/hasil',
  '/hasil/kecamatan/kec-alak',
  '/kalender',
  '/saya',
  '/acuan',
  '/pengaturan',
  '/pengaturan/putaran',
  `/pengaturan/putaran/${roundId}`,
  '/pengaturan/formulir',
  '/pengaturan/perangkat-daerah',
  '/pengaturan/orang',
  '/pengaturan/kalender',
  '/pengaturan/daerah',
]
const town = useTown()

async function choose(page: Page, name: 'English' | 'Bahasa Indonesia'): Promise<void> {
  await page.goto(`${town.system.siteUrl}/saya`)
  const saved = page.waitForResponse((each) => each.request().method() === 'PUT' && each.url().endsWith('/api/me'))
  await page.getByRole('radio', { name }).click()
  expect((await saved).ok()).toBe(true)
}

/** The lines of a page, with its title and what only a screen reader says; without mails, which are in their reader's language. */
async function linesOf(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const said = [...document.querySelectorAll('[aria-label], [placeholder], [title]')].map((each) =>
      ['aria-label', 'placeholder', 'title'].map((name) => each.getAttribute(name) ?? '').join('\n'),
    )
    const shown = [...document.querySelectorAll('main *')].flatMap((each) =>
      [...each.childNodes]
        .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
        .map(({ nodeValue }) => nodeValue ?? ''),
    )
    return [document.title, ...shown, ...said].join('\n')
  })
  return text.split('\n')
}

describe('a language of one’s own', () => {
  it('is chosen on one’s page, and turns the page, its title and its language for a screen reader', async () => {
    const page = await openWindow(town.browser)
    await signIn(page, town.system, 'operator@perikanan.example')
    await page.goto(`${town.system.siteUrl}/saya`)
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('id')
    await choose(page, 'English')
    await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor()
    await expect.poll(() => page.title()).toContain('My settings')
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en')
    for (const size of [phone, desk]) {
      await page.setViewportSize(size)
      await expectAccessible(page)
      if (process.env.SCREENSHOTS === undefined) continue
      mkdirSync(process.env.SCREENSHOTS, { recursive: true })
      await page.screenshot({ path: `${process.env.SCREENSHOTS}/languages-${size.width}.png` })
    }
    await page.context().close()
  })

  it('is known again on another device, and is the language of refusals, files and the calendar', async () => {
    const page = await openWindow(town.browser)
    await signIn(page, town.system, 'operator@perikanan.example')
    await page.getByRole('heading', { level: 1, name: 'My tasks' }).waitFor()
    const refused = await page.request.get(`${town.system.siteUrl}/api/rounds/${roundId}/completeness`, {
      headers: { 'accept-language': 'en' },
    })
    expect(await refused.json()).toMatchObject({ detail: 'Your role does not allow this.' })
    await page.goto(`${town.system.siteUrl}/rekap`)
    await page.getByRole('heading', { level: 1, name: /not/ }).waitFor()
    const template = await page.request.get(
      `${town.system.siteUrl}/api/rounds/${roundId}/agencies/perikanan/forms/aksi3a-penandaan-anggaran/workbook`,
      { headers: { 'accept-language': 'en' } },
    )
    const { sheets } = await readXlsx(await template.body())
    const words = JSON.stringify(sheets.map(({ name, rows }) => [name, rows]))
    expect(words).toContain('Sub-activity code')
    expect(words).not.toMatch(/Kode sub kegiatan|Petunjuk/)
    await page.goto(`${town.system.siteUrl}/kalender`)
    const address = () =>
      page
        .locator('input[readonly], .hash, code')
        .first()
        .evaluate((field) => (field instanceof HTMLInputElement ? field.value : (field.textContent ?? '')))
    await expect.poll(address).toContain('lang=en')
    expect(await (await fetch(await address())).text()).toContain('Target date')
    await page.context().close()
  })

  it('is the language of one’s mails, and of nobody else’s', async () => {
    const before = (await readInbox(town.system)).length
    await moveTo(town.system, '2026-02-11T08:05:00+08:00')
    const mails = (await readInbox(town.system)).slice(before)
    const subjectTo = (address: string) => mails.find(({ to }) => to.includes(address))?.subject
    expect(subjectTo('operator@perikanan.example')).toMatch(/^Target Friday, 13 February 2026: 2 forms not submitted/)
    expect(subjectTo('operator@dinsos.example')).toMatch(/^Target Jumat, 13 Februari 2026: 3 formulir belum dikirim/)
  })
})

describe('every page', () => {
  for (const [email, paths] of [
    ['operator@kec-alak.example', ownPages],
    ['koordinator@bappeda.example', widePages],
  ] as const)
    it(`of ${email} is in the chosen language throughout`, async () => {
      const page = await openWindow(town.browser)
      await signIn(page, town.system, email)
      for (const [name, foreign] of [
        ['English', indonesian],
        ['Bahasa Indonesia', english],
      ] as const) {
        await choose(page, name)
        await inTabs(page, paths, async (tab, share) => {
          for (const path of share) {
            await tab.goto(town.system.siteUrl + path)
            await tab.locator('main h1').waitFor()
            await tab.waitForFunction(() => document.querySelector('.loading') === null)
            const found = async () => (await linesOf(tab)).filter((line) => foreign.test(line))
            await expect.poll(found, { message: `${path} in ${name}` }).toEqual([])
          }
        })
      }
      await page.context().close()
    })
})
