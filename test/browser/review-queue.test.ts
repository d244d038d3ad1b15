/**
 * A coordinator's review in a real browser: the queue oldest first, clean ones accepted together, a submission commented without
 * a mouse, a note for colleagues, returned with a date of its own, and what changed when it comes back. Both widths, with axe.
 */
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { completeAnswers, post, review2025, submit, tagging, workPath } from '../journeys/agency-work.ts'
import { moveTo } from '../journeys/running-system.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { focused } from './focus.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const note = 'Pagu sudah ditanyakan ke BKAD, jawabannya menyusul.'
const remark = 'Nama penanggung jawab belum lengkap.'
const rowRemark = 'Kode sub kegiatan tidak ada di DPA.'
const sheet = `/putaran/3a-2026-2/perikanan/${tagging}/kiriman`
const town = useTown('2026-02-17T15:00:00+08:00')
let coordinator: Page

beforeAll(async () => {
  for (const [agency, form] of [
    ['dinsos', review2025],
    ['perikanan', tagging],
    ['dikbud', review2025],
  ] as const) {
    await submit(await new Visitor(town.system).signIn(`operator@${agency}.example`), agency, form)
  }
  coordinator = await openWindow(town.browser, desk)
  await signIn(coordinator, town.system, 'koordinator@bappeda.example')
})

async function expectBothWidths(page: Page): Promise<void> {
  for (const size of [phone, desk]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
  }
}

const queued = () => coordinator.locator('.queue h2').allTextContents()
async function openQueue(): Promise<void> {
  await coordinator.goto(`${town.system.siteUrl}/reviu`)
  await coordinator.locator('.queue').waitFor({ state: 'attached' })
}

it('the longest waiting stands first, and only clean ones are accepted together', async () => {
  await openQueue()
  await expect
    .poll(() => queued())
    .toEqual(['Dinas Sosial, Reviu 2025', 'Dinas Perikanan, 3A', 'Dinas Pendidikan dan Kebudayaan, Reviu 2025'])
  await expectBothWidths(coordinator)
  await coordinator.getByRole('button', { name: 'Pilih semua yang bersih (2)' }).click()
  await coordinator.getByRole('button', { name: 'Setujui yang dipilih (2)' }).click()
  await expectAccessible(coordinator)
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Setujui yang dipilih (2)' }).click()
  await coordinator.getByText('2 kiriman disetujui.').waitFor()
  await expect.poll(queued).toEqual(['Dinas Perikanan, 3A'])
})

it('answers and rows are commented by keyboard alone', async () => {
  await coordinator.goto(town.system.siteUrl + sheet)
  await coordinator.getByRole('region', { name: 'Reviu kiriman ini' }).waitFor()
  await coordinator.locator('.grid td').first().waitFor()
  const { keyboard } = coordinator
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await keyboard.press(key)
      await focused(coordinator)
    }
  }
  const pressed = () =>
    coordinator.evaluate(() => (document.activeElement?.matches('button') && document.activeElement.textContent) || '')
  const tag = () => coordinator.evaluate(() => document.activeElement?.tagName)
  for (let tabs = 0; !(await pressed()).includes('(Nama penanggung jawab'); tabs++) {
    expect(tabs, 'an answer is reached with few tabs').toBeLessThan(40)
    await press('Tab')
  }
  await press('Enter')
  await coordinator.getByLabel('Catatan untuk Nama penanggung jawab').waitFor()
  await expect.poll(tag).toBe('TEXTAREA')
  await keyboard.type(remark)
  await press('Escape')
  await expect.poll(pressed).toContain('(Nama penanggung jawab')
  await coordinator.locator('.grid td').first().focus()
  await press('ArrowDown', 'Enter')
  await coordinator.getByLabel(/^Catatan untuk Baris 2 .*, Kode sub kegiatan$/).waitFor()
  await expect.poll(tag).toBe('TEXTAREA')
  await keyboard.type(rowRemark)
  await press('Escape')
  await coordinator.getByRole('status').filter({ hasText: '2 catatan' }).waitFor()
  await press('p')
  await coordinator
    .getByRole('complementary')
    .getByText(/^Tanda \d+ dari \d+$/)
    .waitFor()
  await coordinator.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
  await expect
    .poll(() => coordinator.locator('.written-comments li').allTextContents())
    .toEqual([
      `Nama penanggung jawab: ${remark}`,
      expect.stringMatching(new RegExp(`^Baris 2 .*, Kode sub kegiatan: ${rowRemark}$`)),
    ])
  await press('Escape', 'Escape')
  await expectBothWidths(coordinator)
})

