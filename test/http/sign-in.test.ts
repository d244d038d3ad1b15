/** What signing in promises: SECURITY.md, over real stores. */
import { describe, expect, it } from 'vitest'
import { deriveCode } from '../../functions/domain/secrets/code.ts'
import { person } from '../fixtures/region.ts'
import { codeKey, useWorld } from './world.ts'

const world = useWorld('http-sign-in')

const wrongOf = (code: string) => String((Number(code) + 1) % 100_000_000).padStart(8, '0')
const asked = async (email = 'op-perikanan@lengkap.example') => {
  const browser = world().browser()
  const answer = await browser.post('/api/sign-in', { email })
  return { browser, answer }
}

/** Each test begins an hour and a day after the one before, so that its limits are its own. */
const freshDay = () => {
  world().clock.now = new Date(world().clock.now.getTime() + 3 * 86_400_000)
}

describe('the code', () => {
  it('signs in the browser that asked, with spaces or without', async () => {
    freshDay()
    const { browser, answer } = await asked()
    expect(answer.status).toBe(202)
    const code = world().codeOf(browser)
    const verified = await browser.post('/api/sign-in/verify', { code: `${code.slice(0, 4)} ${code.slice(4)}` })
    expect(verified.status).toBe(200)
    expect(await verified.json()).toMatchObject({ id: 'op-perikanan', role: 'operator', zoneName: 'WITA' })
    expect((await browser.get('/api/me')).status).toBe(200)
  })

  it('is not in any item of the table and not in any log line', async () => {
    freshDay()
    const { browser } = await asked()
    const code = world().codeOf(browser)
    const id = (browser.cookies.get('__Host-ch') ?? '').split('.')[0] ?? ''
    const secret = (browser.cookies.get('__Host-ch') ?? '').split('.')[1] ?? ''
    const stored = JSON.stringify([
      await world().table.queryAll(`CHALLENGE#${id}`),
      await world().table.queryAll('NOTICES#kota-kupang#sign-in'),
    ])
    expect(stored).toContain(id)
    for (const canary of [code, secret, 'op-perikanan@']) expect(stored).not.toContain(canary)
  })

  it('of another browser is refused', async () => {
    freshDay()
    const { browser } = await asked()
    const thief = world().browser()
    const id = (browser.cookies.get('__Host-ch') ?? '').split('.')[0]
    thief.cookies.set('__Host-ch', `${id}.${'A'.repeat(43)}`)
    const answer = await thief.post('/api/sign-in/verify', { code: world().codeOf(browser) })
    expect(answer.status).toBe(401)
    expect(
      (
        await world()
          .browser()
          .post('/api/sign-in/verify', { code: world().codeOf(browser) })
      ).status,
    ).toBe(401)
    expect((await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })).status).toBe(200)
  })

  it('lives ten minutes, to the second', async () => {
    freshDay()
    const [early, late] = [await asked(), await asked()]
    const start = world().clock.now.getTime()
    world().clock.now = new Date(start + 599_000)
    const code = world().codeOf(early.browser)
    expect((await early.browser.post('/api/sign-in/verify', { code })).status).toBe(200)
    world().clock.now = new Date(start + 600_000)
    const answer = await late.browser.post('/api/sign-in/verify', { code: world().codeOf(late.browser) })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ code: 'challenge-over' })
  })

  it('before a new one in the same browser is worth nothing', async () => {
    freshDay()
    const { browser } = await asked()
    const old = world().codeOf(browser)
    await browser.post('/api/sign-in', { email: 'op-perikanan@lengkap.example' })
    expect((await browser.post('/api/sign-in/verify', { code: old })).status).toBe(401)
    expect((await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })).status).toBe(200)
  })

  it('of somebody disabled since is refused like a wrong one', async () => {
    freshDay()
    await world().deps.regions.revisePerson('kota-kupang', person('sebentar', ['dinsos']))
    const { browser } = await asked('sebentar@lengkap.example')
    await world().deps.regions.revisePerson('kota-kupang', person('sebentar', ['dinsos'], { disabled: true }))
    const answer = await browser.post('/api/sign-in/verify', { code: world().codeOf(browser) })
    expect(await answer.json()).toMatchObject({ code: 'wrong-code', status: 401 })
  })
})

