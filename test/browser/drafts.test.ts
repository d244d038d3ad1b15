/**
 * No key stroke is lost in a real browser with real tabs: typed while a clash waits, a moment before a reload, in two tabs of
 * one person without a connection. The page, the device's database, the service worker, the API.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { isThorough } from '../setup/thorough.ts'
import { savedNote, unfoldHead, untilSaved } from './fill-tagging.ts'
import { desk, openWindow, signIn } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const town = useTown()
let page: Page
let other: Page

beforeAll(async () => {
  page = await openWindow(town.browser, desk, { offline: true })
  await signIn(page, town.system, 'operator@perikanan.example')
  other = await openWindow(town.browser)
  await signIn(other, town.system, 'kepala@perikanan.example')
})

const person = (on: Page) => on.getByLabel('Nama penanggung jawab')
const title = (on: Page) => on.getByLabel('Jabatan penanggung jawab')
const telephone = (on: Page) => on.getByLabel('Nomor telepon/WhatsApp')
const mail = (on: Page) => on.getByLabel('Surel penanggung jawab')

async function openForm(on: Page): Promise<void> {
  await on.goto(`${town.system.siteUrl}${form}`)
  await unfoldHead(on)
}

/** The header as the server has it. */
async function onServer(on: Page): Promise<Record<string, unknown>> {
  const path = '/api/rounds/3a-2026-2/agencies/perikanan/forms/aksi3a-penandaan-anggaran/draft'
  return on.evaluate(async (address) => (await (await fetch(address)).json()).answers.fields, path)
}

it('what is typed while a clash waits is saved, survives a reload, and the bar says what waits', async () => {
  await openForm(page)
  await person(page).fill('Semula')
  await untilSaved(page)
  await openForm(other)
  await page.context().setOffline(true)
  await person(page).fill('Maria A.')
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
  await person(other).fill('Maria B.')
  await untilSaved(other)
  await page.context().setOffline(false)
  const panel = page.locator('.conflict')
  await panel.waitFor()
  await page.reload()
  await panel.waitFor()
  await title(page).fill('Kepala Subbagian')
  await telephone(page).fill('0812 3456 7890')
  await mail(page).fill('maria@perikanan.example')
  await untilSaved(page)
  await expect.poll(() => savedNote(page).textContent()).toContain('1 isian menunggu pilihan Anda')
  await page.reload()
  await panel.waitFor()
  await expect.poll(() => panel.textContent()).toMatch(/Maria A\.[\s\S]*Maria B\./)
  await expect
    .poll(() => Promise.all([title(page), telephone(page), mail(page)].map((field) => field.inputValue())))
    .toEqual(['Kepala Subbagian', '0812 3456 7890', 'maria@perikanan.example'])
  await expect
    .poll(async () => Object.values(await onServer(page)))
    .toEqual(expect.arrayContaining(['Maria B.', 'Kepala Subbagian', 'maria@perikanan.example']))
  await panel.getByRole('radio', { name: /Pakai punya saya/ }).check()
  await panel.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect.poll(async () => Object.values(await onServer(page))).toContain('Maria A.')
  await expect.poll(() => panel.count()).toBe(0)
})

it('a reload, or leaving and coming back, at any moment after a key keeps the key and asks nobody', async () => {
  await openForm(page)
  for (const [index, wait] of [0, 10, 40, 90, 150, 240, 300, 700, 1_400, 1_490, 1_510, 1_600].entries()) {
    // Half of them, each way of leaving; all by `npm run test:full`.
    if (!isThorough && ![0, 90, 150, 700, 1_490, 1_510].includes(wait)) continue
    const text = `Yohana ${'abcdefgh'.slice(0, (index % 8) + 1)} ${index}`
    await person(page).click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(text, { delay: 15 })
    if (index % 3 === 1) await page.keyboard.press('Tab')
    await page.waitForTimeout(wait)
    if (index % 2 === 0) await page.reload()
    else {
      await page.goto(`${town.system.siteUrl}/tugas`)
      await page.goBack()
    }
    await unfoldHead(page)
    await expect
      .poll(async () => [wait, await person(page).inputValue(), await page.locator('.conflict').count()])
      .toEqual([wait, text, 0])
  }
  await untilSaved(page)
  await expect.poll(() => page.locator('.conflict').count()).toBe(0)
})

it('two tabs of one person without a connection: each text is kept, also when both are closed and a third is opened', async () => {
  const context = page.context()
  const second = await context.newPage()
  await openForm(second)
  await openForm(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await context.setOffline(true)
  await title(page).fill('Dari tab satu')
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
  await title(second).fill('Dari tab dua')
  await telephone(second).fill('0813 0000 0000')
  await savedNote(second).getByText('Hanya di perangkat ini').waitFor()
  await second.close()
  await page.close()
  const third = await context.newPage()
  await openForm(third)
  await expect.poll(() => telephone(third).inputValue()).toBe('0813 0000 0000')
  const panel = third.locator('.conflict')
  await panel.waitFor()
  await expect.poll(() => panel.textContent()).toMatch(/Dari tab (satu|dua)[\s\S]*Dari tab (satu|dua)/)
  await context.setOffline(false)
  await panel.getByRole('button', { name: 'Simpan pilihan' }).click()
  await expect.poll(async () => Object.values(await onServer(third))).toContain('Dari tab dua')
  await expect.poll(() => panel.count()).toBe(0)
})
