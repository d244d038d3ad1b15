/**
 * The only job that sends. The sweep of every minute takes whatever waits, oldest first and sign-in codes before all, so a stream
 * record or an inline call that got lost only costs a minute. Claims make sweep, stream and inline safe together.
 * A failure of one notice never stops the next; a provider that takes nobody's mail stops all of them, and costs none of them a try.
 */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import { type DispatchCounts, signInScope } from '../schema/notice.ts'
import { deliverNotice } from './dispatch/deliver-notice.ts'
import type { DispatchParts, DispatchRun, NoticeOutcome } from './dispatch/dispatch-parts.ts'
import { type Gate, openGate } from './dispatch/gate.ts'
import { createLookAhead, type LookAhead } from './dispatch/look-ahead.ts'
import { hasTimeToSend } from './dispatch/time-budget.ts'

/** The sweep: works off what is due until nothing is left or the run's time is nearly over. Throws only when the queue itself cannot be read. */
export async function dispatch(parts: DispatchParts, run: DispatchRun): Promise<DispatchCounts> {
  return dispatchKeys(parts, run, await waiting(parts))
}

/** A pause of the breaker that is shorter is waited for within the run. */
const patienceMs = 10_000
/** Tries of one run at a provider that says no, yes, no. */
const mostTurns = 50

/** The same for keys that are known already, as the table's stream brings them. Never throws. */
export async function dispatchKeys(
  parts: DispatchParts,
  run: DispatchRun,
  keys: readonly NoticeKey[],
): Promise<DispatchCounts> {
  const counts: DispatchCounts = { sent: 0, cancelled: 0, failed: 0, retrying: 0 }
  if (keys.length === 0) return counts
  const queue = codesFirst(keys)
  const work: Work = {
    parts,
    partsOf: sharing(parts, queue),
    run,
    gate: await openGate(parts),
    queue,
    lookUp: createLookAhead(parts, queue),
    held: new Set(),
    counts,
  }
  for (let turn = 0; turn < mostTurns && hasTimeToSend(run); turn++) {
    if (work.gate.isShut() && work.gate.msToTry() <= 0) await tryOne(work)
    if (!work.gate.isShut()) await sendAll(work)
    if (work.queue.length === 0 || !(await waited(work))) break
  }
  if (work.gate.isShut()) await endOthers(work)
  counts.retrying += work.queue.filter((key) => work.held.has(key)).length
  return counts
}

/** `held`: keys whose mail the provider did not take, which stay in the queue. */
type Work = {
  parts: DispatchParts
  partsOf: (key: NoticeKey) => DispatchParts
  run: DispatchRun
  gate: Gate
  queue: NoticeKey[]
  lookUp: LookAhead
  held: Set<NoticeKey>
  counts: DispatchCounts
}

async function sendAll(work: Work): Promise<void> {
  const { run, gate, queue } = work
  await atOnce(run, async () => {
    for (let key = queue.shift(); key; key = queue.shift()) {
      await sendOne(work, key)
      if (gate.isShut() || !hasTimeToSend(run)) return
    }
  })
}

async function sendOne(work: Work, key: NoticeKey): Promise<void> {
  const { gate, queue } = work
  const outcome = await dispatchOne(work, { ...work.run, gate, waiting: queue.length }, key)
  if (outcome === 'held') {
    work.held.add(key)
    if (isCode(key)) work.queue.unshift(key)
    else work.queue.push(key)
  } else if (outcome !== 'nothing') work.counts[outcome]++
}

/** One mail tries whether the provider takes mails again; those that turn out not to be needed are none. */
async function tryOne(work: Work): Promise<void> {
  const { gate, queue } = work
  if (!(await gate.mayTry())) return
  const before = gate.asked()
  for (const key of await triers(work)) {
    queue.splice(queue.indexOf(key), 1)
    await sendOne(work, key)
    if (gate.asked() > before) return
  }
}

/** How many are looked at to find the one whose try costs least. */
const lookedAt = 20

/**
 * No sign-in code where there is another, since an unknown outcome is its end; first those of which nothing is unknown yet. Each try is
 * another's turn, for the provider may refuse one recipient with words that sound as if it refused all.
 */
