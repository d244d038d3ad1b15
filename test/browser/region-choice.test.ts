/** An address that two regions know: after the right code the page asks which, and opens that one; a session that ended asks for no other. */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { region } from '../fixtures/region.ts'
import { codeFor, mailsTo } from '../journeys/visitor.ts'
import { expectAccessible, openWindow, phone, signInAgain } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const email = 'operator@dinsos.example'
const neighbour = 'Kabupaten Tetangga yang Bernama Panjang Sekali'

beforeAll(async () => {
  const { regions } = await import('../../functions/lambda/deps.ts')
  const { settings, calendar, people, agencies } = region(['dinsos'])
  await regions.reviseSettings({ ...settings, region: 'tetangga', name: { id: neighbour, en: neighbour } })
  for (const each of agencies) await regions.reviseAgency('tetangga', each)
  await regions.reviseCalendar('tetangga', calendar)
  for (const each of people)
    await regions.revisePerson('tetangga', { ...each, ...(each.id === 'op-dinsos' && { email }) })
})

const regionOf = (page: Page) => page.evaluate(async () => (await (await fetch('/api/me')).json()).region)

it('asks which region once the code is right, by keyboard and on a phone, and opens it', async () => {
  const page = await openWindow(town.browser, phone)
  await page.goto(`${town.system.siteUrl}/masuk`)
  await page.getByLabel('Alamat surel').fill(email)
  const before = await mailsTo(town.system, email)
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Kode 8 angka')
  await field.waitFor()
  // Nothing says before the code that two regions know the address.
  expect(await page.getByRole('button', { name: neighbour }).count()).toBe(0)
  await field.fill(await codeFor(town.system, email, before))
  await page.keyboard.press('Enter')
  const choice = page.getByRole('button', { name: neighbour })
  await choice.waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Kupang')
  await expectAccessible(page)
  if (process.env.PICTURES)
    await page.screenshot({ path: `${process.env.PICTURES}/region-choice-360.png`, fullPage: true })
  const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  expect(await fits()).toBe(true)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
  await page.locator('h1').waitFor()
  await expect.poll(() => regionOf(page)).toBe('tetangga')
})

it('signing in again stays in the region that was open', async () => {
  const page = await openWindow(town.browser)
  await page.goto(`${town.system.siteUrl}/masuk`)
  await page.getByLabel('Alamat surel').fill(email)
  const before = await mailsTo(town.system, email)
  await page.getByRole('button', { name: 'Kirim kode' }).click()
  const field = page.getByLabel('Kode 8 angka')
  await field.waitFor()
  await field.fill(await codeFor(town.system, email, before))
  await page.getByRole('button', { name: 'Masuk', exact: true }).click()
  const choice = page.getByRole('button', { name: neighbour })
  await choice.waitFor()
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/region-choice-1280.png` })
  await choice.click()
  await page.waitForURL((url) => !url.pathname.startsWith('/masuk'))
  await page.locator('h1').waitFor()
  await page.goto(`${town.system.siteUrl}/`)
  await page.locator('h1').waitFor()
  await page.context().clearCookies()
  // A page of which nothing came when the first was opened (web/api/early-answers.ts).
  await page.locator('.header a[href="/saya"]').click()
  await signInAgain(page, town.system, email)
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await expect.poll(() => regionOf(page)).toBe('tetangga')
})
