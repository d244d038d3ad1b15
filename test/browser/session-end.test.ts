/** A session ends while somebody types in a cell: no key goes into the dialog, and afterwards the work goes on in that cell. */
import { expect, it } from 'vitest'
import { focused } from './focus.ts'
import { openWindow, signIn, signInAgain } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const email = 'operator@dinsos.example'

it('keys typed while the dialog is about to open, or is open, do not go into its box; the focus comes back to the cell', async () => {
  const page = await openWindow(town.browser)
  await signIn(page, town.system, email)
  await page.goto(`${town.system.siteUrl}/putaran/3a-2026-2/dinsos/aksi3a-penandaan-anggaran`)
  await page.getByRole('button', { name: 'Tambah baris' }).click()
  const cell = page.locator('tr[data-row="0"] td[id$="-paguSubKegiatan"]')
  await page.locator('.cell-bar > *').first().waitFor()
  await page.getByText(/^Tersimpan/).waitFor()
  await cell.click()
  const at = await focused(page)
  await page.context().clearCookies()
  const refused = page.waitForResponse((each) => each.status() === 401)
  await page.keyboard.type('12')
  // The dialog waits for the typing to end.
  await refused
  await page.keyboard.type('34', { delay: 200 })
  const dialog = page.getByRole('dialog', { name: 'Sesi Anda berakhir' })
  await dialog.waitFor()
  await page.keyboard.type('99')
  await expect.poll(() => dialog.getByLabel('Alamat surel').inputValue()).toBe(email)
  await signInAgain(page, town.system, email)
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => focused(page)).toBe(at)
  await page.keyboard.type('5')
  await page.keyboard.press('Enter')
  await expect.poll(() => cell.textContent()).toBe('Rp12.345')
  await page.getByText(/^Tersimpan/).waitFor()
  const amount = () =>
    page.evaluate(async () => {
      const path = '/api/rounds/3a-2026-2/agencies/dinsos/forms/aksi3a-penandaan-anggaran/draft'
      return (await (await fetch(path)).json()).answers.rows.penandaan[0].cells.paguSubKegiatan
    })
  await expect.poll(amount).toBe(12_345)
})
