/** Strangers slow down strangers: nobody is kept out of a browser in which he has signed in, and guesses have an end. */
import { beforeEach, expect, it } from 'vitest'
import { Browser } from '../http/browser.ts'
import { siteUrl, useWorld } from '../http/world.ts'

const world = useWorld('security-sign-in')
const email = 'op-perikanan@lengkap.example'
const signedIn = '/api/sign-in/verify'
let days = 0
beforeEach(() => {
  days += 1
  world().clock.now = new Date(Date.UTC(2026, 1, 11 + 2 * days))
})

const inNetwork = (network: string) => new Browser(world().app, siteUrl, network)
async function ask(browser: Browser, of = email): Promise<number> {
  return (await browser.post('/api/sign-in', { email: of })).status
}
async function ownBrowser(): Promise<Browser> {
  const browser = world().browser()
  expect(await ask(browser)).toBe(202)
  expect((await browser.post(signedIn, { code: world().codeOf(browser) })).status).toBe(200)
  return browser
}
/** Many networks ask for the address until none of them is let through. */
async function siege(of = email): Promise<number> {
  let let_in = 0
  for (let network = 0; network < 30; network += 1) {
    const stranger = inNetwork(`203.0.113.${network}`)
    for (let turn = 0; turn < 6; turn += 1) if ((await ask(stranger, of)) === 202) let_in += 1
  }
  return let_in
}

it('five, ten, twenty requests from one network keep nobody in another network waiting', async () => {
  const stranger = inNetwork('198.51.100.7')
  const statuses: number[] = []
  for (let turn = 0; turn < 20; turn += 1) statuses.push(await ask(stranger))
  expect(statuses.filter((status) => status === 202)).toHaveLength(5)
  expect(await ask(inNetwork('198.51.100.8'))).toBe(202)
})

it('a whole siege keeps nobody out of his own browser, also from the network of the strangers', async () => {
  const own = await ownBrowser()
  const inside = inNetwork('203.0.113.1')
  for (const [name, value] of own.cookies) if (name === '__Host-browser') inside.cookies.set(name, value)
  expect(await siege()).toBe(15 - 1)
  expect(await ask(world().browser())).toBe(429)
  for (const browser of [own, inside]) {
    expect(await ask(browser)).toBe(202)
    expect((await browser.post(signedIn, { code: world().codeOf(browser) })).status).toBe(200)
  }
  // Ten minutes are the longest that somebody new has to wait.
  world().clock.now = new Date(world().clock.now.getTime() + 1_200_000)
  expect(await ask(world().browser())).toBe(202)
})

it('a mark is worth nothing for another person, or made up', async () => {
  const own = await ownBrowser()
  await siege('op-dinsos@lengkap.example')
  expect(await ask(own, 'op-dinsos@lengkap.example')).toBe(429)
  const invented = world().browser()
  invented.cookies.set('__Host-browser', 'a'.repeat(43))
  expect(await ask(invented, 'op-dinsos@lengkap.example')).toBe(429)
})

it('a known browser has an end too, and uses up nothing of the others', async () => {
  const own = await ownBrowser()
  const statuses: number[] = []
  for (let turn = 0; turn < 12; turn += 1) statuses.push(await ask(own))
  expect(statuses.filter((status) => status === 202)).toHaveLength(10)
  expect(await ask(world().browser())).toBe(202)
})

it('strangers together have 50 guesses a day for one address; a known browser is not kept from the right code', async () => {
  const own = await ownBrowser()
  let wrong = 0
  const start = world().clock.now.getTime()
  for (let challenge = 0; challenge < 20; challenge += 1) {
    world().clock.now = new Date(start + challenge * 1_200_000)
    const stranger = inNetwork(`203.0.114.${challenge}`)
    expect(await ask(stranger)).toBe(202)
    for (let turn = 0; turn < 5; turn += 1) {
      const code = world().codeOf(stranger) === '00000000' ? '1' : '00000000'
      const answer = await stranger.post(signedIn, { code })
      if (answer.status === 401) wrong += 1
    }
  }
  // The owner's own first sign-in was a stranger's guess too.
  expect(wrong).toBe(49)
  const stranger = world().browser()
  await ask(stranger)
  const refused = await stranger.post(signedIn, { code: world().codeOf(stranger) })
  expect(refused.status).toBe(429)
  expect(JSON.stringify(await refused.json())).toContain('peramban yang pernah Anda pakai')
  expect(await ask(own)).toBe(202)
  expect((await own.post(signedIn, { code: world().codeOf(own) })).status).toBe(200)
})
