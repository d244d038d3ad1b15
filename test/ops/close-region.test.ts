/** `ops region close`: a region whose rounds are over rests. Nothing is written there and nobody is mailed; it is read, exported, and opened again. */
import { beforeAll, describe, expect, it } from 'vitest'
import { planAfterCommit } from '../../functions/jobs/plan.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from '../http/browser.ts'
import { answers, roundId, useWorld } from '../http/world.ts'
import { opsOver } from './ops-world.ts'

const region = 'kota-kupang'
const world = useWorld('ops-close-region')
const ops = (day: number) => opsOver(world().table, { now: at(day, '09:00') }).ops
const closedAt = async () => (await world().deps.regions.load(region))?.settings.closedAt
let coordinator: Browser
let operator: Browser

beforeAll(async () => {
  coordinator = await world().as('koordinator')
  operator = await world().as('op-perikanan')
})

const close = ['region', 'close', region] as const

describe('closing a region', () => {
  it('waits for its rounds, and names them', async () => {
    const { status, said } = await ops(12)(...close, '--yes')
    expect([status, said]).toEqual([1, expect.stringContaining(roundId)])
    expect(await closedAt()).toBeUndefined()
  })

  it('is tried first, done once, and offers the export', async () => {
    expect((await ops(19)(...close)).printed).toContain('would be closed')
    expect(await closedAt()).toBeUndefined()
    expect((await ops(19)(...close, '--yes')).printed).toMatch(/is closed now.*region export kota-kupang/s)
    const since = await closedAt()
    expect(since).toBe(at(19, '09:00').toISOString())
    expect((await ops(20)(...close, '--yes')).printed).toContain('closed already')
    expect(await closedAt()).toBe(since)
    expect((await ops(20)('region', 'list')).printed).toContain(`closed since ${since}`)
  })

  it('leaves everything to read and nothing to write, for whoever is signed in', async () => {
    const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
    for (const path of ['/api/rounds', `/api/rounds/${roundId}/export.xlsx`]) {
      expect((await coordinator.get(path)).status, path).toBe(200)
    }
    const refused = await operator.put(
      `${work}/draft`,
      { formVersion: 1, answers: answers() },
      { 'if-match': '"v0-r0"' },
    )
    expect([refused.status, await refused.json()]).toMatchObject([409, { code: 'region-closed' }])
    const window = { kind: 'reopen', closesOn: '2026-03-01', agencyIds: ['perikanan'], reason: 'Uji coba saja.' }
    expect((await coordinator.post(`/api/rounds/${roundId}/windows`, window)).status).toBe(409)
    expect((await operator.put('/api/me', { language: 'en' })).status).toBe(200)
    expect((await operator.send('DELETE', '/api/me/sessions')).status).toBe(204)
    expect((await operator.post('/api/sign-out')).status).toBe(204)
  })

  it('ends its mails: nothing is planned any more, though the closing report would be due', async () => {
    const { regions, rounds, notices: ledger } = world().deps
    const plan = () => planAfterCommit({ regions, rounds, ledger }, at(19, '09:00'), region)
    expect(await plan()).toMatchObject({ planned: 0 })
    expect((await ops(20)(...close, '--undo', '--yes')).printed).toContain('is open now')
    expect(await closedAt()).toBeUndefined()
    expect((await plan()).planned).toBeGreaterThan(0)
  })

  it('of a region that is not there is refused', async () => {
    expect(await ops(19)('region', 'close', 'tidak-ada', '--yes')).toMatchObject({ status: 1 })
  })
})
