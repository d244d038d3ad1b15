/** Who uses an account is no secret from its owner: a further browser is told by mail, all are listed, and each can be signed out. */
import { describe, expect, it } from 'vitest'
import type { OpenSession } from '../../functions/schema/me.ts'
import type { Notice } from '../../functions/schema/notice.ts'
import type { Browser } from './browser.ts'
import { useWorld } from './world.ts'

const world = useWorld('http-open-sessions')
const mark = '__Host-browser'
const later = (minutes: number) => {
  world().clock.now = new Date(world().clock.now.getTime() + minutes * 60_000)
}
const enterCode = async (browser: Browser, person: string) => {
  await browser.post('/api/sign-in', { email: `${person}@lengkap.example` })
  expect((await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })).status).toBe(200)
}
const told = async (person: string): Promise<Notice[]> =>
  (await world().deps.notices.list('kota-kupang', 'sign-in')).filter(
    ({ kind, recipientId }) => kind === 'sign-in-new-browser' && recipientId === person,
  )
const sessions = async (browser: Browser): Promise<OpenSession[]> =>
  ((await (await browser.get('/api/me/sessions')).json()) as { sessions: OpenSession[] }).sessions

describe('a browser', () => {
  it('that is the first of a person is not told of; a second one is, once, however often it signs in', async () => {
    const office = await world().signedIn('op-perikanan')
    expect(await told('op-perikanan')).toEqual([])
    later(60)
    const phone = await world().signedIn('op-perikanan')
    for (const browser of [phone, office, phone]) {
      await browser.post('/api/sign-out')
      later(60)
      await enterCode(browser, 'op-perikanan')
    }
    const mails = await told('op-perikanan')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ state: 'planned', scope: 'sign-in' })
    expect(mails[0]?.agencyId).toBeUndefined()
  })

  it('that two people share is new to each of them, and the table cannot tell that it is one', async () => {
    const shared = await world().signedIn('op-dinsos')
    await world().signedIn('kepala-dinsos')
    later(60)
    await enterCode(shared, 'kepala-dinsos')
    expect(await told('kepala-dinsos')).toHaveLength(1)
    const table = world().table
    const [one, two] = [
      await table.queryAll('BROWSERS#kota-kupang#op-dinsos'),
      await table.queryAll('BROWSERS#kota-kupang#kepala-dinsos'),
    ]
    expect(one.map(({ sk }) => sk).filter((hash) => two.some(({ sk }) => sk === hash))).toEqual([])
    expect(JSON.stringify([...one, ...two])).not.toContain(shared.cookies.get(mark))
  })

  it('that was away for more than a year is new again, also where the table never deletes', async () => {
    const old = await world().signedIn('viewer')
    later(200 * 24 * 60)
    await world().signedIn('viewer')
    const before = (await told('viewer')).length
    later(200 * 24 * 60)
    await enterCode(old, 'viewer')
    expect((await told('viewer')).length).toBe(before + 1)
    later(200 * 24 * 60)
    await world().signedIn('viewer')
    later(200 * 24 * 60)
    await enterCode(old, 'viewer')
    expect((await told('viewer')).length).toBe(before + 3)
  })

  it('that brings a mark which is none gets a proper one', async () => {
    const browser = world().browser()
    browser.cookies.set(mark, 'x')
    await enterCode(browser, 'op-tanpa-tugas')
    expect(browser.cookies.get(mark)).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })
})

describe('the browsers in which one is signed in', () => {
  it('are listed, the last used first; each can be signed out from any other, and nobody else’s', async () => {
    const [phone, office] = [await world().signedIn('koordinator'), await world().signedIn('koordinator')]
    later(5)
    expect((await phone.get('/api/me')).status).toBe(200)
    const seen = await sessions(phone)
    expect(seen.map(({ current }) => current)).toEqual([true, false])
    expect(Object.keys(seen[0] ?? {}).toSorted()).toEqual(['current', 'id', 'seenAt', 'startedAt'])
    const other = seen.find(({ current }) => !current)?.id
    const stranger = await world().signedIn('op-dinsos')
    expect((await stranger.send('DELETE', `/api/me/sessions/${other}`)).status).toBe(404)
    expect((await office.get('/api/me')).status).toBe(200)
    expect((await phone.send('DELETE', `/api/me/sessions/${other}`)).status).toBe(204)
    expect((await office.get('/api/me')).status).toBe(401)
    expect((await phone.send('DELETE', `/api/me/sessions/${other}`)).status).toBe(404)
    expect(await sessions(phone)).toHaveLength(1)
  })

  it('are all signed out at once but for the one that asks', async () => {
    later(12 * 60)
    const own = [await world().as('kepala-perikanan'), await world().as('kepala-perikanan')]
    const asking = await world().as('kepala-perikanan')
    expect((await asking.send('DELETE', '/api/me/sessions')).status).toBe(204)
    const after = await Promise.all([asking, ...own].map(async (each) => (await each.get('/api/me')).status))
    expect(after).toEqual([200, 401, 401])
  })
})
