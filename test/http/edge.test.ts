/** What every answer and every refusal has, whatever the route. */
import { describe, expect, it } from 'vitest'
import { clientAddress } from '../../functions/http/client-address.ts'
import { mostEventBytes } from '../../functions/http/sound-text.ts'
import { problemSchema } from '../../functions/schema/problem.ts'
import { createTicks } from '../../functions/store/ticks.ts'
import { siteUrl, useWorld } from './world.ts'

const world = useWorld('http-edge')

describe('a request that changes something', () => {
  it('is refused without our origin, and read only as JSON', async () => {
    const browser = world().browser()
    const ask = (headers: Record<string, string | undefined>) =>
      browser.send('POST', '/api/sign-in', { json: { email: 'a@lengkap.example' }, headers })
    expect((await ask({ origin: undefined })).status).toBe(403)
    expect((await ask({ origin: 'https://jahat.example' })).status).toBe(403)
    expect((await ask({ origin: 'null' })).status).toBe(403)
    expect((await ask({ origin: `${siteUrl}.jahat.example` })).status).toBe(403)
    expect((await ask({ origin: undefined, 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await ask({ origin: undefined, 'sec-fetch-site': 'same-site' })).status).toBe(403)
    // A foreign origin is not made ours by another header.
    expect((await ask({ origin: 'https://jahat.example', 'sec-fetch-site': 'same-origin' })).status).toBe(403)
    expect((await ask({ origin: undefined, 'sec-fetch-site': 'same-origin' })).status).toBe(202)
    expect((await ask({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await ask({ 'content-type': 'application/x-www-form-urlencoded' })).status).toBe(415)
    expect((await ask({ 'content-type': undefined })).status).toBe(415)
  })

  it('with more than 5 MB is refused as a problem', async () => {
    const raw = JSON.stringify({ email: 'x'.repeat(5 * 1024 * 1024) })
    const answer = await world().browser().send('POST', '/api/sign-in', { raw })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'too-large', type: 'about:blank' })
  })

  it('is refused where it could not be handed to a Lambda: each quotation mark in it counts twice', async () => {
    const send = (email: string) => world().browser().send('POST', '/api/sign-in', { json: { email } })
    const refused = await send('"'.repeat(mostEventBytes / 4))
    expect(refused.status).toBe(413)
    expect(await refused.json()).toMatchObject({ code: 'too-large' })
    expect((await send('"'.repeat(mostEventBytes / 4 - 10))).status).toBe(400)
    expect((await send('x'.repeat(4_500_000))).status).toBe(400)
  })
})

describe('every answer', () => {
  it('has the security headers, also a refusal', async () => {
    const signedIn = await world().signedIn('op-perikanan')
    for (const answer of [
      await signedIn.get('/api/me'),
      await signedIn.get('/api/tidak-ada'),
      await world().browser().get('/api/me'),
      await world().browser().get('/api/docs'),
    ]) {
      const policy = answer.headers.get('content-security-policy')
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toContain('unsafe')
      expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('referrer-policy')).toBe('same-origin')
      expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    }
  })

  it('to somebody signed in is kept by no cache', async () => {
    const browser = await world().signedIn('op-perikanan')
    for (const path of ['/api/me', '/api/rounds', '/api/references', '/api/rounds/tidak-ada']) {
      expect((await browser.get(path)).headers.get('cache-control'), path).toBe('private, no-store')
    }
  })

  it('is kept only where it is published and never changes: a form’s definition', async () => {
    const browser = await world().signedIn('op-perikanan')
    const kept = async (path: string) => (await browser.get(path)).headers.get('cache-control')
    expect(await kept('/api/forms/uji/versions/1')).toBe('private, max-age=31536000, immutable')
    expect(await kept('/api/forms/uji/versions/2')).toBe('private, no-store')
  })
})

describe('a problem', () => {
  it('is RFC 9457, in the reader’s language, with the request’s id', async () => {
    const ask = (language: string) => world().browser().get('/api/me', { 'accept-language': language })
    for (const [language, title] of [
      ['id-ID,id;q=0.9,en;q=0.8', 'Anda belum masuk'],
      ['en-GB,en;q=0.9', 'Not signed in'],
      ['fr', 'Anda belum masuk'],
      ['id;q=0.2, en;q=0.7', 'Not signed in'],
    ] as const) {
      const answer = await ask(language)
      expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/)
      const problem = problemSchema.parse(await answer.json())
      expect(problem).toMatchObject({ title, status: 401, requestId: 'request-1', instance: '/api/me' })
      expect(problem.type).toBe(`${siteUrl}/api/docs#not-signed-in`)
    }
  })

  it('comes from the framework’s own refusals too', async () => {
    const browser = world().browser()
    const broken = await browser.send('POST', '/api/sign-in', { raw: '{"email":' })
    expect([broken.status, (await broken.json()).code]).toEqual([400, 'malformed-request'])
    const shape = await browser.post('/api/sign-in', { email: 7 })
    expect(await shape.json()).toMatchObject({ status: 400, errors: [{ pointer: '/email' }] })
    const missing = await browser.get('/api/apa-saja')
    expect(await missing.json()).toMatchObject({ status: 404, type: 'about:blank' })
  })

  it('shows nothing of what went wrong inside, and logs no text of it', async () => {
    const { deps } = world()
    const original = deps.rounds.list
    deps.rounds.list = () => Promise.reject(new Error('rahasia 0812 dari isian'))
    const browser = await world().signedIn('op-perikanan')
    const answer = await browser.get('/api/rounds')
    deps.rounds.list = () => Promise.reject(Object.assign(new Error('x'), { name: 'TimeoutError' }))
    const unavailable = await browser.get('/api/rounds')
    deps.rounds.list = original
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain('rahasia')
    expect(JSON.stringify(world().logs)).not.toContain('rahasia')
    expect(world().logs.at(-2)).toMatchObject({ level: 'error', requestId: 'request-1' })
    expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, '5'])
  })

  it('has a line in the readable description', async () => {
    const page = await (await world().browser().get('/api/docs')).text()
    expect(page).toContain('id="round-closed"')
    expect(page).not.toMatch(/<script|style="|https?:\/\//)
    const document = await (await world().browser().get('/api/openapi.json')).json()
    expect(document.paths['/api/rounds/{round}/windows'].post.responses.default.content).toHaveProperty(
      'application/problem+json',
    )
  })
})

