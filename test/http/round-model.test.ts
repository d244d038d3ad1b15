/**
 * A round played at random against a simple model: whatever is typed, sent, decided, extended, closed, whichever version a form is moved to,
 * whoever is given which agency, and however the clock moves, board, tasks, draft, plan, digest and calendar say the same thing. The model knows
 * of each cell what was answered in which version and what is asked, of each agency a final date, of one operator the agencies, no more.
 */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { plan } from '../../functions/domain/notices/plan.ts'
import { revisePerson } from '../../functions/domain/region/revise-directory.ts'
import type { Board } from '../../functions/http/shapes.ts'
import { wholeRows } from '../../functions/rules/brief-cells.ts'
import type { Notice } from '../../functions/schema/notice.ts'
import { person, personRequest } from '../fixtures/region.ts'
import { at, round as roundOf } from '../fixtures/round.ts'
import { runsOf } from '../setup/thorough.ts'
import type { Browser } from './browser.ts'
import { answers, useWorld, form as versionOne } from './world.ts'

vi.setConfig({ testTimeout: 170_000, hookTimeout: 30_000 })
const world = useWorld('http-round-model')
const agencies = ['perikanan', 'dinsos'] as const
const forms = ['uji', 'tanpa-nihil'] as const
const day = 86_400_000
const midnight = (date: string) => Date.parse(`${date}T00:00:00+08:00`)
const plus = (date: string, days: number) => new Date(Date.parse(date) + days * day).toISOString().slice(0, 10)
const dateOf = (time: number) => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)

/** `decided`: what sending and reviews made of it; `again`: the version that the last move of its place asks to be sent again in. */
type Cell = {
  revision: number
  decided: 'not-started' | 'draft' | 'submitted' | 'accepted' | 'returned'
  complete: boolean
  /** Asked now, and of the last revision. */
  version: number
  sent?: number
  sentIn?: Set<number>
  again?: number
  dueOn?: string
  /** The text of the draft that was never sent. */
  typed?: string
}
/** `served`: the agencies of the one operator who acts. `alone`: closed by a decision about them alone, the last about them. */
type Model = {
  cells: Map<string, Cell>
  closesOn: Map<string, string>
  closedAt: Map<string, number>
  alone: Set<string>
  served: readonly string[]
  /** Agencies whose form the last step moved; ids of the mails about moves so far. */
  moved: readonly string[]
  told: Set<string>
  now: number
}

/** The second version asks one thing more; the first is of the house, the second the region's own. */
const versionTwo = {
  ...versionOne,
  version: 2,
  fields: [
    ...versionOne.fields,
    { id: 'tambahan', label: versionOne.title, required: true, type: 'integer' as const, min: 0 },
  ],
}

const cellAction = fc.record({ agency: fc.constantFrom(...agencies), form: fc.constantFrom(...forms) })
const action = fc.oneof(
  {
    weight: 4,
    arbitrary: cellAction.chain((cell) =>
      fc.record({
        do: fc.constant('submit' as const),
        cell: fc.constant(cell),
        whole: fc.boolean(),
        stale: fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0),
      }),
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
  { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const), cell: cellAction }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      agency: fc.option(fc.constantFrom(...agencies)),
      to: fc.constantFrom(1, 2),
      sent: fc.constantFrom('keep' as const, 'ask-again' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('serve' as const), agencies: fc.subarray([...agencies], { minLength: 1 }) }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 40 }) }) },
)
type Action = typeof action extends fc.Arbitrary<infer T> ? T : never

const key = ({ agency, form }: { agency: string; form: string }) => `${agency}.${form}`
const cellOf = (model: Model, cell: { agency: string; form: string }) => model.cells.get(key(cell)) as Cell

/** Sent work that is asked for again in another version is returned, whatever was decided about it. */
const isAskedAgain = ({ revision, sent, again }: Cell) => revision > 0 && again !== undefined && sent !== again
const statusOf = (cell: Cell) => (isAskedAgain(cell) ? 'returned' : cell.decided)

/** The final instant of an agency by its window alone. */
function closing(model: Model, agency: string): number {
  return Math.min(
    midnight(plus(model.closesOn.get(agency) ?? '', 1)),
    model.closedAt.get(agency) ?? Number.POSITIVE_INFINITY,
  )
}