describe('guessing', () => {
  it('is counted before it is compared: of 100 parallel guesses 5 are looked at', async () => {
    freshDay()
    const { browser } = await asked()
    const code = world().codeOf(browser)
    const cookie = `__Host-ch=${browser.cookies.get('__Host-ch')}`
    const guesses = Array.from({ length: 100 }, async () => {
      const other = world().browser()
      const answer = await other.post('/api/sign-in/verify', { code: wrongOf(code) }, { cookie })
      return ((await answer.json()) as { code: string }).code
    })
    const answers = await Promise.all(guesses)
    expect(answers.filter((each) => each === 'wrong-code')).toHaveLength(5)
    expect(answers.filter((each) => each === 'challenge-over')).toHaveLength(95)
    expect((await browser.post('/api/sign-in/verify', { code })).status).toBe(401)
  })

  it('says how many tries are left', async () => {
    freshDay()
    const { browser } = await asked()
    const answer = await browser.post('/api/sign-in/verify', { code: wrongOf(world().codeOf(browser)) })
    expect(await answer.json()).toMatchObject({ code: 'wrong-code', triesLeft: 4 })
  })

  it('50 parallel right codes make one session', async () => {
    freshDay()
    const { browser } = await asked()
    const code = world().codeOf(browser)
    const cookie = `__Host-ch=${browser.cookies.get('__Host-ch')}`
    const before = (await world().deps.signIn.sessions('kota-kupang', 'op-perikanan')).length
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => world().browser().post('/api/sign-in/verify', { code }, { cookie })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await world().deps.signIn.sessions('kota-kupang', 'op-perikanan')).toHaveLength(before + 1)
  })

  it('is refused after 100 answers an hour from one network', async () => {
    freshDay()
    const browser = world().browser()
    for (let index = 0; index < 100; index += 1) {
      expect((await browser.post('/api/sign-in/verify', { code: '1' })).status).toBe(401)
    }
    const answer = await browser.post('/api/sign-in/verify', { code: '1' })
    expect(answer.status).toBe(429)
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('asking for codes', () => {
  it('5 in a quarter of an hour and 20 a day for one address from one network, known or not', async () => {
    for (const email of ['op-dinsos@lengkap.example', 'siapa@lengkap.example']) {
      freshDay()
      const start = world().clock.now.getTime()
      const statuses: number[] = []
      const browser = world().browser()
      for (let turn = 0; turn < 5; turn += 1) {
        world().clock.now = new Date(start + turn * 2_700_000)
        for (let index = 0; index < 6; index += 1) statuses.push((await browser.post('/api/sign-in', { email })).status)
      }
      expect(statuses.slice(0, 12)).toEqual([202, 202, 202, 202, 202, 429, 202, 202, 202, 202, 202, 429])
      expect(statuses.filter((status) => status === 202)).toHaveLength(20)
    }
  })

  it('200 an hour from one network, whatever the addresses', async () => {
    freshDay()
    const browser = world().browser()
    const statuses: number[] = []
    for (let index = 0; index < 201; index += 1) {
      statuses.push((await browser.post('/api/sign-in', { email: `a${index}@lengkap.example` })).status)
    }
    expect(statuses.filter((status) => status === 202)).toHaveLength(200)
    expect(statuses.at(-1)).toBe(429)
  })

  it('at a window edge nobody gets twice the limit', async () => {
    freshDay()
    const quarter = 900_000
    const edge = Math.ceil(world().clock.now.getTime() / quarter) * quarter
    world().clock.now = new Date(edge - 1_000)
    const browser = world().browser()
    const ask = async () => (await browser.post('/api/sign-in', { email: 'tepi@lengkap.example' })).status
    for (let index = 0; index < 5; index += 1) expect(await ask()).toBe(202)
    world().clock.now = new Date(edge + 1_000)
    expect(await ask()).toBe(202)
    expect(await ask()).toBe(429)
  })

  it('a code whose tries are spent is not mailed again', async () => {
    freshDay()
    const { browser } = await asked()
    for (let index = 0; index < 5; index += 1) {
      expect((await browser.post('/api/sign-in/verify', { code: '00000000' })).status).toBe(401)
    }
    world().clock.now = new Date(world().clock.now.getTime() + 61_000)
    const again = await browser.post('/api/sign-in/resend')
    expect(again.status).toBe(401)
    expect(await again.json()).toMatchObject({ code: 'challenge-over' })
  })

  it('the same code again after 60 seconds, three times, without a longer life', async () => {
    freshDay()
    const { browser, answer } = await asked()
    const { expiresAt } = (await answer.json()) as { expiresAt: string }
    const start = world().clock.now.getTime()
    expect((await browser.post('/api/sign-in/resend')).status).toBe(429)
    for (const minute of [1, 2, 3]) {
      world().clock.now = new Date(start + minute * 60_000)
      const again = await browser.post('/api/sign-in/resend')
      expect(again.status).toBe(202)
      expect(await again.json()).toMatchObject({ expiresAt, resendAfterSeconds: minute === 3 ? null : 60 })
    }
    world().clock.now = new Date(start + 240_000)
    expect((await browser.post('/api/sign-in/resend')).status).toBe(401)
    const id = (browser.cookies.get('__Host-ch') ?? '').split('.')[0] ?? ''
    const slots = (await world().deps.notices.list('kota-kupang', 'sign-in'))
      .map(({ slot }) => slot)
      .filter((slot) => slot.startsWith(id))
    expect(slots).toHaveLength(4)
    expect(new Set(slots.map((slot) => deriveCode(codeKey, slot))).size).toBe(1)
  })

  it('with something that is no address is refused by form, not by knowledge', async () => {
    const answer = await world().browser().post('/api/sign-in', { email: 'bukan alamat' })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/email' }] })
  })
})
