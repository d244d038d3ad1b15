/**
 * The coordinator and the digest, in a real browser over the whole system: the mail's own links lead to the settings and to the
 * page that stops it, a mail program's click stops it without a session, and the digest follows what was chosen.
 */
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { Mailbag } from '../journeys/mailbag.ts'
import { moveTo } from '../journeys/running-system.ts'
import type { InboxMail } from '../journeys/visitor.ts'
import { desk, expectAccessible, expectAccessibleOnBoth, openWindow, phone, signIn } from './people.ts'
import { useTown } from './town.ts'

const coordinator = 'koordinator@bappeda.example'
const town = useTown()
let bag: Mailbag
let page: Page

beforeAll(async () => {
  bag = new Mailbag(town.system)
  page = await openWindow(town.browser, phone)
})

/** Moves the clock of February 2026 and answers the coordinator's mails that came meanwhile. */
async function mailsUntil(day: number, time: string): Promise<InboxMail[]> {
  await bag.take()
  await moveTo(town.system, `2026-02-${day}T${time}:00+08:00`)
  return (await bag.take()).filter(({ to }) => to.includes(coordinator))
}
const stopAddress = ({ headers }: InboxMail) => {
  const [, found] = Object.entries(headers).find(([name]) => name.toLowerCase() === 'list-unsubscribe') ?? []
  return found?.trim().replace(/^<|>$/g, '') ?? ''
}

describe('the digest', () => {
  let digest: InboxMail
  it('of Wednesday 08.00 asks to call who has not signed in, and carries the headers of one-click unsubscribing', async () => {
    const [first, ...more] = await mailsUntil(11, '08:00')
    expect(more).toEqual([])
    digest = first!
    expect(digest.text).toContain('(belum masuk sejak dibuka; belum ada isian)')
    expect(stopAddress(digest)).toMatch(/^http:\/\/localhost:\d+\/api\/unsubscribe\/kota-kupang\.bappeda-koordinator\./)
    expect(JSON.stringify(digest.headers)).toContain('List-Unsubscribe=One-Click')
  })

  it('reminds those whom it asks to call through one link, which comes with them chosen, by mail and at once', async () => {
    const [, count, link] = /Ingatkan (\d+) perangkat daerah ini lewat surel: (\S+)/.exec(digest.text) ?? []
    await page.goto(`${town.system.siteUrl}/masuk`)
    await signIn(page, town.system, coordinator)
    await page.goto(link ?? '')
    await page.getByRole('heading', { name: 'Ingatkan sekarang' }).waitFor()
    await page.getByText('Perangkat daerah yang diingatkan').waitFor()
    await expect.poll(() => page.locator('.agency-picker input:checked').count()).toBe(Number(count))
    await expectAccessible(page)
    // Everybody was reminded at eight, as the digest went: one a day.
    await page.getByRole('button', { name: 'Lihat pratinjau' }).click()
    await page.getByRole('heading', { name: /^Sudah diingatkan hari ini \(\d+\)$/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Kirim kepada/ }).count()).toBe(0)
  })

  it('leads to the call list, where who was called is noted and seen by another coordinator', async () => {
    const [, link] = /Catat siapa yang sudah dihubungi: (\S+)/.exec(digest.text) ?? []
    await page.goto(link ?? '')
    await page.getByRole('heading', { name: 'Hubungi hari ini' }).waitFor()
    const cards = () => page.locator('.call-list > .card').count()
    await expect.poll(cards).toBe(5)
    const first = page.locator('.call-list > .card').first()
    const name = await first.getByRole('heading').textContent()
    expect(await first.getByRole('link', { name: /^Telepon / }).getAttribute('href')).toMatch(/^tel:/)
    await first.getByLabel(/^Catatan/).fill('Dijanjikan Jumat pagi.')
    await first.getByRole('button', { name: /^Sudah dihubungi/ }).click()
    await page.getByText(`Tercatat: ${name} sudah dihubungi.`).waitFor()
    await expect.poll(cards).toBe(4)
    await page.getByText('1 dari 5 sudah dihubungi hari ini.').waitFor()
    await expectAccessibleOnBoth(page)
    const other = await openWindow(town.browser, desk)
    await signIn(other, town.system, coordinator)
    await other.getByRole('link', { name: '4 perangkat daerah perlu dihubungi, 1 sudah' }).click()
    await other.getByText('Dijanjikan Jumat pagi.').waitFor()
    await page.setViewportSize(phone)
  })

  it('comes at the hour that its reader chose, from the next day on', async () => {
    await page.goto(`${town.system.siteUrl}/saya`)
    await page.getByLabel('Jam rekap pagi').selectOption('10:00')
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tersimpan.').waitFor()
    await expectAccessible(page)
    expect(await mailsUntil(11, '16:00')).toEqual([])
    expect(await mailsUntil(12, '09:30')).toEqual([])
    const [next, ...others] = await mailsUntil(12, '10:00')
    expect(others).toEqual([])
    expect(next?.subject).toMatch(/^0 dari 51 formulir dikirim/)
    expect(next?.text).toContain('Sudah dihubungi 1 dari 5 perangkat daerah; belum ada yang lalu mengirim.')
  })

  it('is stopped by a person on the page that its address leads to, not by opening it', async () => {
    const desktop = await openWindow(town.browser, desk)
    await desktop.goto(stopAddress(digest))
    await desktop.getByRole('heading', { name: 'Berhenti menerima rekap' }).waitFor()
    await expectAccessible(desktop)
    expect(await mailsUntil(13, '10:00')).toHaveLength(1)
    await desktop.getByRole('button', { name: 'Hentikan rekap' }).click()
    await desktop.getByText('Rekap dihentikan.').waitFor()
    expect(await mailsUntil(13, '17:00')).toEqual([])
  })

  it('comes again when its reader wants it, and is stopped by a mail program’s click without a session', async () => {
    await page.goto(`${town.system.siteUrl}/masuk`)
    await signIn(page, town.system, coordinator)
    await page.goto(`${town.system.siteUrl}/saya`)
    await page.getByLabel('Jangan kirim rekap kepada saya').uncheck()
    await page.getByRole('button', { name: 'Simpan' }).click()
    await page.getByText('Tersimpan.').waitFor()
    const answer = await fetch(stopAddress(digest), {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    })
    expect(answer.status).toBe(204)
    expect(await mailsUntil(17, '17:00')).toEqual([])
  })

  it('stopped or not, the closing report comes, with no address that stops it', async () => {
    const [report, ...more] = await mailsUntil(18, '08:00')
    expect(more).toEqual([])
    expect(report?.subject).toMatch(/^Laporan penutupan/)
    expect(stopAddress(report!)).toBe('')
  })
})