describe('a client’s address', () => {
  const of = (headers: Record<string, string>, source = '192.0.2.1') =>
    clientAddress((name) => headers[name], source, ['the secret of the origin'])
  it('is CloudFront’s word only with the origin’s secret', () => {
    const viewer = { 'cloudfront-viewer-address': '198.51.100.7:443' }
    expect(of(viewer)).toBe('192.0.2.1')
    expect(of({ ...viewer, 'x-origin-secret': 'guessed' })).toBe('192.0.2.1')
    expect(of({ ...viewer, 'x-origin-secret': 'the secret of the origin' })).toBe('198.51.100.7')
    expect(of({ 'x-forwarded-for': '198.51.100.7' })).toBe('192.0.2.1')
    expect(clientAddress((name) => ({ ...viewer, 'x-origin-secret': '' })[name], 'a', [])).toBe('a')
  })

  it('of IPv6 is its /56', () => {
    const secret = { 'x-origin-secret': 'the secret of the origin' }
    const one = of({ ...secret, 'cloudfront-viewer-address': '2001:db8:1:ab01::9:443' })
    const other = of({ ...secret, 'cloudfront-viewer-address': '2001:db8:1:abff:1:2:3:4:50123' })
    expect(one).toBe('2001:db8:1:ab00::/56')
    expect(other).toBe(one)
    expect(of({}, '::1')).toBe('0:0:0:0::/56')
    expect(of({}, '::ffff:192.0.2.9')).toBe('192.0.2.9')
  })
})

describe('health', () => {
  it('is well while the schedule runs, and says so when it stopped or the table is silent', async () => {
    const { deps, clock } = world()
    const ask = async () => {
      const answer = await world().browser().get('/api/health')
      return { status: answer.status, body: await answer.json() }
    }
    expect(await ask()).toMatchObject({ status: 503, body: { status: 'degraded', lastTick: null } })
    const ticks = createTicks(world().table)
    await ticks.note(clock.now)
    // A plan that was started earlier and ends later does not turn the clock back.
    await ticks.note(new Date(clock.now.getTime() - 600_000))
    const lastTick = clock.now.toISOString()
    expect(await ask()).toMatchObject({ status: 200, body: { status: 'ok', table: true, lastTick } })
    clock.now = new Date(clock.now.getTime() + 301_000)
    expect(await ask()).toMatchObject({ status: 503, body: { status: 'degraded' } })
    await ticks.note(clock.now)
    // The codes mailed in the tests above wait, since nobody dispatches here.
    const waiting = { status: 'degraded', lastTick: clock.now.toISOString(), oldestOverdueSeconds: 301 }
    expect((await ask()).body).toMatchObject(waiting)
    const list = deps.regions.list
    deps.regions.list = () => Promise.reject(new Error('no table'))
    expect(await ask()).toMatchObject({ status: 503, body: { table: false } })
    deps.regions.list = list
  })
})