function mayWrite(model: Model, cell: { agency: string; form: string }): boolean {
  const known = cellOf(model, cell)
  if (statusOf(known) === 'accepted') return false
  const { dueOn } = known
  const due = dueOn === undefined || isAskedAgain(known) ? 0 : midnight(plus(dueOn, 1))
  return model.now < Math.max(closing(model, cell.agency), due)
}

let rounds = 0

/** A round of its own, open since 10 February 09.00. */
async function begin() {
  rounds += 1
  const id = `model-${rounds}`
  const { rounds: stored, regions } = world().deps
  await stored.insertRound('kota-kupang', roundOf(agencies, { id }, forms))
  await regions.revisePerson('kota-kupang', person(operatorOf(id), [...agencies]))
  const model: Model = {
    cells: new Map(
      agencies.flatMap((agency) =>
        forms.map((form): [string, Cell] => [
          key({ agency, form }),
          { revision: 0, decided: 'not-started', complete: false, version: 1 },
        ]),
      ),
    ),
    closesOn: new Map(agencies.map((agency) => [agency, '2026-02-17'])),
    closedAt: new Map(),
    alone: new Set(),
    served: agencies,
    moved: [],
    told: new Set(),
    now: Date.parse('2026-02-10T09:30:00+08:00'),
  }
  return { id, model }
}

/** Of each round one of its own: whom an agency was given, and when, is remembered of a person. */
const operatorOf = (id: string) => `op-${id}`

type Played = { id: string; model: Model; operator: Browser; coordinator: Browser }

/** Does it, expects what the model expects, and moves the model on. */
async function act({ id, model, operator, coordinator }: Played, step: Action): Promise<void> {
  // No two things happen in one instant: which came first is then told by nothing. Nor in one minute, in which changes of a person are one.
  model.now += 61_000
  world().clock.now = new Date(model.now)
  const base = `/api/rounds/${id}`
  if (step.do === 'wait') {
    model.now += step.hours * 3_600_000
  } else if (step.do === 'submit') {
    const cell = cellOf(model, step.cell)
    const formVersion = step.stale && step.cell.form === 'uji' ? 3 - cell.version : cell.version
    const allowed = mayAct(model, step.cell) && formVersion === cell.version
    const content = answersIn(formVersion, `A/${model.now}`, step.whole)
    const headers = {
      'if-match': `"${cell.revision}"`,
      'idempotency-key': `${id}-${key(step.cell)}-${cell.revision}-${model.now}`,
    }
    const answer = await operator.post(
      `${base}/agencies/${step.cell.agency}/forms/${step.cell.form}/submissions`,
      { formVersion, answers: content },
      headers,
    )
    // The same content at the same instant again is the same revision.
    expect(
      [200, 201].includes(answer.status),
      `${JSON.stringify(step)} ${answer.status} ${await answer.clone().text()}`,
    ).toBe(allowed || answer.status === 200)
    if (answer.status === 201) {
      const { version: sent, revision, sentIn = new Set() } = cell
      cell.sentIn = sentIn.add(sent)
      Object.assign(cell, { revision: revision + 1, decided: 'submitted', complete: step.whole, sent })
      delete cell.typed
    }
  } else if (step.do === 'save') {
    await save({ id, model, operator }, step.cell)
  } else if (step.do === 'move') {
    await move({ id, model, coordinator }, step)
  } else if (step.do === 'serve') {
    model.served = step.agencies
    await serve(id, model)
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
    expect(answer.status === 201, JSON.stringify(step)).toBe(statusOf(cell) === 'submitted')
    if (answer.status === 201) {
      cell.decided = step.decision === 'accept' ? 'accepted' : 'returned'
      if (step.decision === 'return') cell.dueOn = dueOn
      else delete cell.dueOn
    }
  } else {
    await changeWindow({ id, model, operator, coordinator }, step)
  }
}

const mayAct = (model: Model, cell: { agency: string; form: string }) =>
  model.served.includes(cell.agency) && mayWrite(model, cell)