it('a note for colleagues is kept beside the submission, and the queue tells of it', async () => {
  await coordinator.getByText('Catatan internal (0)').click()
  await coordinator.getByLabel('Tulis catatan internal').fill(note)
  await coordinator.getByRole('button', { name: 'Simpan catatan internal' }).click()
  await coordinator.getByText('Catatan internal (1)').waitFor()
  await coordinator.getByText('Catatan internal tersimpan.').waitFor()
  await expectBothWidths(coordinator)
  await openQueue()
  await expect.poll(() => coordinator.locator('.queue-note').textContent()).toContain(note)
  await expectBothWidths(coordinator)
})

it('returned with a last day of its own, that submission alone is open after the final date', async () => {
  await coordinator.goto(town.system.siteUrl + sheet)
  await coordinator.getByRole('status').filter({ hasText: '2 catatan' }).waitFor()
  await coordinator.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
  await coordinator.getByText(rowRemark).first().waitFor()
  await coordinator.getByLabel('Batas perbaikan').fill('2026-02-20')
  await expectBothWidths(coordinator)
  await coordinator.getByRole('dialog').getByText('Jumat, 20 Februari 2026').first().waitFor()
  await coordinator.getByRole('dialog').getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
  await coordinator.getByText('Tersimpan: kiriman dikembalikan.').waitFor()
  await expectBothWidths(coordinator)

  await moveTo(town.system, '2026-02-18T09:00:00+08:00')
  const operator = await openWindow(town.browser, phone)
  await signIn(operator, town.system, 'operator@perikanan.example')
  await operator.goto(`${town.system.siteUrl}/putaran/3a-2026-2/perikanan/${review2025}`)
  await operator.getByText('Jendela penginputan sudah ditutup.').first().waitFor()
  await operator.goto(`${town.system.siteUrl}/putaran/3a-2026-2/perikanan/${tagging}`)
  await operator.getByRole('button', { name: 'Periksa dan kirim' }).waitFor()
  await operator.goto(town.system.siteUrl + sheet)
  await operator.getByText(rowRemark).first().waitFor()
  await expect.poll(() => operator.locator('body').textContent()).not.toMatch(/Catatan internal|BKAD/)
  await operator.context().close()

  const visitor = await new Visitor(town.system).signIn('operator@perikanan.example')
  const other = { answers: completeAnswers('perikanan', review2025) }
  expectStatus(await post(visitor, { agencyId: 'perikanan', formId: review2025 }, other), 409)
  const before = completeAnswers('perikanan', tagging)
  const fields = { ...before.fields, picNama: 'Maria Bessie, S.Pi.' }
  expectStatus(
    await post(visitor, { agencyId: 'perikanan', formId: tagging, base: 1 }, { answers: { ...before, fields } }),
    201,
  )
  expectStatus(await visitor.request('GET', `${workPath('perikanan', tagging)}/notes`), 403)
})

it('come back, it shows what changed since the decision, what was asked, and the note about the earlier revision', async () => {
  await signIn(coordinator, town.system, 'koordinator@bappeda.example')
  await openQueue()
  await expect.poll(() => coordinator.locator('.queue-item').textContent()).toMatch(/Revisi 2 .*1 catatan internal/)
  await coordinator.getByRole('link', { name: 'Reviu: Dinas Perikanan, 3A' }).click()
  await coordinator.getByRole('button', { name: 'Berubah (1)' }).waitFor()
  await coordinator.getByRole('button', { name: 'Dikomentari (2)' }).waitFor()
  await coordinator.getByText('Yang berubah sejak keputusan terakhir (revisi 1)').click()
  const changes = coordinator.locator('.changes')
  await changes.waitFor()
  await expect.poll(() => changes.textContent()).toMatch(/Nama penanggung jawab.*Maria Bessie, S\.Pi\./)
  await expect.poll(() => coordinator.locator('.answered').textContent()).toMatch(/0 dari 2 catatan dijawab/)
  await coordinator.getByText(note).waitFor()
  await coordinator.getByText('tentang revisi 1').waitFor()
  await expectBothWidths(coordinator)
  await coordinator.getByRole('button', { name: 'EN: English' }).click()
  await coordinator.getByText('Internal notes (1)').waitFor()
  await coordinator.getByText('Changes since the last decision (revision 1)').waitFor()
})
