/**
 * The journey of one form in a real browser, an operator on a phone and the coordinator at a desk: sign in from the mail in
 * the inbox, fill, submit, get the receipt, be returned, correct, be accepted. Every page on the way passes axe and fits.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Mailbag } from '../journeys/mailbag.ts'
import { addRow, declare, fillHeader } from './fill-tagging.ts'
import { desk, expectAccessible, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const town = useTown()
let bag: Mailbag
let operator: Page
let coordinator: Page

beforeAll(async () => {
  bag = new Mailbag(town.system)
  operator = await openWindow(town.browser, phone)
  coordinator = await openWindow(town.browser, desk)
})

async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Periksa dan kirim' }).click()
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await page.waitForURL(/\/bukti\//)
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

describe('one form from the first key stroke to its acceptance', () => {
  it('the operator signs in with the code from the mail and sees the tasks with both dates', async () => {
    await operator.goto(`${town.system.siteUrl}/masuk`)
    await expectAccessible(operator)
    await signIn(operator, town.system, 'operator@perikanan.example')
    await operator.getByText('Jumat, 13 Februari 2026 pukul 23.59 WITA').first().waitFor()
    await operator.getByText('Selasa, 17 Februari 2026 pukul 23.59 WITA').first().waitFor()
    await expectAccessible(operator)
  })

  it('what is typed is saved by itself; a form that is not ready names what is missing and leads to it', async () => {
    await operator.goto(town.system.siteUrl + form)
    await fillHeader(operator)
    await addRow(operator)
    await operator.getByText(/Tersimpan \d\d\.\d\d WITA/).waitFor()
    await operator.getByRole('button', { name: 'Periksa dan kirim' }).click()
    await operator.getByText('Ada yang perlu diperbaiki').waitFor()
    await expectAccessible(operator)
    await operator.getByRole('link', { name: /Pernyataan/ }).click()
    await operator.waitForFunction(() =>
      document.activeElement?.closest('fieldset')?.textContent?.includes('Pernyataan'),
    )
    await operator.reload()
    await operator.getByLabel('Nama penanggung jawab').waitFor()
    await expect.poll(() => operator.getByLabel('Nama penanggung jawab').inputValue()).toBe('Maria Bessie')
  })

  it('sent, it gives a receipt on the page and in the inbox with the same number and hash', async () => {
    await declare(operator)
    await bag.take()
    const number = await send(operator)
    await operator.getByText('Data Anda sudah diterima').waitFor()
    const hash = await operator
      .getByText(/^[0-9a-f]{64}$/)
      .first()
      .textContent()
    await expectAccessible(operator)
    const [mail] = await bag.take(1)
    expect(mail?.subject).toContain(number)
    expect(mail?.text).toContain(hash)
  })

  it('the coordinator finds it on the board and returns it with a comment at a row', async () => {
    await signIn(coordinator, town.system, 'koordinator@bappeda.example')
    await coordinator.getByRole('heading', { name: 'Rekap kelengkapan' }).waitFor()
    await expectAccessible(coordinator)
    await coordinator.locator('tr', { hasText: 'Dinas Perikanan' }).getByRole('link').first().click()
    await coordinator.getByRole('region', { name: 'Reviu kiriman ini' }).waitFor()
    await expectAccessible(coordinator)
    await coordinator.locator('tbody').getByRole('gridcell', { name: 'Rp80.000.000' }).click()
    await coordinator
      .getByLabel(/^Catatan untuk .*Pagu ditandai/)
      .fill('Pagu ditandai tidak sama dengan rincian belanja di DPA.')
    await coordinator.getByRole('gridcell', { name: 'dikomentari: Rp80.000.000' }).waitFor()
    await expectAccessible(coordinator)
    await coordinator.getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
    await coordinator.getByLabel('Batas perbaikan').fill('2026-02-12')
    await expectAccessible(coordinator)
    await bag.take()
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Kembalikan untuk diperbaiki' }).click()
    await coordinator.getByText('Tersimpan: kiriman dikembalikan.').waitFor()
    const mails = await bag.take(2)
    expect(mails.map(({ to }) => to.join()).toSorted()).toEqual([
      'kepala@perikanan.example',
      'operator@perikanan.example',
    ])
    for (const { text, subject } of mails) {
      expect(subject).toContain('Kamis, 12 Februari 2026')
      expect(text).toContain('Pagu ditandai tidak sama dengan rincian belanja di DPA.')
    }
  })

  it('the mail leads the operator to the very answer, with the comment beside it; the correction is a new revision', async () => {
    const [mail] = (await new Mailbag(town.system).take()).filter(
      ({ to, subject }) => to.includes('operator@perikanan.example') && subject.startsWith('Perlu perbaikan'),
    )
    const link = /https?:\/\/\S*#\S+/.exec(mail?.text ?? '')?.[0] ?? ''
    expect(link).toContain(form)
    await operator.goto(link)
    await operator.getByText('Pagu ditandai tidak sama dengan rincian belanja di DPA.').first().waitFor()
    const field = operator.getByRole('textbox', { name: 'Pagu ditandai' })
    await field.waitFor()
    await expectAccessible(operator)
    await field.fill('75.000.000')
    await operator
      .getByRole('button', { name: /^Sudah diperbaiki/ })
      .first()
      .click()
    await bag.take()
    const number = await send(operator)
    expect(number).toContain('-r2-')
    expect((await bag.take(1))[0]?.subject).toContain(number)
  })

  it('the coordinator accepts it, the operator is told, and the task is done', async () => {
    await coordinator.goto(`${town.system.siteUrl}/rekap`)
    await coordinator.locator('tr', { hasText: 'Dinas Perikanan' }).getByRole('link').first().click()
    await coordinator.getByRole('button', { name: 'Setujui' }).click()
    await coordinator.getByRole('dialog').getByRole('button', { name: 'Setujui' }).click()
    await coordinator.getByText('Tersimpan: kiriman disetujui.').waitFor()
    expect((await bag.take(1)).map(({ subject }) => subject)).toEqual(['Disetujui: 3A, Dinas Perikanan'])
    await operator.goto(`${town.system.siteUrl}/tugas`)
    await operator.getByText('Disetujui').first().waitFor()
    await expectAccessible(operator)
  })

  it('everything is there in English too', async () => {
    await operator.getByRole('button', { name: 'EN: English' }).click()
    await operator.getByRole('heading', { name: 'My tasks' }).waitFor()
    await operator.getByText('Accepted').first().waitFor()
  })
})
