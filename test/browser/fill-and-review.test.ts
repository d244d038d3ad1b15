/**
 * The journey of one form in a real browser, an operator on a phone and the coordinator at a desk: sign in from the mail in
 * the inbox, fill, submit, get the receipt, be returned, correct, be accepted. Every page on the way passes axe and fits.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { completeAnswers, review2025, tagging, workPath } from '../journeys/agency-work.ts'
import { Mailbag } from '../journeys/mailbag.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { addRow, declare, fillHeader, unfoldHead } from './fill-tagging.ts'
import { focused } from './focus.ts'
import { desk, expectAccessible, openWindow, phone, signIn, signInOnPage } from './people.ts'
import { useTown } from './town.ts'

const form = '/putaran/3a-2026-2/perikanan/aksi3a-penandaan-anggaran'
const town = useTown()
let bag: Mailbag
let operator: Page
let coordinator: Page

beforeAll(async () => {
  bag = new Mailbag(town.system)
  operator = await openWindow(town.browser, phone, { offline: true })
  coordinator = await openWindow(town.browser, desk)
})

async function send(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Periksa dan kirim' }).click()
  await expect.poll(() => page.getByRole('button', { name: 'Kirim sekarang' }).isDisabled()).toBe(true)
  await declare(page)
  await page.getByRole('button', { name: 'Kirim sekarang' }).click()
  await page.waitForURL(/\/bukti\//)
  return decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '')
}

describe('data come first', () => {
  type Measures = { first: number; bar: number; of: number }
  /** Where the first answer is typed, without the bar of the clock; and how high the foot is that stays in sight. */
  const measure = (page: Page) =>
    page.evaluate<Measures>(`(() => {
      const clock = document.querySelector('.rehearsal')?.offsetHeight ?? 0
      const foot = document.querySelector('.submit-bar')
      const inputs = [...document.querySelectorAll('main input, main select, main textarea, main td[id]')]
      const shown = inputs.filter((each) => each.offsetParent && !each.closest('details:not([open])'))
      return {
        first: Math.round((shown[0]?.getBoundingClientRect().top ?? 9999) + scrollY - clock),
        bar: getComputedStyle(foot).position === 'sticky' ? foot.offsetHeight : 0,
        of: innerHeight,
      }
    })()`)
  const forms = [tagging, review2025]
  const open = async (page: Page, id: string) => {
    await page.goto(`${town.system.siteUrl}/putaran/3a-2026-2/perikanan/${id}`)
    await page.locator('.doors > .door').last().waitFor()
    await page.locator('.submit-bar').waitFor()
  }
  const sizes = [
    ['1280', desk, 300],
    ['360', phone, 400],
  ] as const

  it.each(sizes)('at %s a form that nobody has begun begins on the first screen', async (_name, size, most) => {
    const page = await openWindow(town.browser, size)
    await signIn(page, town.system, 'operator@perikanan.example')
    for (const id of forms) {
      await open(page, id)
      await expect.poll(async () => (await measure(page)).first, { message: id }).toBeLessThanOrEqual(most)
      await expectAccessible(page)
    }
    await page.context().close()
  })

  it('what is answered of the head is one line, and the table begins on the first screen', async () => {
    const page = await openWindow(town.browser, desk)
    const visitor = await new Visitor(town.system).signIn('operator@dinsos.example')
    await signIn(page, town.system, 'operator@dinsos.example')
    for (const formId of forms) {
      const draft = { formVersion: 2, answers: completeAnswers('dinsos', formId) }
      const path = `${workPath('dinsos', formId)}/draft`
      expectStatus(await visitor.request('PUT', path, draft, { 'if-match': '"v0-r0"' }), 200)
      await page.goto(`${town.system.siteUrl}/putaran/3a-2026-2/dinsos/${formId}`)
      await page.getByText('Penanggung jawab:').waitFor()
      await expect.poll(async () => (await measure(page)).first, { message: formId }).toBeLessThanOrEqual(300)
    }
    await expectAccessible(page)
    await page.context().close()
  })

  it('at no zoom the foot takes more than 15 % of the page, nor hides what has the focus', async () => {
    const page = await openWindow(town.browser, desk)
    await signIn(page, town.system, 'operator@perikanan.example')
    await open(page, tagging)
    for (const zoom of [1, 1.25, 1.5, 1.75, 2, 3, 4]) {
      await page.setViewportSize({ width: Math.round(1280 / zoom), height: Math.round(900 / zoom) })
      const share = async () => {
        const { bar, of } = await measure(page)
        return bar / of
      }
      await expect.poll(share, { message: `${zoom}` }).toBeLessThanOrEqual(0.15)
    }
    await page.setViewportSize(phone)
    await expect.poll(async () => (await measure(page)).bar).toBeLessThanOrEqual(0.15 * phone.height)
    const isHidden = () =>
      page.evaluate(() => {
        const { bottom } = (document.activeElement as Element).getBoundingClientRect()
        const foot = document.querySelector('.submit-bar')
        const inFoot = foot?.contains(document.activeElement)
        return !inFoot && bottom > (foot?.getBoundingClientRect().top ?? innerHeight)
      })
    await page.getByLabel('Nama penanggung jawab').focus()
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await page.keyboard.press('Tab')
      await expect.poll(isHidden, { message: await focused(page) }).toBe(false)
    }
    await page.context().close()
  })
})

describe('one form from the first key stroke to its acceptance', () => {
  it('the operator signs in with the code from the mail and sees the tasks with both dates', async () => {
    await operator.goto(`${town.system.siteUrl}/masuk`)
    await expectAccessible(operator)
    await signInOnPage(operator, town.system, 'operator@perikanan.example')
    await operator.getByText('Jumat, 13 Februari 2026 pukul 23.59 WITA').first().waitFor()
    await operator.getByText('Selasa, 17 Februari 2026 pukul 23.59 WITA').first().waitFor()
    await expectAccessible(operator)
  })

  it('what is typed is saved by itself; a form that is not ready names what is missing and leads to it', async () => {
    await operator.goto(town.system.siteUrl + form)
    await fillHeader(operator)
    await operator.getByLabel('Jabatan penanggung jawab').fill('')
    await addRow(operator)
    await operator.getByText(/Tersimpan \d\d\.\d\d WITA/).waitFor()
    await operator.getByRole('button', { name: 'Periksa dan kirim' }).click()
    await operator.getByText('Ada yang perlu diperbaiki').waitFor()
    await expectAccessible(operator)
    await operator.getByRole('link', { name: /Jabatan/ }).click()
    await expect.poll(() => focused(operator)).toContain('picJabatan')
    await operator.keyboard.type('Kepala Subbagian Perencanaan')
    await operator.getByText(/Tersimpan \d\d\.\d\d WITA/).waitFor()
    await operator.reload()
    // Who answers for the data is answered, and folded.
    await expect.poll(() => operator.getByLabel('Nama penanggung jawab').isVisible()).toBe(false)
    await unfoldHead(operator)
    await expect.poll(() => operator.getByLabel('Nama penanggung jawab').inputValue()).toBe('Maria Bessie')
  })

  it('sent, it gives a receipt on the page and in the inbox with the same number and hash', async () => {
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