function answersIn(version: number, nomor: string, whole: boolean) {
  const { fields, rows } = answers(nomor)
  const asked = { ...fields, ...(version === 2 && { tambahan: 1 }) }
  return { rows, fields: whole ? asked : { ...asked, jumlah: { absent: 'not-yet' } } }
}

/** A first draft, or the same again: what is typed over sent work is another story. */
async function save({ id, model, operator }: Omit<Played, 'coordinator'>, at: { agency: string; form: string }) {
  const cell = cellOf(model, at)
  if (cell.revision > 0) return
  const path = `/api/rounds/${id}/agencies/${at.agency}/forms/${at.form}/draft`
  const known = await operator.get(path)
  expect(known.status, 'whether a draft may be read').toBe(model.served.includes(at.agency) ? 200 : 404)
  const typed = `T/${model.now}`
  const body = { formVersion: cell.version, answers: answersIn(cell.version, typed, false) }
  const answer = await operator.put(path, body, { 'if-match': known.headers.get('etag') ?? '"v0-r0"' })
  expect(answer.status === 200, `save ${answer.status} ${await answer.clone().text()}`).toBe(mayAct(model, at))
  if (answer.status === 200) Object.assign(cell, { decided: 'draft', typed })
}

/** To another version, for one agency or all; back only where nobody has sent in the version that would be left. */
async function move({ id, model, coordinator }: Omit<Played, 'operator'>, step: Extract<Action, { do: 'move' }>) {
  const { to, sent } = step
  const places = (step.agency === null ? [...agencies] : [step.agency])
    .map((agency) => ({ agency, cell: cellOf(model, { agency, form: 'uji' }) }))
    .filter(({ cell }) => cell.version !== to)
  const isLeft = ({ cell }: (typeof places)[number]) => to < cell.version && cell.sentIn?.has(cell.version) === true
  const answer = await coordinator.post(`/api/rounds/${id}/form-versions`, {
    formId: 'uji',
    to,
    sent,
    reason: 'Pertanyaan salah.',
    ...(step.agency !== null && { agencyIds: [step.agency] }),
  })
  expect(answer.status === 201, `${JSON.stringify(step)} ${await answer.clone().text()}`).toBe(
    places.length > 0 && !places.some(isLeft),
  )
  if (answer.status !== 201) return
  for (const { cell } of places) {
    cell.version = to
    if (sent === 'ask-again') cell.again = to
    else delete cell.again
  }
  model.moved = places.map(({ agency }) => agency)
}

/** The operator serves these agencies from now on. */
async function serve(id: string, { now, served }: Pick<Model, 'now' | 'served'>): Promise<void> {
  const { regions } = world().deps
  const newest = await regions.personRevision('kota-kupang', operatorOf(id))
  const content = { ...personRequest(newest?.fact), agencyIds: [...served] }
  const who = { region: 'kota-kupang', by: 'koordinator', base: newest?.revision ?? 0 }
  await revisePerson(new Date(now), { regions }, { ...who, content })
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
  const isAsked = step.agency === null && model.alone.size > 0 && model.alone.size < agencies.length
  const later = !isAsked && after > model.now && concerned.every((agency) => after > closing(model, agency))
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
    model.alone.delete(agency)
  }
}

/** A closing ends the corrections that were granted before it, too. */
function closeNow(model: Model, agency: string): void {
  if (closing(model, agency) > model.now) model.closedAt.set(agency, model.now)
  model.alone.add(agency)
  for (const form of forms) delete cellOf(model, { agency, form }).dueOn
}

/** A brief board does not name what is missing. */
function withoutNames({ agencies }: Board): Board['agencies'] {
  return agencies.map((row) => ({ ...row, assignments: row.assignments.map((cell) => ({ ...cell, missing: [] })) }))
}

