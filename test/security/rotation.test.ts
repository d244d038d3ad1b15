/** While a key is rotated nobody is locked out, and what was made with the old one ends after ten minutes. */
import { describe, expect, it } from 'vitest'
import { deriveCode } from '../../functions/domain/secrets/code.ts'
import { loadWholeApp } from '../../functions/http/rooms.ts'
import { Browser, originSecret } from '../http/browser.ts'
import { codeKey, useWorld } from '../http/world.ts'

const appOf = await loadWholeApp()

const world = useWorld('rotation')
const newKey = 'a newer key of more than thirty-two characters'
const newSecret = 'the newer secret of the origin'
const minutesLater = (minutes: number) => new Date(world().clock.now.getTime() + minutes * 60_000)

describe('a code that was mailed before its key was rotated', () => {
  const tried = async (minutesAgo: number) => {
    const { deps, clock } = world()
    clock.now = minutesLater(120)
    const app = appOf({
      ...deps,
      codeKey: newKey,
      codeKeyBefore: { secret: codeKey, since: minutesLater(-minutesAgo) },
    })
    const browser = new Browser(app, deps.siteUrl, `10.9.0.${minutesAgo}`)
    await browser.post('/api/sign-in', { email: 'op-perikanan@lengkap.example' })
    const challenge = (browser.cookies.get('__Host-ch') ?? '').split('.')[0] ?? ''
    const trying = async (key: string) =>
      (await browser.post('/api/sign-in/verify', { code: deriveCode(key, challenge) })).status
    return { old: await trying(codeKey), new: await trying(newKey) }
  }

  it('signs in for ten minutes', async () => {
    expect((await tried(9)).old).toBeLessThan(300)
  })

  it('is a wrong one afterwards, and the new one is right', async () => {
    const answers = await tried(10)
    expect(answers.old).toBe(401)
    expect(answers.new).toBeLessThan(300)
  })
})

describe('the origin’s secret', () => {
  const health = async (minutesAgo: number, headers: Record<string, string | undefined>) => {
    const { deps } = world()
    const before = { secret: originSecret, since: minutesLater(-minutesAgo) }
    const app = appOf({ ...deps, originSecret: newSecret, originSecretBefore: before })
    const browser = new Browser(app, deps.siteUrl, '10.9.1.1')
    return (await browser.send('GET', '/api/openapi.json', { headers })).status
  }

  it('is believed in the old form and the new one for ten minutes, then in the new one alone', async () => {
    const both = { 'x-origin-secret-next': newSecret }
    const fresh = { 'x-origin-secret': newSecret }
    expect([await health(9, {}), await health(9, both), await health(9, fresh)]).toEqual([200, 200, 200])
    expect([await health(10, {}), await health(10, both), await health(10, fresh)]).toEqual([403, 200, 200])
    expect(await health(9, { 'x-origin-secret': 'guessed', 'x-origin-secret-next': 'guessed' })).toBe(403)
  })
})
