/** One address cannot take the service from all others: beyond its measure it is told to wait, also by another container. */
import { beforeEach, describe, expect, it } from 'vitest'
import type { Deps } from '../../functions/http/deps.ts'
import { requestsOfOneAddress } from '../../functions/http/one-address.ts'
import { loadWholeApp } from '../../functions/http/rooms.ts'
import { at } from '../fixtures/round.ts'
import { useWorld } from './world.ts'

const appOf = await loadWholeApp()

const world = useWorld('http-one-address')
const { max } = requestsOfOneAddress
const originSecret = 'a-secret-of-the-origin'
let addresses = 0
let address = ''

beforeEach(() => {
  world().clock.now = at(11, '10:00')
  addresses += 1
  address = `203.0.113.${addresses}`
})

function container(more: Partial<Deps> = {}) {
  const app = appOf({ ...world().deps, originSecret, ...more })
  return async (count: number, from = address) => {
    const headers = { 'x-origin-secret': originSecret, 'cloudfront-viewer-address': `${from}:4711` }
    let last = new Response()
    for (let n = 0; n < count; n++) last = await app.request('/api/docs.css', { headers })
    return last
  }
}

describe('requests of one address', () => {
  it('are answered up to the measure, then refused with the time to wait, and nobody else is', async () => {
    const ask = container()
    expect((await ask(max)).status).toBe(200)
    const refused = await ask(25)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after'), 'from the first second of a minute').toBe('60')
    expect(await refused.json()).toMatchObject({ code: 'too-many-requests' })
    expect((await ask(1, '203.0.113.250')).status).toBe(200)
    world().clock.now = at(11, '10:02')
    expect((await ask(1)).status).toBe(200)
  })

  it('are counted together by all containers', async () => {
    const [one, two] = [container(), container()]
    expect([(await one(max / 2)).status, (await two(max / 2)).status]).toEqual([200, 200])
    expect([(await one(25)).status, (await two(25)).status]).toEqual([429, 429])
  })

  it('are refused until the minute is over, and answered from that very moment', async () => {
    const ask = container()
    await ask(max + 25)
    const end = at(11, '10:01').getTime()
    world().clock.now = new Date(end - 1)
    expect((await ask(1)).headers.get('retry-after')).toBe('1')
    world().clock.now = new Date(end)
    expect((await ask(1)).status).toBe(200)
  })

  it('are refused to the end also where they began in the minute before', async () => {
    const ask = container()
    world().clock.now = new Date(at(11, '10:00').getTime() + 30_000)
    await ask(1)
    world().clock.now = new Date(at(11, '10:01').getTime() + 25_000)
    await ask(max + 25)
    world().clock.now = new Date(at(11, '10:01').getTime() + 31_000)
    expect((await ask(1)).status).toBe(429)
  })

  it('are let through while the table does not count', async () => {
    const count = () => Promise.reject(new Error('no table'))
    expect((await container({ signIn: { ...world().deps.signIn, count } })(max + 50)).status).toBe(200)
  })

  it('are not counted where no front says whose they are', async () => {
    const app = appOf({ ...world().deps, originSecret: undefined })
    for (let n = 0; n < max + 50; n++) expect((await app.request('/api/docs.css')).status).toBe(200)
  })
})

describe('the table', () => {
  function watched() {
    const { signIn } = world().deps
    let calls = 0
    const count: typeof signIn.count = (...asked) => {
      calls += 1
      return signIn.count(...asked)
    }
    return { ask: container({ signIn: { ...signIn, count } }), calls: () => calls }
  }
  const waitUntil = (ms: number) => {
    world().clock.now = new Date(at(11, '10:00').getTime() + ms)
  }

  it('is asked for each 25th request of a minute, and not about what was left of the minute before', async () => {
    const { ask, calls } = watched()
    await ask(24)
    waitUntil(59_999)
    expect(calls()).toBe(0)
    await ask(1)
    expect(calls()).toBe(1)
    await ask(24)
    waitUntil(60_000)
    await ask(1)
    expect(calls()).toBe(1)
    await ask(24)
    expect(calls()).toBe(2)
  })

  it('is not asked about an address that has to wait, and is again from the end of the wait', async () => {
    const { ask, calls } = watched()
    await ask(max + 25)
    const asked = calls()
    await ask(100)
    expect(calls()).toBe(asked)
    waitUntil(60_000)
    await ask(25)
    expect(calls()).toBe(asked + 1)
  })

  it('is asked about an address while up to 5,000 are remembered; one more begins anew', async () => {
    const { ask, calls } = watched()
    const others = async (count: number, net: number) => {
      for (let n = 0; n < count; n++) await ask(1, `198.${net}.${n >> 8}.${n & 255}`)
    }
    await ask(24)
    await others(4_999, 18)
    await ask(1)
    expect(calls()).toBe(1)
    await ask(24)
    await others(1, 19)
    await ask(1)
    expect(calls()).toBe(1)
  })
})
