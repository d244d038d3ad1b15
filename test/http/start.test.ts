/** What a page asks for when it is opened comes in one answer, and each part of it is what its own address says. */
import { describe, expect, it } from 'vitest'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { roundId, useWorld } from './world.ts'

const world = useWorld('http-start')
type Part = { path: string; status: number; etag?: string; body: unknown }

async function partsOf(browser: Browser, query = ''): Promise<Part[]> {
  const answer = await browser.get(`/api/start${query}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toContain('no-store')
  return ((await answer.json()) as { parts: Part[] }).parts
}

async function expectAsTheirRoutes(browser: Browser, parts: readonly Part[]): Promise<void> {
  for (const { path, status, etag, body } of parts) {
    const own = await browser.get(path)
    expect([path, status, etag ?? null]).toEqual([path, own.status, own.headers.get('etag')])
    // A refusal names its request.
    expect({ ...(body as object), requestId: '' }).toEqual({ ...(await own.json()), requestId: '' })
  }
}

describe('the start', () => {
  it('of an agency has who is here, the rounds, and the tasks of the one that is open', async () => {
    world().clock.now = at(11, '10:00')
    const operator = await world().as('op-perikanan')
    const parts = await partsOf(operator)
    expect(parts.map(({ path }) => path)).toEqual([
      '/api/me',
      '/api/rounds',
      `/api/rounds/${roundId}`,
      `/api/rounds/${roundId}/assignments`,
    ])
    await expectAsTheirRoutes(operator, parts)
  })

  it('of a form has all that the form is drawn from, the draft with its ETag', async () => {
    const operator = await world().as('op-perikanan')
    const parts = await partsOf(operator, `?round=${roundId}&agency=perikanan&form=uji`)
    const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
    expect(parts.map(({ path }) => path).sort()).toEqual(
      [
        '/api/me',
        '/api/rounds',
        `/api/rounds/${roundId}`,
        `/api/rounds/${roundId}/assignments?agency=perikanan`,
        '/api/references',
        '/api/forms/uji/versions/1',
        `${work}/draft`,
      ].sort(),
    )
    expect(parts.find(({ path }) => path.endsWith('/draft'))?.etag).toMatch(/"/)
    await expectAsTheirRoutes(operator, parts)
  })

  it('tells of another agency’s form nothing that its own addresses would not tell', async () => {
    const operator = await world().as('op-perikanan')
    const parts = await partsOf(operator, `?round=${roundId}&agency=dikbud&form=uji`)
    expect(parts.find(({ path }) => path.endsWith('/draft'))?.status).toBe(404)
    expect(parts.filter(({ path }) => path.startsWith('/api/forms/'))).toEqual([])
    await expectAsTheirRoutes(operator, parts)
  })

  it.each(['newest', roundId])('of the board has the round and its brief cells (%s)', async (board) => {
    const coordinator = await world().as('koordinator')
    const parts = await partsOf(coordinator, `?board=${board}`)
    expect(parts.map(({ path }) => path)).toEqual([
      '/api/me',
      '/api/rounds',
      `/api/rounds/${roundId}`,
      `/api/rounds/${roundId}/completeness?cells=brief`,
    ])
    await expectAsTheirRoutes(coordinator, parts)
    const operator = await world().as('op-perikanan')
    const own = await partsOf(operator, `?board=${board}`)
    expect(own.filter(({ path }) => path.includes('completeness'))).toEqual([])
  })

  it('of a coordinator has who is here and the rounds; nobody gets nothing', async () => {
    const coordinator = await world().as('koordinator')
    expect((await partsOf(coordinator)).map(({ path }) => path)).toEqual(['/api/me', '/api/rounds'])
    expect((await world().browser().get('/api/start')).status).toBe(401)
  })
})