async function agree({ id, model, coordinator }: Played): Promise<void> {
  world().clock.now = new Date(model.now)
  const cells = [...model.cells.values()]
  const board = await (await coordinator.get(`/api/rounds/${id}/completeness`)).json()
  const brief = await (await coordinator.get(`/api/rounds/${id}/completeness?cells=brief`)).json()
  expect({ ...brief, agencies: wholeRows(brief.agencies) }).toEqual({ ...board, agencies: withoutNames(board) })
  const statuses = cells.map(statusOf)
  const isDone = (cell: Cell) => ['submitted', 'accepted'].includes(statusOf(cell))
  const actual = cells.filter(isDone).length
  expect(board.counts).toMatchObject({
    expected: cells.length,
    submitted: actual,
    accepted: statuses.filter((status) => status === 'accepted').length,
    returned: statuses.filter((status) => status === 'returned').length,
    draft: statuses.filter((status) => status === 'draft').length,
    notStarted: statuses.filter((status) => status === 'not-started').length,
    complete: cells.filter((cell) => cell.complete && isDone(cell)).length,
  })
  for (const row of board.agencies) {
    for (const cell of row.assignments) {
      const known = model.cells.get(key({ agency: cell.agencyId, form: cell.formId }))
      expect([cell.agencyId, cell.formId, cell.status, cell.revision, cell.formVersion]).toEqual([
        cell.agencyId,
        cell.formId,
        known && statusOf(known),
        known?.revision,
        known?.version,
      ])
      expect(cell.open).toBe(mayWrite(model, { agency: cell.agencyId, form: cell.formId }))
    }
  }
  await tasksAgree(id, model)
  await newsAgree(id, model)
  await digestAgrees(id, model, actual)
  await calendarAgrees(id, model)
}

/** The operator sees the work of the agencies served now, and no other; what was typed is still there, in whichever version it is asked. */
async function tasksAgree(id: string, model: Model): Promise<void> {
  const operator = await world().as(operatorOf(id))
  const { assignments } = await (await operator.get(`/api/rounds/${id}/assignments`)).json()
  const seen = assignments.map((each: Shown) => [each.agencyId, each.formId, each.formVersion, each.status])
  const expected = model.served.flatMap((agency) =>
    forms.map((form) => {
      const cell = cellOf(model, { agency, form })
      return [agency, form, cell.version, statusOf(cell)]
    }),
  )
  expect(seen.toSorted()).toEqual(expected.toSorted())
  for (const agency of model.served) {
    const { typed, version } = cellOf(model, { agency, form: 'uji' })
    if (typed === undefined) continue
    const draft = await (await operator.get(`/api/rounds/${id}/agencies/${agency}/forms/uji/draft`)).json()
    expect([draft.formVersion, draft.answers.fields.nomor]).toEqual([version, typed])
  }
}
type Shown = { agencyId: string; formId: string; formVersion: number; status: string }

/** Whoever serves an agency whose form has just moved is told so at once, everybody once, and nobody else ever. */
async function newsAgree(id: string, model: Model): Promise<void> {
  const { deps } = world()
  const [region, facts] = await Promise.all([deps.regions.load('kota-kupang'), deps.rounds.load('kota-kupang', id)])
  if (region === undefined || facts === undefined) throw new Error('the round is gone')
  const news = plan(new Date(model.now), { region, rounds: [facts] })
    .filter(({ kind, nid }) => kind === 'form-moved' && !model.told.has(nid))
    .filter(({ state }) => state === 'planned')
  for (const { nid } of news) model.told.add(nid)
  const concerned = region.people
    .filter(({ role, agencyIds }) => role !== 'coordinator' && agencyIds.some((each) => model.moved.includes(each)))
    .map((each) => each.id)
  model.moved = []
  expect(news.map(({ recipientId }) => recipientId).toSorted()).toEqual(concerned.toSorted())
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
        .filter((cell) => mayWrite(model, cell) && statusOf(cellOf(model, cell)) !== 'submitted')
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
    const expected = own.every((cell) => statusOf(cell) === 'accepted')
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

beforeAll(async () => {
  const by = { at: at(10, '08:00').toISOString(), by: 'koordinator', region: 'kota-kupang' }
  await world().deps.publishedForms.insert({ ...by, definition: versionTwo })
})

describe('a round played at random', () => {
  it('is told alike by board, tasks, plan, digest and calendar after every step', async () => {
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
            operator: await world().as(operatorOf(id)),
            coordinator: await world().as('koordinator'),
          }
          await act(played, step)
          await agree({ ...played, coordinator: await againAt(model.now) })
        }
        await serve(id, { now: model.now, served: ['tanpa-tugas'] })
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
