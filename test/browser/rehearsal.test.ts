/**
 * A round is rehearsed from beginning to end in a browser: the coordinator copies it, moves its clock, reads the mails that would have
 * gone, and looks with the eyes of operator, head and viewer; the operator fills in a form there. Nothing of it reaches an inbox, and
 * the real round stays as it was. Every page is looked at by axe on a desk and on a phone.
 */
import { mkdirSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { completeAnswers, roundId, tagging } from '../journeys/agency-work.ts'
import { expectStatus, readInbox, Visitor } from '../journeys/visitor.ts'
import { declare } from './fill-tagging.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const id = `latihan-${roundId}-1`
const pictures = process.env.SCREENSHOTS
const town = useTown()
let page: Page
let realBefore: string

/** All that the real round shows, as its coordinator reads it. */
async function realRound(): Promise<string> {
  const reader = await new Visitor(town.system).signIn('koordinator@bappeda.example')
  const paths = ['completeness', 'assignments', 'findings', 'revisions']
  const all = await Promise.all(paths.map((path) => reader.request('GET', `/api/rounds/${roundId}/${path}`)))
  // But for the moment at which it was read.
  return JSON.stringify(all.map((each) => ({ ...(expectStatus(each, 200).body as object), asOf: undefined })))
}

beforeAll(async () => {
  page = await openWindow(town.browser)
  await signIn(page, town.system, 'koordinator@bappeda.example')
  realBefore = await realRound()
}, 120_000)

/** On a phone and on a desk; leaves the window as wide as a desk. `SCREENSHOTS=<folder>` keeps a picture of each. */
async function look(name: string, seen = page): Promise<void> {
  for (const [width, size] of [
    ['phone', phone],
    ['desk', desk],
  ] as const) {
    await seen.setViewportSize(size)
    await seen.waitForFunction(() => document.querySelector('.loading') === null)
    await expectAccessible(seen)
    if (pictures === undefined) continue
    mkdirSync(pictures, { recursive: true })
    await seen.screenshot({ path: `${pictures}/rehearsal-${name}-${width}.png` })
  }
}

const bar = (seen = page) => seen.getByRole('complementary', { name: 'LATIHAN' })
const occasion = (name: string | RegExp) => page.locator('details.mail-occasion', { hasText: name }).first()

async function nextDay(until: string): Promise<void> {
  await bar().getByRole('button', { name: 'Hari berikutnya' }).click()
  await bar().getByText(until).waitFor()
}

async function lookAs(person: RegExp): Promise<void> {
  const select = page.getByLabel('Lihat sebagai')
  const option = select.locator('option', { hasText: person }).first()
  await select.selectOption(await option.getAttribute('value'))
  await page.getByText('Beginilah yang dilihat').waitFor()
}

describe('a rehearsal in the browser', () => {
  it('is copied from the round in one click, says LATIHAN, and begins at the opening', async () => {
    await page.goto(`${town.system.siteUrl}/pengaturan/putaran`)
    await page.getByRole('button', { name: 'Salin menjadi latihan' }).click()
    await page.waitForURL(`**/latihan/${id}`)
    await page.getByRole('heading', { level: 1, name: /^LATIHAN: Aksi 3A/ }).waitFor()
    await expect.poll(() => page.title()).toContain('LATIHAN')
    await bar().getByText('Selasa, 10 Februari 2026 pukul 08.00 WITA').waitFor()
    await occasion(/pembukaan|dibuka/i).waitFor()
    await look('begun')
  })

  it('moves on by a day at the press of a button, and shows the mails of that day as they would be read', async () => {
    await nextDay('Rabu, 11 Februari 2026')
    await nextDay('Kamis, 12 Februari 2026')
    // The bar moves before the list is fetched anew, and the day before had reminders too.
    await page.locator('.mail-day h3', { hasText: 'Kamis, 12 Februari 2026' }).waitFor()
    const reminders = occasion(/Pengingat/)
    await reminders.locator('summary').click()
    await reminders.getByRole('button', { name: /^Baca/ }).first().click()
    const dialog = page.getByRole('dialog')
    const letter = dialog.frameLocator('iframe')
    await letter
      .getByText(/LATIHAN: Aksi 3A/)
      .first()
      .waitFor()
    await dialog.getByRole('button', { name: 'Teks saja' }).click()
    await dialog.locator('pre', { hasText: 'Jumat, 13 Februari 2026' }).waitFor()
    await look('mail')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('is entered by an operator, who sends a form there as in a real round', async () => {
    const operator = await new Visitor(town.system).signIn('operator@perikanan.example')
    const path = `/api/rounds/${id}/agencies/perikanan/forms/${tagging}`
    const draft = { formVersion: 2, answers: completeAnswers('perikanan', tagging) }
    expectStatus(await operator.request('PUT', `${path}/draft`, draft, { 'if-match': '"v0-r0"' }), 200)
    const window = await openWindow(town.browser, phone)
    await signIn(window, town.system, 'operator@perikanan.example')
    await window.goto(`${town.system.siteUrl}/latihan/${id}`)
    await window.getByRole('heading', { name: 'Tugas' }).waitFor()
    await look('operator', window)
    await window.setViewportSize(phone)
    await window.getByRole('link', { name: '3A', exact: true }).click()
    await window.getByRole('button', { name: 'Periksa dan kirim' }).click()
    await declare(window)
    await window.getByRole('button', { name: 'Kirim sekarang' }).click()
    await window.waitForURL(/\/bukti\/LATIHAN-3A-perikanan-r1-/)
    await bar(window).getByText('LATIHAN', { exact: true }).waitFor()
    await window.getByText('Ini latihan: tanda terimanya tidak dikirim').waitFor()
    await look('receipt', window)
    await window.context().close()
  })

  it('shows the coordinator what operator, head and viewer see of it, and that the receipt would have gone', async () => {
    await page.goto(`${town.system.siteUrl}/latihan/${id}`)
    await lookAs(/^Operator Perikanan/)
    await page.getByRole('row', { name: /^3A Dikirim/ }).waitFor()
    await occasion('Tanda terima').waitFor()
    await look('as-operator')
    await lookAs(/^Kepala Dinas Perikanan/)
    await page.getByRole('row', { name: /^3A Dikirim/ }).waitFor()
    await look('as-head')
    await lookAs(/^Pemantau/)
    await page.getByText('melihat rekap, temuan, dan hasil seluruh daerah').waitFor()
    await look('as-viewer')
  })

  it('has board, plan, findings and results of its own, each marked on the screen and on paper', async () => {
    for (const [path, name] of [
      ['/rekap', 'board'],
      ['/surat/rencana', 'plan'],
      ['/temuan', 'findings'],
      ['/hasil', 'results'],
    ] as const) {
      await page.goto(`${town.system.siteUrl}${path}?putaran=${id}`)
      await page.locator('main h1').waitFor()
      await bar().getByText('LATIHAN', { exact: true }).waitFor()
      await look(name)
      await page.emulateMedia({ media: 'print' })
      const mark = () =>
        bar().evaluate((aside) => [getComputedStyle(aside).display, getComputedStyle(aside, '::after').content])
      await expect.poll(mark, { message: path }).toEqual(['block', '"LATIHAN"'])
      await page.emulateMedia({ media: 'screen' })
    }
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Unduh buku kerja (XLSX)' }).click()
    expect((await saved).suggestedFilename()).toBe(`${id}.xlsx`)
  })

  it('sends nobody a mail, and leaves the real round as it was', async () => {
    expect(await realRound()).toBe(realBefore)
    const coordinator = await new Visitor(town.system).signIn('koordinator@bappeda.example')
    const { body } = expectStatus(await coordinator.request('GET', `/api/rounds/${id}/captured-mails`), 200)
    const captured = (body as { mails: { nid: string; outcome: string; recipient: { email?: string } }[] }).mails
    expect(captured.filter(({ outcome }) => outcome === 'captured').length).toBeGreaterThan(20)
    const inbox = await readInbox(town.system)
    expect(inbox.length).toBeGreaterThan(0)
    const leaked = inbox.filter(
      ({ subject, text, tags }) =>
        /LATIHAN|REHEARSAL/.test(subject + text) ||
        text.includes(id) ||
        captured.some(({ nid }) => Object.values(tags).includes(nid) || text.includes(nid)),
    )
    expect(leaked).toEqual([])
  })
})
