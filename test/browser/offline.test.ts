/**
 * What is typed survives a cut connection, a reload without it and a colleague who types at the same time; and nothing of it
 * is left on the computer after the sign-out. The real page, service worker, API and stores.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { readDevice } from './device-storage.ts'
import { savedNote, untilSaved } from './fill-tagging.ts'
import { desk, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const town = useTown()
let page: Page

beforeAll(async () => {
  page = await openWindow(town.browser, desk, { offline: true })
  await signIn(page, town.system, 'operator@perikanan.example')
})

const person = (on: Page) => on.getByLabel('Nama penanggung jawab')
const title = (on: Page) => on.getByLabel('Jabatan penanggung jawab')

async function openForm(on: Page): Promise<void> {
  await on.goto(`${town.system.siteUrl}${form}`)
  await person(on).waitFor()
}

/** The line is cut for this window: also the service worker gets no answer. */
async function cut(on: Page, off: boolean): Promise<void> {
  await on.context().setOffline(off)
}

it('the second visit starts without a connection and shows the form with what was typed', async () => {
  await openForm(page)
  await person(page).fill('Maria Bessie')
  await untilSaved(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await cut(page, true)
  await title(page).fill('Kepala Subbagian')
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
  await page.reload()
  await person(page).waitFor()
  await expect
    .poll(() => Promise.all([person(page).inputValue(), title(page).inputValue()]))
    .toEqual(['Maria Bessie', 'Kepala Subbagian'])
  await page.getByText('Server tidak dapat dihubungi').waitFor()
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
})

it('the task list opens without a connection too, and says from when it is', async () => {
  await page.goto(`${town.system.siteUrl}/tugas`)
  await page.getByText('Yang tampil diterima').waitFor()
  await page.getByRole('heading', { name: 'Tugas saya' }).waitFor()
  await page.goto(`${town.system.siteUrl}${form}`)
  await person(page).waitFor()
})

it('when the connection is back everything reaches the server by itself', async () => {
  await cut(page, false)
  await untilSaved(page)
  const other = await openWindow(town.browser, phone, { offline: true })
  await signIn(other, town.system, 'operator@perikanan.example')
  await openForm(other)
  await expect.poll(() => title(other).inputValue()).toBe('Kepala Subbagian')
  await other.context().close()
})

it('of two windows without a shared connection each keeps its changes; one cell that both changed is asked with both values', async () => {
  const other = await openWindow(town.browser, desk, { offline: true })
  await signIn(other, town.system, 'kepala@perikanan.example')
  await openForm(other)
  await cut(page, true)
  await person(page).fill('Maria A.')
  await page.getByLabel('Nomor telepon/WhatsApp').fill('0812 3456 7890')
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
  const told = other.waitForResponse(
    (answer) => answer.ok() && answer.request().postData()?.includes('Kepala Dinas') === true,
  )
  await person(other).fill('Maria B.')
  await title(other).fill('Kepala Dinas')
  await told
  await cut(page, false)
  const panel = page.locator('.conflict')
  await panel.waitFor()
  await expect.poll(() => panel.textContent()).toContain('Maria A.')
  await expect.poll(() => panel.textContent()).toContain('Maria B.')
  await expect.poll(() => title(page).inputValue()).toBe('Kepala Dinas')
  await panel.getByRole('radio', { name: /Pakai punya rekan/ }).check()
  await panel.getByRole('button', { name: 'Simpan pilihan' }).click()
  await untilSaved(page)
  await expect.poll(() => person(page).inputValue()).toBe('Maria B.')
  // The colleague sees the other half when the window is looked at again.
  await other.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await other.getByText('menyimpan perubahan pukul').waitFor()
  await expect.poll(() => other.getByLabel('Nomor telepon/WhatsApp').inputValue()).toBe('0812 3456 7890')
  await other.context().close()
})

it('nothing is left on the computer after the sign-out, also when the server did not hear of it', async () => {
  await cut(page, true)
  await person(page).fill('Belum terkirim')
  await savedNote(page).getByText('Hanya di perangkat ini').waitFor()
  await page.getByRole('button', { name: 'Keluar' }).click()
  await page.waitForURL(/masuk/)
  await expect.poll(async () => (await page.evaluate(readDevice)).keys).toEqual([])
  await page.goto(`${town.system.siteUrl}${form}`)
  await page.getByRole('button', { name: 'Coba lagi' }).waitFor()
  await expect.poll(() => person(page).count()).toBe(0)
  expect((await page.evaluate(readDevice)).keys).toEqual([])
  await cut(page, false)
  await page.goto(`${town.system.siteUrl}/tugas`)
  await page.waitForURL(/masuk/)
  expect((await page.request.get(`${town.system.siteUrl}/api/me`)).status()).toBe(401)
})
