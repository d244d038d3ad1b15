/** One machine takes no more than it can do, and says so to whoever comes beyond. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { createWebServer, type WebServerParts } from '../../local/web-server.ts'
import { WorkLimit } from '../../local/work-limit.ts'

describe('work at one time', () => {
  it('the ninth waits for its turn, in order, and the last one that waits longer than half a second gets none', async () => {
    const limit = new WorkLimit()
    const begun: string[] = []
    const ends = new Map<string, () => void>()
    const work = (name: string) =>
      limit.run(async () => {
        begun.push(name)
        await new Promise<void>((resolve) => ends.set(name, resolve))
        return name
      })
    const first = Array.from({ length: 8 }, (_, at) => work(`${at}`))
    const waiting = [work('ninth'), work('tenth'), work('eleventh')]
    expect(begun).toHaveLength(8)
    ends.get('3')?.()
    await first[3]
    ends.get('5')?.()
    await first[5]
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(begun.slice(8)).toEqual(['ninth', 'tenth'])
    expect(await waiting[2]).toBeUndefined()
    for (const end of ends.values()) end()
    expect(await Promise.all(waiting)).toEqual(['ninth', 'tenth', undefined])
    await Promise.all(first)
    const later = work('later')
    expect(begun.at(-1)).toBe('later')
    ends.get('later')?.()
    await later
  })
})

describe('the API of one machine', () => {
  const ends: (() => void)[] = []
  const api = () => new Promise((resolve) => ends.push(() => resolve({ statusCode: 200, body: '{}' })))
  const clock = { now: () => new Date() }
  const server = createWebServer(
    Promise.resolve({ clock, handlers: { api }, controls: {} } as unknown as WebServerParts),
  )
  afterAll(() => void server.close())

  it('answers 429 with Retry-After and words instead of letting wait, and goes on with the others', async () => {
    await once(server.listen(0, 'localhost'), 'listening')
    const url = `http://localhost:${(server.address() as AddressInfo).port}/api/x`
    const taken = Array.from({ length: 8 }, () => fetch(url))
    while (ends.length < 8) await new Promise((resolve) => setTimeout(resolve, 5))
    const refused = await fetch(url, { headers: { 'accept-language': 'id' } })
    expect(refused.status).toBe(429)
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBeGreaterThanOrEqual(2)
    expect(seconds).toBeLessThanOrEqual(6)
    expect(await refused.json()).toMatchObject({
      code: 'busy',
      status: 429,
      detail: expect.stringContaining(`dalam ${seconds} detik`),
    })
    expect(ends).toHaveLength(8)
    for (const end of ends) end()
    expect((await Promise.all(taken)).map(({ status }) => status)).toEqual(Array(8).fill(200))
  })
})
