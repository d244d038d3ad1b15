/** What a session promises: its ends by the clock, its revocation, and that the person is read on every request. */
import { describe, expect, it } from 'vitest'
import { person } from '../fixtures/region.ts'
import { codeKey, useWorld } from './world.ts'

const world = useWorld('http-session')
const minutes = (count: number) => {
  world().clock.now = new Date(world().clock.now.getTime() + count * 60_000)
}
const freshDay = () => minutes(3 * 24 * 60)
const status = async (browser: { get(path: string): Promise<Response> }) => (await browser.get('/api/me')).status

describe('a session', () => {
  it('of an operator ends after 60 idle minutes, of a coordinator after 30', async () => {
    freshDay()
    const [operator, coordinator] = [await world().signedIn('op-perikanan'), await world().signedIn('koordinator')]
    minutes(29)
    expect([await status(operator), await status(coordinator)]).toEqual([200, 200])
    minutes(30)
    expect([await status(operator), await status(coordinator)]).toEqual([200, 401])
    minutes(60)
    expect(await status(operator)).toBe(401)
  })

  it('ends after 12 hours (10 for a coordinator) however much it is used', async () => {
    freshDay()
    const [operator, coordinator] = [await world().signedIn('op-perikanan'), await world().signedIn('koordinator')]
    const ends: number[] = []
    for (const browser of [operator, coordinator]) {
      const me = (await (await browser.get('/api/me')).json()) as { endsAt: string }
      ends.push((Date.parse(me.endsAt) - world().clock.now.getTime()) / 3_600_000)
    }
    expect(ends).toEqual([12, 10])
    for (let index = 1; index <= 29; index += 1) {
      minutes(20)
      expect(await status(coordinator), `coordinator after ${index * 20} minutes`).toBe(200)
      expect(await status(operator)).toBe(200)
    }
    minutes(20)
    expect([await status(operator), await status(coordinator)]).toEqual([200, 401])
    for (let index = 31; index <= 35; index += 1) {
      minutes(20)
      expect(await status(operator)).toBe(200)
    }
    minutes(20)
    expect(await status(operator)).toBe(401)
  })

  it('is over for good after signing out, also for a copy of its cookie', async () => {
    freshDay()
    const browser = await world().signedIn('op-perikanan')
    const copy = world().browser()
    for (const [name, value] of browser.cookies) copy.cookies.set(name, value)
    expect((await browser.post('/api/sign-out')).status).toBe(204)
    expect(browser.cookies.has('__Host-sid')).toBe(false)
    expect(await status(copy)).toBe(401)
  })

  it('ends at once when its person is disabled, or gets another role, address or agency', async () => {
    for (const change of [
      { disabled: true },
      { role: 'viewer' as const },
      { email: 'lain@lengkap.example' },
      { agencyIds: ['perikanan'] },
    ]) {
      freshDay()
      await world().deps.regions.revisePerson('kota-kupang', person('berubah', ['dinsos']))
      const browser = await world().signedIn('berubah')
      expect(await status(browser)).toBe(200)
      await world().deps.regions.revisePerson('kota-kupang', person('berubah', ['dinsos'], change))
      expect(await status(browser), JSON.stringify(change)).toBe(401)
    }
  })

  it('survives a change of the language', async () => {
    freshDay()
    const browser = await world().signedIn('op-dinsos')
    expect(await (await browser.put('/api/me', { language: 'en' })).json()).toMatchObject({ language: 'en' })
    const answer = await browser.get('/api/rounds/tidak-ada')
    expect(await answer.json()).toMatchObject({ detail: 'This round was not found.' })
  })

  it('is the sixth of a person only by ending the longest unused', async () => {
    freshDay()
    const browsers = []
    for (let index = 0; index < 6; index += 1) {
      browsers.push(await world().signedIn('op-perikanan'))
      minutes(index === 4 ? 30 : 1)
    }
    expect(await Promise.all(browsers.map(status))).toEqual([401, 200, 200, 200, 200, 200])
  })

  it('never continues a token that the browser brought: signing in makes a new one', async () => {
    freshDay()
    const browser = await world().signedIn('op-perikanan')
    const before = browser.cookies.get('__Host-sid')
    minutes(60)
    await browser.post('/api/sign-in', { email: 'op-perikanan@lengkap.example' })
    await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })
    expect(browser.cookies.get('__Host-sid')).not.toBe(before)
  })

  it('stands in the table only as a hash', async () => {
    freshDay()
    const browser = await world().signedIn('op-dinsos')
    const token = (browser.cookies.get('__Host-sid') ?? '').split('.')[2] ?? ''
    const stored = JSON.stringify(await world().table.queryAll('SESSIONS#kota-kupang#op-dinsos'))
    expect(token).toHaveLength(43)
    expect(stored).not.toContain(token)
    expect(stored).toContain('standing')
  })

  it('cookies are bound to host and secure connections and hidden from scripts', async () => {
    freshDay()
    const browser = world().browser()
    const asked = await browser.post('/api/sign-in', { email: 'op-dinsos@lengkap.example' })
    const verified = await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })
    const challenge = asked.headers.getSetCookie()[0] ?? ''
    expect(challenge).toMatch(/^__Host-ch=/)
    for (const part of ['Max-Age=600', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) {
      expect(challenge).toContain(part)
    }
    const session = verified.headers.getSetCookie().find((line) => line.startsWith('__Host-sid=')) ?? ''
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) expect(session).toContain(part)
    for (const part of ['Max-Age', 'Expires', 'Domain']) expect(session).not.toContain(part)
  })

  it('leaves no code, token or address in the log', async () => {
    freshDay()
    const browser = await world().signedIn('op-dinsos')
    await browser.send('POST', '/api/sign-in', { raw: '{"email": "op-dinsos@lengkap.example' })
    const lines = JSON.stringify(world().logs)
    const secrets = [browser.cookies.get('__Host-sid')?.split('.')[2] ?? 'x', 'lengkap.example', codeKey]
    for (const secret of secrets) expect(lines).not.toContain(secret)
  })
})
