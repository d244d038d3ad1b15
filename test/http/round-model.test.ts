/**
 * A round played at random against a simple model: whatever is sent, decided, extended, closed, and however the clock moves,
 * board, plan, digest and calendar say the same thing. The model knows a status a cell and a final date an agency, no more.
 */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { describe, expect, it, vi } from 'vitest'
import { plan } from '../../functions/domain/notices/plan.ts'
import type { Notice } from '../../functions/schema/notice.ts'
import { round as roundOf } from '../fixtures/round.ts'
import { runsOf } from '../setup/thorough.ts'
import type { Browser } from './browser.ts'
import { answers, useWorld } from './world.ts'

vi.setConfig({ testTimeout: 170_000, hookTimeout: 30_000 })
const world = useWorld('http-round-model')
const agencies = ['perikanan', 'dinsos'] as const
const forms = ['uji', 'tanpa-nihil'] as const
const day = 86_400_000
const midnight = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
const plus = (date: string, days: number) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
const dateOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)

type Cell = {
  revision: number
  status: 'not-started' | 'submitted' | 'accepted' | 'returned'
  complete: boolean
  dueOn?: string
}
type Model = { cells: Map<string, Cell>; closesOn: Map<string, string>; closedAt: Map<string, number>; now: number }

const cellAction = fc.record({ agency: fc.constantFrom(...agencies), form: fc.constantFrom(...forms) })
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: cellAction.chain((cell) =>
      fc.record({ do: fc.constant('submit' as const), cell: fc.constant(cell), whole: fc.boolean() }),
    ),
  },
  {
    weight: 3,
    arbitrary: cellAction.chain((cell) =>
      fc.record({
        do: fc.constant('review' as const),
        cell: fc.constant(cell),
        decision: fc.constantFrom('accept', 'return'),
        days: fc.integer({ min: 0, max: 4 }),
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('extend' as const),
      agency: fc.option(fc.constantFrom(...agencies)),
      days: fc.integer({ min: -1, max: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), agency: fc.constantFrom(...agencies) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const key = ({ agency, form }: { agency: string; form: string }) => `${agency}.${form}`
const cellOf = (model: Model, cell: { agency: string; form: string }) => model.cells.get(key(cell)) as Cell

/** The final instant of an agency by its window alone. */
function closing(model: Model, agency: string): number {
  return Math.min(
    midnight(plus(model.closesOn.get(agency) ?? '', 1)),
    model.closedAt.get(agency) ?? Number.POSITIVE_INFINITY,
  )
}

function mayWrite(model: Model, cell: { agency: string; form: string }): boolean {
  const { status, dueOn } = cellOf(model, cell)
  if (status === 'accepted') return false
  const due = dueOn === undefined ? 0 : midnight(plus(dueOn, 1))
  return model.now < Math.max(closing(model, cell.agency), due)
}

let rounds = 0

/** A round of its own, open since 10 February 09.00. */
async function begin() {
  rounds += 1
  const id = `model-${rounds}`
  await world().deps.rounds.insertRound('kota-kupang', roundOf(agencies, { id }, forms))
  const model: Model = {
    cells: new Map(
      agencies.flatMap((agency) =>
        forms.map((form) => [key({ agency, form }), { revision: 0, status: 'not-started', complete: false }]),
      ),
    ),
    closesOn: new Map(agencies.map((agency) => [agency, '2026-02-17'])),
    closedAt: new Map(),
    now: Date.parse('2026-02-10T09:30:00+08:00'),
  }
  return { id, model }
}

type Played = { id: string; model: Model; operator: Browser; coordinator: Browser }

/** Does it, expects what the model expects, and moves the model on. */
async function act({ id, model, operator, coordinator }: Played, step: Action): Promise<void> {
  // No two things happen in one instant: which came first is then told by nothing.
  model.now += 1_000
  world().clock.now = new Date(model.now)
  const base = `/api/rounds/${id}`
  if (step.do === 'wait') {
    model.now += step.hours * 3_600_000
  } else if (step.do === 'submit') {
    const cell = cellOf(model, step.cell)
    const allowed = mayWrite(model, step.cell)
    const body = answers(`A/${model.now}`)
    const content = step.whole ? body : { ...body, fields: { ...body.fields, jumlah: { absent: 'not-yet' } } }
    const headers = {
      'if-match': `"${cell.revision}"`,
      'idempotency-key': `${id}-${key(step.cell)}-${cell.revision}-${model.now}`,
    }
    const answer = await operator.post(
      `${base}/agencies/${step.cell.agency}/forms/${step.cell.form}/submissions`,
      { answers: content },
      headers,
    )
    // The same content at the same instant again is the same revision.
    expect(
      [200, 201].includes(answer.status),
      `${JSON.stringify(step)} ${answer.status} ${await answer.clone().text()}`,
    ).toBe(allowed || answer.status === 200)
    if (answer.status === 201) {
      Object.assign(cell, { revision: cell.revision + 1, status: 'submitted', complete: step.whole })
    }
  } else if (step.do === 'review') {
    const cell = cellOf(model, step.cell)
    const dueOn = plus(dateOf(model.now), step.days)
    const body = {
      revision: Math.max(1, cell.revision),
      decision: step.decision,
      comments: [{ pointer: '', text: 'Periksa.' }],
      dueOn,
    }
    const answer = await coordinator.post(`${base}/agencies/${step.cell.agency}/forms/${step.cell.form}/review`, body)
    expect(answer.status === 201, JSON.stringify(step)).toBe(cell.status === 'submitted')
    if (answer.status === 201) {
      cell.status = step.decision === 'accept' ? 'accepted' : 'returned'
      if (step.decision === 'return') cell.dueOn = dueOn
      else delete cell.dueOn
    }
  } else {
    await changeWindow({ id, model, operator, coordinator }, step)
  }
}

async function changeWindow({ id, model, coordinator }: Played, step: Extract<Action, { do: 'extend' | 'close' }>) {
  const concerned = step.agency === null ? [...agencies] : [step.agency]
  const named = step.agency === null ? {} : { agencyIds: concerned }
  if (step.do === 'close') {
    const answer = await coordinator.post(`/api/rounds/${id}/windows`, { kind: 'close', reason: 'uji', ...named })
    expect(answer.status === 201).toBe(concerned.some((agency) => closing(model, agency) > model.now))
    if (answer.status === 201) for (const agency of concerned) closeNow(model, agency)
    return
  }
  const latest =
    concerned
      .map((agency) => dateOf(closing(model, agency) - 1))
      .toSorted()
      .at(-1) ?? ''
  const closesOn = plus(latest, step.days)
  const after = midnight(plus(closesOn, 1))
  const later = after > model.now && concerned.every((agency) => after > closing(model, agency))
  const answer = await coordinator.post(`/api/rounds/${id}/windows`, {
    kind: 'extend',
    closesOn,
    reason: 'uji',
    ...named,
  })
  expect(answer.status === 201, `extend to ${closesOn}`).toBe(later)
  if (answer.status !== 201) return
  for (const agency of concerned) {
    model.closesOn.set(agency, closesOn)
    model.closedAt.delete(agency)
  }
}

/** A closing ends the corrections that were granted before it, too. */
function closeNow(model: Model, agency: string): void {
  if (closing(model, agency) > model.now) model.closedAt.set(agency, model.now)
  for (const form of forms) delete cellOf(model, { agency, form }).dueOn
}

async function agree({ id, model, coordinator }: Played): Promise<void> {
  world().clock.now = new Date(model.now)
  const cells = [...model.cells.values()]
  const board = await (await coordinator.get(`/api/rounds/${id}/completeness`)).json()
  const actual = cells.filter(({ status }) => status === 'submitted' || status === 'accepted').length
  expect(board.counts).toMatchObject({
    expected: cells.length,
    submitted: actual,
    accepted: cells.filter(({ status }) => status === 'accepted').length,
    returned: cells.filter(({ status }) => status === 'returned').length,
    notStarted: cells.filter(({ status }) => status === 'not-started').length,
    complete: cells.filter(({ status, complete }) => complete && (status === 'submitted' || status === 'accepted'))
      .length,
  })
  for (const row of board.agencies) {
    for (const cell of row.assignments) {
      const known = model.cells.get(key({ agency: cell.agencyId, form: cell.formId }))
      expect([cell.agencyId, cell.formId, cell.status, cell.revision]).toEqual([
        cell.agencyId,
        cell.formId,
        known?.status,
        known?.revision,
      ])
      expect(cell.open).toBe(mayWrite(model, { agency: cell.agencyId, form: cell.formId }))
    }
  }
  await digestAgrees(id, model, actual)
  await calendarAgrees(id, model)
}

/** The digest that is due says the numbers of the board; who has nothing to do is not reminded. */
async function digestAgrees(id: string, model: Model, actual: number): Promise<void> {
  const { deps } = world()
  const [region, facts] = await Promise.all([deps.regions.load('kota-kupang'), deps.rounds.load('kota-kupang', id)])
  if (region === undefined || facts === undefined) throw new Error('the round is gone')
  const state = { region, rounds: [facts] }
  const now = new Date(model.now)
  for (const planned of plan(now, state).filter(({ state: end }) => end === 'planned')) {
    const notice: Notice = { ...planned, plannedAt: planned.dueAt, attempts: 1, unknowns: 0, epoch: '1' }
    const composed = await deps.compose(now, notice, state)
    if (composed.outcome !== 'mail') continue
    const { content } = composed
    if (content.kind === 'digest' || content.kind === 'provisional-report' || content.kind === 'closing-report')
      expect(content.counts).toMatchObject({ expected: model.cells.size, submitted: actual })
    // A report that calls itself final finds everybody closed; a provisional one names whoever is not.
    if (content.kind === 'provisional-report' || content.kind === 'closing-report') {
      const open = agencies.filter((agency) => closing(model, agency) > model.now)
      expect(content.stillOpen.flatMap((each) => each.agencies)).toHaveLength(open.length)
      if (open.length > 0) expect(content.kind).toBe('provisional-report')
    }
    if (content.kind === 'reminder') {
      const owed = content.blocks.flatMap(({ forms: lines }) => lines).length
      const served = region.people.find(({ id: person }) => person === planned.recipientId)?.agencyIds ?? []
      const open = agencies
        .filter((agency) => served.includes(agency))
        .flatMap((agency) => forms.map((form) => ({ agency, form })))
        .filter((cell) => mayWrite(model, cell) && cellOf(model, cell).status !== 'submitted')
      // Of an agency whose dates moved since, the old day's reminder no longer speaks.
      expect(owed).toBeGreaterThan(0)
      expect(owed).toBeLessThanOrEqual(open.length)
    }
  }
}

/** The feed of an agency has its final date while it owes anything that is not accepted, and nothing afterwards. */
async function calendarAgrees(id: string, model: Model): Promise<void> {
  for (const agency of agencies) {
    const own = forms.map((form) => cellOf(model, { agency, form }))
    const text = await (
      await world()
        .browser()
        .get(feedPath.get(agency) ?? '')
    ).text()
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
    const final = events.find(({ uid }) => uid === `final.${id}.${agency}@kota-kupang.lengkap`)
    const expected = own.every(({ status }) => status === 'accepted')
      ? undefined
      : dateOf(closing(model, agency) - (model.closedAt.has(agency) ? 0 : 1))
    expect(final?.startDate.toString(), agency).toBe(expected)
  }
}

const feedPath = new Map<string, string>()
async function readFeeds(): Promise<void> {
  for (const agency of agencies) {
    if (feedPath.has(agency)) continue
    const { feeds } = await (await (await world().as(`op-${agency}`)).get('/api/calendar-feeds')).json()
    const url = new URL(feeds[0].url)
    feedPath.set(agency, url.pathname + url.search)
  }
}

describe('a round played at random', () => {
  it('is told alike by board, plan, digest and calendar after every step', async () => {
    world().clock.now = new Date('2026-02-10T09:30:00+08:00')
    await readFeeds()
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 4, maxLength: 12 }), async (steps) => {
        const { id, model } = await begin()
        for (const step of steps) {
          world().clock.now = new Date(model.now)
          // Sessions end after twelve hours; people sign in again.
          const played = {
            id,
            model,
            operator: await world().as('dua-dinas'),
            coordinator: await world().as('koordinator'),
          }
          await act(played, step)
          await agree({ ...played, coordinator: await againAt(model.now) })
        }
      }),
      { numRuns: runsOf(30) },
    )
  })
})

/** A coordinator whose session is valid at that instant. */
async function againAt(now: number): Promise<Browser> {
  world().clock.now = new Date(now)
  return world().as('koordinator')
}
