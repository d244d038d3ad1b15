/** Nobody learns from the API, its answers or its calls to the table, which addresses are known. */
import { beforeAll, expect, it } from 'vitest'
import { createTable } from '../../functions/store/table.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { WatchedClient } from '../store/watched-client.ts'
import { makeWorld, seed, type World } from './world.ts'

const store = useStoreEndpoint('http-enumeration')
const calls: string[] = []
let world: World

beforeAll(async () => {
  const client = new WatchedClient(store().endpoint, (call) => calls.push(call))
  world = makeWorld(createTable(client, store().tableName))
  await seed(world.deps)
})

/** All that an outsider sees, and the calls that were made meanwhile. */
async function outside(email: string) {
  const browser = world.browser()
  const seen: unknown[] = []
  const note = async (answer: Response) => {
    const cookies = answer.headers.getSetCookie().map((line) => line.replace(/=[^;]+/, `=${'x'.repeat(10)}`))
    const headers = [...answer.headers].filter(([name]) => name !== 'set-cookie')
    const sizes = answer.headers.getSetCookie().map((line) => line.length)
    seen.push({ status: answer.status, body: await answer.text(), headers, cookies, sizes, calls: calls.splice(0) })
  }
  calls.length = 0
  await note(await browser.post('/api/sign-in', { email }))
  await note(await browser.post('/api/sign-in/resend'))
  for (let index = 0; index < 6; index += 1) await note(await browser.post('/api/sign-in/verify', { code: '0' }))
  return seen
}

it('a known and an unknown address get the same answers, headers, cookies and calls', async () => {
  const known = await outside('op-perikanan@lengkap.example')
  const unknown = await outside('bukan-siapa@lengkap.example')
  expect(known).toEqual(unknown)
  expect(known[0]).toMatchObject({ status: 202 })
  expect((known[0] as { calls: string[] }).calls.length).toBeGreaterThan(8)
})

it('the right code of a challenge that belongs to nobody signs nobody in', async () => {
  const browser = world.browser()
  await browser.post('/api/sign-in', { email: 'bukan-siapa@lengkap.example' })
  const answer = await browser.post('/api/sign-in/verify', { code: world.codeOf(browser) })
  expect(await answer.json()).toMatchObject({ status: 401, code: 'wrong-code', triesLeft: 4 })
})

it('an unknown address leaves a notice to nobody, which no dispatcher can send', async () => {
  const notices = await world.deps.notices.list('none', 'sign-in')
  expect(notices.length).toBeGreaterThan(0)
  expect(notices.every(({ recipientId }) => recipientId === 'none')).toBe(true)
})
