/**
 * A shared office computer: once a session is over nothing of its person can be seen there, also without a connection and also
 * not in the browser's storage; and what was typed is there again when its person signs in, whoever worked there in between.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { readDevice } from './device-storage.ts'
import { untilSaved } from './fill-tagging.ts'
import { desk, openWindow, signInOnPage } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const secret = 'Rahasia Maria'
const town = useTown()
let page: Page

beforeAll(async () => {
  page = await openWindow(town.browser, desk, { offline: true })
})

const person = (on: Page) => on.getByLabel('Nama penanggung jawab')
const note = (on: Page) => on.locator('.saved-note')
const offline = (off: boolean) => page.context().setOffline(off)

/** Ends the session without the page: from its cookie alone a request that is just leaving would still be let in. */
async function endOnServer(): Promise<void> {
  const { siteUrl } = town.system
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const answer = await fetch(`${siteUrl}/api/sign-out`, { method: 'POST', headers: { cookie, origin: siteUrl } })
  expect(answer.status).toBe(204)
}

/** The name as the server has it, for whoever is signed in; empty without a draft. */
function savedName(): Promise<string> {
  return page.evaluate(
    async (address) => {
      const answer = await fetch(address)
      return answer.ok ? ((await answer.json()).answers?.fields?.picNama ?? '') : ''
    },
    `/api${form.replace('/putaran/3a-2026-2', '/rounds/3a-2026-2/agencies').replace('/aksi3a', '/forms/aksi3a')}/draft`,
  )
}

it('what is typed is encrypted on the device, with a key that cannot be read out', async () => {
  await signInOnPage(page, town.system, 'operator@perikanan.example')
  await page.goto(`${town.system.siteUrl}${form}`)
  await person(page).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await offline(true)
  await person(page).fill(secret)
  await note(page).getByText('Hanya di perangkat ini').waitFor()
  await page.reload()
  await person(page).waitFor()
  await expect.poll(() => person(page).inputValue()).toBe(secret)
  await expect.poll(async () => (await page.evaluate(readDevice)).keys.join()).toMatch(/\bdraf\|/)
  const { text } = await page.evaluate(readDevice)
  expect(text).toContain('key, extractable: false')
  expect(text).not.toContain('extractable: true')
  expect(text).not.toContain('Rahasia')
  expect(text).not.toContain('perikanan.example')
})

it('once the server says that the session is over, the page shows nothing of the person, and without a connection neither', async () => {
  await endOnServer()
  await offline(false)
  const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' })
  await dialog.waitFor()
  await person(page).waitFor({ state: 'hidden' })
  await offline(true)
  await page.goto(`${town.system.siteUrl}${form}`)
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
  await expect.poll(() => person(page).count()).toBe(0)
  await page.goto(`${town.system.siteUrl}/tugas`)
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
  await expect.poll(() => page.getByText('Dinas Perikanan').count()).toBe(0)
  await offline(false)
})

it('another person sees nothing of it, and leaves it where it is', async () => {
  await signInOnPage(page, town.system, 'kepala@perikanan.example')
  await page.goto(`${town.system.siteUrl}${form}`)
  await person(page).waitFor()
  // A page that is being reloaded may be online for a moment, and save: what the server has, the head of the same agency may see.
  await expect.poll(() => person(page).inputValue()).toBe(await savedName())
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.waitForURL(/masuk/)
})

it('its own person finds it again, and it is saved', async () => {
  await signInOnPage(page, town.system, 'operator@perikanan.example')
  await page.goto(`${town.system.siteUrl}${form}`)
  await person(page).waitFor()
  await expect.poll(() => person(page).inputValue()).toBe(secret)
  await untilSaved(page)
})
