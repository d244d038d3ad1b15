/**
 * Choices typed into cells in a real browser, fast and slowly: names that begin alike, and names of choice columns of
 * every form. What is stored is what was typed, and the server has it.
 */
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import { fixedFieldsOf } from '../../functions/schema/answers/fixed-rows.ts'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import { references } from '../../local/seed/kota-kupang/references.ts'
import { isThorough } from '../setup/thorough.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
const lists = Object.fromEntries(references.map(({ id, entries }) => [id, entries]))
const pages = new Map<string, Page>()

async function open(agency: string, form: string): Promise<Page> {
  const page = pages.get(agency) ?? (await openWindow(town.browser, desk))
  if (!pages.has(agency)) await signIn(page, town.system, `operator@${agency}.example`)
  pages.set(agency, page)
  await page.goto(`${town.system.siteUrl}/putaran/3a-2026-2/${agency}/${form}`)
  if (form === 'aksi3a-penandaan-anggaran') await page.getByRole('button', { name: 'Tambah baris' }).click()
  await page.getByRole('grid').first().waitFor()
  // The table takes keys once the bar beneath it speaks.
  await page.locator('.cell-bar > *').first().waitFor()
  return page
}

/** Selects the cell of a field in a row and types, as a person does: the first key goes into the cell itself. */
async function typeInto(page: Page, at: { cell: Locator; text: string; delay: number }): Promise<void> {
  await at.cell.click()
  await page.keyboard.type(at.text, { delay: at.delay })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
}

/** What stands in that field of the first rows, as the server has it. */
async function stored(page: Page, table: string, field: string, expected: readonly unknown[]): Promise<void> {
  const [, , , agency, form] = new URL(page.url()).pathname.split('/')
  await expect
    .poll(async () => {
      const path = `/api/rounds/3a-2026-2/agencies/${agency}/forms/${form}/draft`
      const draft = await page.evaluate(async (address) => (await fetch(address)).json(), path)
      return expected.map((_, row) => draft.answers.rows[table]?.[row]?.cells[field])
    })
    .toEqual(expected)
}

const sources = [
  ['DAU', 'DAU'],
  ['DAU yang ditentukan', 'DAU_DITENTUKAN'],
  ['DBH', 'DBH'],
  ['Dana Bagi Hasil', 'DBH'],
  ['DAK Fisik', 'DAK_FISIK'],
  ['DAK Nonfisik', 'DAK_NONFISIK'],
  ['BOK', 'DAK_NONFISIK'],
  ['BOKB', 'DAK_NONFISIK'],
  ['BLUD', 'BLUD'],
  ['Insentif', 'INSENTIF_FISKAL'],
  ['Lainnya', 'LAINNYA'],
  ['LSM', 'NON_APBD'],
] as const

it.each([
  [30, sources],
  [120, sources.slice(0, 4)],
])('names that begin alike, typed at %d ms a key, are stored as they were meant', async (delay, names) => {
  const page = await open('dinsos', 'aksi3a-penandaan-anggaran')
  const add = page.getByRole('button', { name: 'Tambah baris' })
  const rows = page.locator('tr[data-row]')
  for (let count = await rows.count(); count < names.length; count += 1) {
    await add.click()
    await rows.nth(count).waitFor()
  }
  const cellOf = (row: number) => page.locator(`tr[data-row="${row}"] td[id$="-sumberDana"]`)
  for (const [row, [text]] of names.entries()) await typeInto(page, { cell: cellOf(row), text, delay })
  await stored(
    page,
    'penandaan',
    'sumberDana',
    names.map(([, value]) => value),
  )
  for (const row of names.keys()) {
    await cellOf(row).click()
    await page.keyboard.press('Delete')
  }
})

const context = (agencyId: string) => ({ today: '2026-02-10', agencyId, fiscalYear: 2026, references: lists })

it.each([
  ['dinsos', 'aksi3a-penandaan-anggaran'],
  ['dinsos', 'reviu-aksi-2025'],
  ['kec-alak', 'data-sasaran'],
  ['kec-alak', 'monev-cakupan-layanan'],
  ['dukcapil', 'data-pendukung'],
])('%s %s: a name of a choice column is stored as its choice', async (agency, form) => {
  const page = await open(agency, form)
  const definition = formDefinitions().find(({ id }) => id === form)
  let typed = 0
  for (const table of definition?.tables ?? []) {
    const fixed = fixedFieldsOf(table)
    for (const field of table.fields.filter(({ id }) => !fixed.has(id))) {
      const cell = page.locator(`td[id^="at-rows-${table.id}-"][id$="-${field.id}"]`).first()
      if (!/^choices?$/.test(field.type) || (await cell.count()) === 0 || (await cell.textContent()) === '–') continue
      const choices = choicesOf(field, context(agency))
      const text = choices[choices.length >> 1]?.label.id ?? ''
      const { value } = readTyped(field, text, 'id', context(agency))
      // Two columns of each form, one of them slowly too; all of them by `npm run test:full`, and by test/web/combo.test.tsx.
      if (!isThorough && typed === 2) break
      for (const delay of isThorough || typed === 0 ? [30, 120] : [30]) {
        await typeInto(page, { cell, text, delay })
        await stored(page, table.id, field.id, [value])
        await cell.click()
        await page.keyboard.press('Delete')
      }
      typed += 1
    }
  }
  expect(typed).toBeGreaterThan(0)
})

it('the open list passes axe, lies over the table, and its last option is reached', async () => {
  const page = await open('dinsos', 'aksi3a-penandaan-anggaran')
  await page.locator('tr[data-row="0"] td[id$="-lokasi"]').click()
  await page.keyboard.press('F2')
  await page.locator('.combo').waitFor()
  await expectAccessible(page)
  await page.keyboard.press('ArrowUp')
  const isOnTop = () =>
    page.evaluate(() => {
      const box = document.querySelector('.combo .marked')?.getBoundingClientRect()
      return box && document.elementFromPoint(box.x + 5, box.y + 5)?.classList.contains('marked')
    })
  await expect.poll(isOnTop).toBe(true)
  await page.keyboard.press('Escape')
})

it('on a phone a choice stays the browser’s own menu', async () => {
  const hand = await openWindow(town.browser, phone)
  await signIn(hand, town.system, 'operator@perikanan.example')
  await hand.goto(`${town.system.siteUrl}/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran`)
  await hand.getByRole('button', { name: 'Tambah baris' }).click()
  await expect
    .poll(() => hand.getByLabel('Sumber dana', { exact: true }).evaluate(({ tagName }) => tagName))
    .toBe('SELECT')
})
