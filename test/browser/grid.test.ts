/**
 * The row table in a real browser: hundreds of rows pasted, reached and changed by keyboard, copied, taken back, on a desk and
 * on a phone; what is said to a screen reader passes axe, and the server has all of it.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Row } from '../../functions/schema/answers.ts'
import { focused, follow } from './focus.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const town = useTown()
let page: Page
const formPath = '/putaran/3a-2026-2/dinsos/aksi3a-penandaan-anggaran'
const lines = Array.from(
  { length: 300 },
  (_, row) =>
    `1.06.05.2.02.${String(row).padStart(4, '0')}\tKegiatan ${row}\tJumlah keluarga\t12,5\tKeluarga\tpad\tRp 1.000.000`,
)

beforeAll(async () => {
  page = await openWindow(town.browser, desk)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, town.system, 'operator@dinsos.example')
})

/** The rows as the server has them, once it has what is awaited. */
async function saved(of: Page, form: string, table: string, until: (rows: readonly Row[]) => boolean) {
  let rows: readonly Row[] = []
  const path = `/api/rounds/3a-2026-2/agencies/${form}/draft`
  const has = async () => {
    const draft = await of.evaluate(async (address) => (await fetch(address)).json(), path)
    rows = draft.answers.rows[table] ?? []
    return until(rows) || `only ${JSON.stringify(rows.slice(0, 2))} of ${rows.length}`
  }
  await expect.poll(has, { interval: 250 }).toBe(true)
  return rows
}
const tagging = (until: (rows: readonly Row[]) => boolean) =>
  saved(page, 'dinsos/forms/aksi3a-penandaan-anggaran', 'penandaan', until)

async function pasteIntoBox(of: Page, text: string): Promise<void> {
  await of.getByRole('button', { name: 'Tempel dari Excel' }).last().click()
  await of.getByLabel('Isi yang ditempel').fill(text)
  await of.getByRole('button', { name: 'Masukkan ke tabel' }).click()
}

describe('on a desk', () => {
  it('300 rows pasted from a spreadsheet are all there, few are drawn, and axe is content', async () => {
    await page.goto(`${town.system.siteUrl}${formPath}`)
    await pasteIntoBox(page, lines.join('\n'))
    const grid = page.getByRole('grid', { name: 'Penandaan anggaran' })
    await grid.waitFor()
    await expect.poll(() => grid.getAttribute('aria-rowcount')).toBe('301')
    await grid.locator('tr[data-row]').first().waitFor()
    expect(await grid.locator('tr[data-row]').count()).toBeLessThan(60)
    await page.getByText('Rp300.000.000').waitFor()
    await expectAccessible(page)
    const rows = await tagging((found) => found.length === 300)
    expect(rows[299]?.cells).toMatchObject({
      kodeSubKegiatan: '1.06.05.2.02.0299',
      targetVolume: 12.5,
      sumberDana: 'PAD',
    })
  })

  it('the last row is reached and changed by keyboard alone, and Ctrl+Z takes it back', async () => {
    await page.locator('td[data-column="6"]').first().click()
    const first = await focused(page)
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.type('2500000')
    await page.keyboard.press('Enter')
    await tagging((rows) => rows[299]?.cells.paguSubKegiatan === 2_500_000)
    await page.keyboard.press('Control+z')
    await tagging((rows) => rows[299]?.cells.paguSubKegiatan === 1_000_000)
    await page.keyboard.press('Control+Home')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Tab')
    await expect.poll(() => focused(page)).toBe(first)
  })

  it('every row is passed on the way down by PageDown and arrows, and is drawn when it is', async () => {
    await page.keyboard.press('Control+Home')
    const top = await focused(page)
    const seen = new Set([top])
    let at = top
    while (seen.size < 300) {
      at = await follow(page, 'ArrowDown', at)
      expect(seen).not.toContain(at)
      seen.add(at)
    }
    const last = at
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    await expect.poll(() => focused(page)).toBe(last)
    at = await follow(page, 'Control+Home', last)
    expect(at).toBe(top)
    let pages = 0
    for (; at !== last; pages += 1) at = await follow(page, 'PageDown', at)
    expect(pages).toBeLessThan(100)
  })

  it('a range is copied and pasted through the clipboard as the same values', async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('Shift+ArrowDown')
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+c')
    await page.keyboard.press('Control+Home')
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+v')
    const rows = await tagging((found) => found[10]?.cells.kodeSubKegiatan === '1.06.05.2.02.0000')
    expect(rows[10]?.cells).toEqual(rows[0]?.cells)
    expect(rows[11]?.cells).toEqual(rows[1]?.cells)
  })

  it('menus and lists of choices are filled by keyboard, and the focus comes back to the cell', async () => {
    await page.keyboard.press('Control+Home')
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
    const source = await focused(page)
    await page.keyboard.type('DAU')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => focused(page)).toBe(source)
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
    const groups = await focused(page)
    await page.keyboard.press('F2')
    await page.locator('.combo').getByRole('option').first().click()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await expect.poll(() => focused(page)).toBe(groups)
    const rows = await tagging((found) => Array.isArray(found[0]?.cells.kelompokSasaran))
    expect(rows[0]?.cells).toMatchObject({ sumberDana: 'DAU', kelompokSasaran: [expect.any(String)] })
  })
})

describe('on a phone', () => {
  it("a block pasted into the box finds Alak's 348 rows by their names, and is drawn as cards", async () => {
    const hand = await openWindow(town.browser, phone)
    await signIn(hand, town.system, 'operator@kec-alak.example')
    await hand.goto(`${town.system.siteUrl}/putaran/3a-2026-2/kec-alak/monev-cakupan-layanan`)
    await pasteIntoBox(
      hand,
      'Indikator\tKelurahan\tPembilang\tPenyebut\nind-01\tBatuplat\t5\t10\nind-02\tNUNHILA\t(3)\tbanyak\n',
    )
    const found = await saved(hand, 'kec-alak/forms/monev-cakupan-layanan', 'cakupan', (rows) =>
      rows.some(({ cells }) => cells.penyebut === 'banyak'),
    )
    expect(found).toHaveLength(348)
    expect(found.find(({ rowKey }) => rowKey === '53-71-01-1009-ind-01')?.cells).toMatchObject({
      pembilang: 5,
      penyebut: 10,
    })
    await hand.getByRole('button', { name: 'Ke yang pertama' }).click()
    await hand.getByLabel('Penyebut', { exact: true }).waitFor()
    await expectAccessible(hand)
    await hand.getByRole('button', { name: 'Kembali ke daftar' }).first().click()
    await hand.locator('.row-cards .card').first().waitFor()
    await expect.poll(() => hand.locator('.row-cards .card').count()).toBeLessThan(40)
    await expectAccessible(hand)
  })
})