async function triers({ parts, gate, queue }: Work): Promise<NoticeKey[]> {
  const others = queue.filter((key) => !isCode(key))
  const able = others.length > 0 ? others : queue
  const start = gate.failures() % able.length
  const some = [...able.slice(start), ...able.slice(0, start)].slice(0, lookedAt)
  const notices = await Promise.all(some.map((key) => parts.ledger.get(key).catch(() => undefined)))
  const unknowns = (key: NoticeKey) => notices[some.indexOf(key)]?.unknowns ?? 0
  return some
    .filter((key) => notices[some.indexOf(key)]?.state === 'planned')
    .toSorted((a, b) => unknowns(a) - unknowns(b))
}

/** Whether it is of use to go on in this run. */
async function waited({ parts, run, gate }: Work): Promise<boolean> {
  const ms = gate.msToTry()
  // Nothing to wait for: another sender tries just now, or this run's time is over.
  if (gate.isShut() && ms <= 0) return false
  if (ms > patienceMs || ms > run.remainingMs()) return false
  if (ms > 0) await parts.pause(ms)
  return gate.msToTry() <= 0
}

/** While nothing is sent, what is too late still ends, and evidence is still looked for. */
async function endOthers(work: Work): Promise<void> {
  const { parts, run, gate, queue, counts } = work
  const rest = [...queue]
  const lookUp = createLookAhead(parts, rest)
  await atOnce(run, async () => {
    for (let key = rest.shift(); key && hasTimeToSend(run); key = rest.shift()) {
      const outcome = await dispatchOne({ ...work, lookUp }, { ...run, gate, endOnly: true }, key)
      if (outcome !== 'nothing' && outcome !== 'held') counts[outcome]++
    }
  })
}

async function atOnce({ atOnce: workers = 4 }: DispatchRun, work: () => Promise<void>): Promise<void> {
  await Promise.all(Array.from({ length: workers }, work))
}

/** Moves one notice on as far as it goes now. Never throws: what failed is reported, and the lease gives the notice back. */
async function dispatchOne(
  { parts, partsOf, lookUp }: Work,
  run: DispatchRun & { gate: Gate; endOnly?: boolean; waiting?: number },
  key: NoticeKey,
): Promise<NoticeOutcome> {
  try {
    return await deliverNotice(partsOf(key), run, { key, before: await lookUp(key) })
  } catch (error) {
    parts.report({ nid: key.nid, step: 'dispatch', error })
    return 'retrying'
  }
}

/** Loading a region's rounds whole costs as much as so many mails by themselves. */
const manyInARow = 20

/** The rounds of a region are shared by those of its mails that follow each other. */
function sharing(parts: DispatchParts, queue: readonly NoticeKey[]): Work['partsOf'] {
  const { shared: _, ...rounds } = parts.rounds
  const alone = { ...parts, rounds }
  const together = new Set<string>()
  for (let from = 0, to = 0; from < queue.length; from = to) {
    while (queue[to]?.region === queue[from]?.region && to < queue.length) to += 1
    if (to - from >= manyInARow) for (const { nid } of queue.slice(from, to)) together.add(nid)
  }
  return ({ nid }) => (together.has(nid) ? parts : alone)
}

/** Oldest first, by the minute; what falls due in one minute, as a country's mornings do, region by region. */
async function waiting({ ledger, clock }: DispatchParts): Promise<NoticeKey[]> {
  const keys = new Map<string, { minute: number; key: NoticeKey }>()
  for await (const { region, scope, nid, place } of ledger.due(clock()))
    keys.set(nid, { minute: Math.floor(Number.parseInt(place, 10) / 60_000), key: { region, scope, nid } })
  const minutes = [...Map.groupBy(keys.values(), ({ minute }) => minute).values()]
  return minutes.flatMap((due) => [...Map.groupBy(due, ({ key }) => key.region).values()].flat().map(({ key }) => key))
}

/** Somebody sits before an empty field and waits for the code. */
function codesFirst(keys: readonly NoticeKey[]): NoticeKey[] {
  return [...keys.filter(isCode), ...keys.filter((key) => !isCode(key))]
}

function isCode({ scope }: NoticeKey): boolean {
  return scope === signInScope
}
