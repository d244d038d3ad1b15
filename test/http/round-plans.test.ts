/** A coordinator makes rounds without a developer: copied, revised, each revision kept with who wrote it. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import { firstAlertPlan } from '../../functions/schema/first-alert-plan.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { answers, roundId, useWorld } from './world.ts'

const world = useWorld('http-round-plans')
let coordinator: Browser

beforeAll(async () => {
  world().clock.now = at(12, '09:00')
  coordinator = await world().as('koordinator')
})

const march = { opensOn: '2026-03-02', targetOn: '2026-03-06', closesOn: '2026-03-13' }
const title = { id: 'Tahap III', en: 'Phase III' }
async function create(json: unknown) {
  const answer = await coordinator.post('/api/rounds', json)
  return { status: answer.status, body: await answer.json() }
}
async function revise(round: string, base: number, change: object) {
  const { revisions } = await (await coordinator.get(`/api/rounds/${round}/revisions`)).json()
  const json = { ...revisions[0], ...change }
  const answer = await coordinator.send('PUT', `/api/rounds/${round}`, { json, headers: { 'if-match': `"${base}"` } })
  return { status: answer.status, etag: answer.headers.get('etag'), body: await answer.json() }
}
const reasons = (body: { errors: { pointer: string; code: string }[] }) =>
  body.errors.map(({ pointer, code }) => `${pointer} ${code}`)

describe('a new round', () => {
  it('is the copied one with new dates, and its notices are planned at once', async () => {
    const { status, body } = await create({ id: 'tahap-3', copyOf: roundId, title, ...march })
    expect(status).toBe(201)
    expect(body).toMatchObject({ id: 'tahap-3', revision: 1, by: 'koordinator', title, ...march, fiscalYear: 2026 })
    expect(body.assignments).toHaveLength(4)
    expect(world().planned.at(-1)).toBe('kota-kupang/tahap-3')
  })

  it('that is still to come stands after the one that is running, and does not hide it', async () => {
    const stages = async (browser: Browser) => {
      const { rounds } = await (await browser.get('/api/rounds')).json()
      return rounds.map((each: { id: string; stage: string }) => `${each.id} ${each.stage}`)
    }
    const operator = await world().as('op-perikanan')
    expect(await stages(coordinator)).toEqual([`${roundId} open`, 'tahap-3 draft'])
    expect(await stages(operator)).toEqual([`${roundId} open`])
    expect((await operator.get('/api/rounds/tahap-3')).status).toBe(404)
  })

  it('asked for twice is one round; another under the same code is refused', async () => {
    expect((await create({ id: 'tahap-3', copyOf: roundId, title, ...march })).status).toBe(201)
    const other = await create({ id: 'tahap-3', copyOf: roundId, title, ...march, closesOn: '2026-03-20' })
    expect(other.status).toBe(422)
    expect(reasons(other.body)).toEqual(['/id id-taken'])
  })

  it('with impossible dates is refused in the reader’s language, each beside its field', async () => {
    const dates = { opensOn: '2026-02-30', targetOn: '2026-03-06', closesOn: '2026-02-28' }
    const { status, body } = await create({ id: 'salah', copyOf: roundId, ...dates })
    expect(status).toBe(422)
    expect(body.errors).toEqual([
      { pointer: '/opensOn', code: 'impossible-date', detail: expect.stringContaining('tidak ada di kalender') },
    ])
    const turned = await create({ id: 'salah', copyOf: roundId, opensOn: '2026-03-10', targetOn: '2026-03-06' })
    expect(reasons(turned.body)).toEqual(['/targetOn target-before-opening', '/closesOn final-before-target'])
    const past = await create({
      id: 'salah',
      copyOf: roundId,
      opensOn: '2026-01-05',
      targetOn: '2026-01-06',
      closesOn: '2026-01-07',
    })
    expect(reasons(past.body)).toEqual(['/closesOn final-in-the-past'])
  })

  it('without one to copy must say everything; who answers what may wait until it is opened', async () => {
    const { body } = await create({ id: 'kosong', ...march })
    expect(reasons(body)).toContain('/assignments required')
    const whole = { title, fiscalYear: 2026, phase: '1', opensAtTime: '08:00', alertPlan: firstAlertPlan }
    expect((await create({ id: 'pertama', ...march, ...whole, assignments: [] })).status).toBe(201)
    const opened = await coordinator.send('POST', '/api/rounds/pertama/opening', { headers: { 'if-match': '"1"' } })
    expect(reasons(await opened.json())).toEqual(['/assignments nothing-assigned'])
    const rehearsed = await coordinator.post('/api/rounds/pertama/rehearsals')
    expect(reasons(await rehearsed.json())).toEqual(['/assignments nothing-assigned'])
    const reads = operationsOf(openApiDocument(world().app as never)).filter(
      ({ method, path }) => method === 'GET' && /^\/api\/rounds\/\{round\}(\/[a-z.-]+)?$/.test(path),
    )
    expect(reads.length).toBeGreaterThan(8)
    for (const { path } of reads) {
      const { status } = await coordinator.get(path.replace('{round}', 'pertama'))
      expect(status, path).toBeLessThan(500)
    }
    expect((await create({ id: 'kosong', copyOf: 'tidak-ada', ...march })).status).toBe(404)
  })
})

describe('a revision', () => {
  it('before the opening may change everything, and the history says who and when', async () => {
    world().clock.now = at(12, '09:20')
    const assignments = [{ agencyId: 'dinsos', formId: 'uji', formVersion: 1 }]
    const { status, etag, body } = await revise('tahap-3', 1, { assignments, targetOn: '2026-03-09' })
    expect({ status, etag }).toEqual({ status: 200, etag: '"2"' })
    expect(body).toMatchObject({ revision: 2, targetOn: '2026-03-09', assignments })
    const { revisions } = await (await coordinator.get('/api/rounds/tahap-3/revisions')).json()
    expect(
      revisions.map((each: { revision: number; byName: string; at: string }) => [each.revision, each.byName, each.at]),
    ).toEqual([
      [2, 'Nama koordinator', at(12, '09:20').toISOString()],
      [1, 'Nama koordinator', at(12, '09:00').toISOString()],
    ])
  })

  it('of two coordinators at once lets one through and tells the other', async () => {
    const both = await Promise.all(['A', 'B'].map((id) => revise('tahap-3', 2, { title: { id, en: id } })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    expect((await revise('tahap-3', 2, { title })).body).toMatchObject({
      code: 'revision-conflict',
      currentRevision: 3,
    })
  })

  it('without a base is refused', async () => {
    const answer = await coordinator.send('PUT', '/api/rounds/tahap-3', {
      json: (await create({ id: 'x', copyOf: roundId, ...march })).body,
    })
    expect(answer.status).toBe(428)
  })

  it('after the opening leaves dates to the windows; title, plan and hours may still change', async () => {
    world().clock.now = at(12, '09:20')
    const moved = await revise(roundId, 1, { opensOn: '2026-02-09', targetOn: '2026-02-12', closesOn: '2026-02-20' })
    expect(reasons(moved.body)).toEqual([
      '/opensOn opening-has-passed',
      '/targetOn dates-move-by-window',
      '/closesOn dates-move-by-window',
    ])
    expect((await revise(roundId, 1, { title })).status).toBe(200)
  })

  it('sets how near, early and slow the digest is; what is out of range is refused beside its field', async () => {
    const { alertPlan } = await (await coordinator.get(`/api/rounds/${roundId}`)).json().then(({ round }) => round)
    expect(alertPlan.digest).toBeUndefined()
    const rules = (nearWorkingDays: number, earlyPercent: number, slowPercent: number) => ({
      alertPlan: { ...alertPlan, digest: { nearWorkingDays, earlyPercent, slowPercent } },
    })
    expect(reasons((await revise(roundId, 2, rules(61, -1, 101))).body)).toEqual([
      '/alertPlan/digest/nearWorkingDays digest-days',
      '/alertPlan/digest/earlyPercent not-a-percentage',
      '/alertPlan/digest/slowPercent not-a-percentage',
    ])
    const { status, body } = await revise(roundId, 2, rules(3, 40, 10))
    expect([status, body.alertPlan?.digest]).toEqual([200, { nearWorkingDays: 3, earlyPercent: 40, slowPercent: 10 }])
  })

  it('never takes begun work away, nor names unknown agencies and forms', async () => {
    const operator = await world().as('op-perikanan')
    const path = `/api/rounds/${roundId}/agencies/perikanan/forms/uji/submissions`
    const headers = { 'if-match': '"0"', 'idempotency-key': 'round-plans-1' }
    expect((await operator.post(path, { answers: answers() }, headers)).status).toBe(201)
    const assignments = [
      { agencyId: 'dinsos', formId: 'uji', formVersion: 1 },
      { agencyId: 'asing', formId: 'uji', formVersion: 1 },
      { agencyId: 'dinsos', formId: 'uji', formVersion: 7 },
    ]
    const { body } = await revise(roundId, 3, { assignments })
    expect(reasons(body)).toEqual([
      '/assignments/1/agencyId unknown-agency',
      '/assignments/2/formId unknown-form',
      '/assignments/2 assigned-twice',
      '/assignments work-begun',
      '/assignments version-by-move',
    ])
    expect(body.errors.at(-2).detail).toContain('Perikanan: uji')
    expect((await revise(roundId, 3, { assignments: [] })).body.errors[0].code).toBe('nothing-assigned')
  })
})

describe('the opening of a draft', () => {
  const opening = '/api/rounds/dibuka/opening'
  const open = (base: string) => coordinator.send('POST', opening, { headers: { 'if-match': base } })
  it('shows forms, people and the mails of the next day, then opens once, on the revision that was looked at', async () => {
    const dates = { opensOn: '2026-02-12', targetOn: '2026-03-06', closesOn: '2026-03-13' }
    expect(
      (await create({ id: 'dibuka', copyOf: roundId, title, ...dates, opensAtTime: '08:00' })).body.openedAt,
    ).toBeNull()
    const looked = await coordinator.get(opening)
    const shown = await looked.json()
    expect(shown.forms.length).toBeGreaterThan(0)
    expect(shown.people.length).toBeGreaterThan(1)
    expect(new Set(shown.mails.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['opening']))
    expect(shown.mails).toHaveLength(shown.people.length)
    expect((await open('"7"')).status).toBe(412)
    const answer = await open(looked.headers.get('etag') ?? '')
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ revision: 2, openedAt: expect.any(String) })
    expect((await open('"2"')).status).toBe(412)
    expect(await (await coordinator.get(opening)).json()).toMatchObject({ draft: false, revision: 2 })
    const { rounds } = await (await coordinator.get('/api/rounds')).json()
    expect(rounds.find(({ id }: { id: string }) => id === 'dibuka').stage).toBe('open')
  })
})

describe('an agency that is out of use', () => {
  const path = '/api/directory/agencies/dinsos'
  const keep = async (outOfUse: boolean) => {
    const history = await coordinator.get(path)
    const [newest] = (await history.json()).revisions
    const headers = { 'if-match': history.headers.get('etag') ?? '' }
    const answer = await coordinator.send('PUT', path, { json: { ...newest, outOfUse }, headers })
    return { status: answer.status, body: await answer.json() }
  }

  it('is in no copied round and gets no new work, but keeps what it has; used again it is as before', async () => {
    const out = await keep(true)
    expect([out.status, out.body.outOfUse]).toEqual([200, true])
    const { body } = await create({ id: 'tanpa-dinsos', copyOf: roundId, title, ...march })
    expect(body.assignments.map(({ agencyId }: { agencyId: string }) => agencyId)).not.toContain('dinsos')
    const added = { agencyId: 'dinsos', formId: 'uji', formVersion: 1 }
    const refused = await revise('tanpa-dinsos', 1, { assignments: [...body.assignments, added] })
    expect([refused.status, reasons(refused.body)]).toEqual([
      422,
      [`/assignments/${body.assignments.length}/agencyId agency-out-of-use`],
    ])
    const { revisions } = await (await coordinator.get(`/api/rounds/${roundId}/revisions`)).json()
    expect((await revise(roundId, revisions[0].revision, {})).status).toBe(200)
    const again = await keep(false)
    expect([again.status, again.body.outOfUse]).toEqual([200, undefined])
    expect((await revise('tanpa-dinsos', 1, { assignments: [...body.assignments, added] })).status).toBe(200)
  })
})
