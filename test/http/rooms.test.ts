/** Rooms of the API that open with the first request to them answer as the API does with all of them open. */
import { describe, expect, it } from 'vitest'
import { createOpeningApp, loadWholeApp, rooms } from '../../functions/http/rooms.ts'
import { makeWorld } from './world.ts'

/** No table: who is signed in nowhere is refused before it is asked, and what asks it fails in both. */
const deps = { ...makeWorld({} as never).deps, originSecret: undefined }
const whole = (await loadWholeApp())(deps)
const routesOf = (app: { routes: { method: string; path: string }[] }) => [
  ...new Set(app.routes.map(({ path }) => path).filter((path) => path.startsWith('/api/'))),
]
const pathOf = (route: string) => route.replaceAll(/:\w+/g, 'x')

describe('the rooms of the API', () => {
  it('know their own routes', async () => {
    for (const { at, load } of rooms) {
      const routes = routesOf((await load())(deps, whole.fetch))
      expect(routes.length).toBeGreaterThan(0)
      expect(routes.filter((route) => !at.test(pathOf(route)))).toEqual([])
    }
  })

  it('change only where they say so', async () => {
    for (const { changesAt, load } of rooms) {
      if (!changesAt) continue
      const there = (await load())(deps, whole.fetch).routes.filter(({ path }) => changesAt.test(pathOf(path)))
      expect(there.length).toBeGreaterThan(0)
      expect(there.filter(({ method }) => method === 'GET')).toEqual([])
    }
  })

  it('open for few paths: one request opens at most four', () => {
    for (const route of routesOf(whole)) {
      expect(rooms.filter(({ at }) => at.test(pathOf(route))).length, route).toBeLessThanOrEqual(4)
    }
  })

  it('open with the first request, whatever came before', async () => {
    const opening = createOpeningApp(deps)
    const seen = new Set<number>()
    const asked = whole.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    for (const { method, path } of asked) {
      const request = () =>
        new Request(`https://lengkap.example${pathOf(path)}`, {
          method,
          headers: { origin: 'https://lengkap.example', 'content-type': 'application/json' },
          ...(method === 'GET' ? {} : { body: '{' }),
        })
      const bindings = { event: { requestContext: { timeEpoch: Date.UTC(2026, 1, 11) } } }
      const [known, opened] = [await whole.fetch(request(), bindings), await opening.fetch(request(), bindings)]
      const text = await opened.text()
      expect([opened.status, text], `${method} ${path}`).toEqual([known.status, await known.text()])
      expect(text, `${method} ${path}`).not.toContain('no-such-route')
      seen.add(opened.status)
    }
    expect(seen.size).toBeGreaterThan(2)
    expect((await opening.fetch(new Request('https://lengkap.example/api/nowhere'))).status).toBe(404)
  })
})
