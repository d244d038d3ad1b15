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
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
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

  it('are let through while the table does not count', async () => {
    const count = () => Promise.reject(new Error('no table'))
    expect((await container({ signIn: { ...world().deps.signIn, count } })(max + 50)).status).toBe(200)
  })

  it('are not counted where no front says whose they are', async () => {
    const app = appOf({ ...world().deps, originSecret: undefined })
    for (let n = 0; n < max + 50; n++) expect((await app.request('/api/docs.css')).status).toBe(200)
  })
})
