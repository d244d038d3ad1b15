/**
 * Works off what fell due in a rehearsal up to its own present: the accuracy checks, the planner's plan and the dispatcher's composer,
 * moment by moment in order, as the minutes would have done it. The mails are captured. They never come into the ledger from which
 * the dispatcher sends, so no fault there can send one; and what a crash left undone the next call finds, for it looks at all that
 * is missing.
 */
import type { NoticePlan } from '../../schema/notice.ts'
import type { CapturedMail } from '../../schema/rehearsal.ts'
import { loadCurrent } from '../notices/desk/upcoming.ts'
import { stateAsOf } from '../notices/desk/what-if.ts'
import { candidatesOf, kinds } from '../notices/kinds/kinds.ts'
import type { CapturedMails } from '../notices/ledger/captured-mails.ts'
import type { RenderedMail } from '../notices/ledger/mailer.ts'
import { digestsInCaptures } from '../notices/ledger/sent-digests.ts'
import { lookBackDays, notYetIn } from '../notices/plan/nid.ts'
import { situationOf } from '../notices/plan/situation.ts'
import { plan } from '../notices/plan.ts'
import type { ComposeState } from '../notices/write/composing.ts'
import { readAnswers, type WriterParts, writePlanned } from '../notices/write-notice.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { loadToCompose } from '../round/load-round.ts'
import type { RoundFacts, RoundState, Rounds } from '../round/rounds.ts'
import { type CheckRehearsal, checkMoment } from './check-moment.ts'
import { nowIn } from './rehearsal-clock.ts'

export type CatchUpPorts = WriterParts & {
  rounds: Rounds
  regions: Regions
  captured: CapturedMails
  checkRehearsal: CheckRehearsal
}

/** Writes in work at once. */
const atOnce = 8

/** Answers how many notices it worked off. Refuses with `not-found` where the round is no rehearsal. */
export async function catchUp(ports: CatchUpPorts, region: string, round: string): Promise<number> {
  const { facts, region: regionFacts } = await loadChecked(ports, region, round)
  const [references, captured] = await Promise.all([
    ports.regions.references(region),
    ports.captured.list(region, round),
  ])
  const all = [...captured]
  const known = new Set(captured.map(({ nid }) => nid))
  const state: ComposeState = { region: regionFacts, rounds: [facts], references }
  const present = presentOf(facts)
  const before = known.size
  for (const moment of momentsUpTo(present, state, known)) {
    const then = { ...state, ...stateAsOf(moment, state), sentDigests: digestsInCaptures(all) }
    const due = notYetIn(known, plan(moment, then))
    const wide = due.some(isWide) ? await withEarlierRounds(moment, ports, then) : then
    for (let from = 0; from < due.length; from += atOnce) {
      const some = due.slice(from, from + atOnce)
      const written = some.map((each) => capture(moment, ports, each, isWide(each) ? wide : then))
      all.push(...(await Promise.all(written)))
    }
    for (const { nid } of due) known.add(nid)
  }
  return known.size - before
}

/** The rehearsal with what the checks find in it. */
async function loadChecked(ports: CatchUpPorts, region: string, round: string): Promise<RoundState> {
  const state = await loadToCompose(ports, region, round)
  const { facts } = state
  if (facts.round.rehearsal === undefined) throw new Refused({ code: 'not-found', what: 'rehearsal' })
  const moment = checkMoment(presentOf(facts), facts, state.region.settings.zone)
  const written = await ports.checkRehearsal(moment, region, round)
  return written === 0 ? state : loadToCompose(ports, region, round)
}

function presentOf(facts: RoundFacts): Date {
  return nowIn(new Date(facts.round.rehearsal?.startsAt ?? facts.round.at), facts)
}

function isWide({ kind }: NoticePlan): boolean {
  return kinds[kind].needs.includes('all-rounds')
}

/** A digest tells who was late in the real round before. */
async function withEarlierRounds(now: Date, ports: CatchUpPorts, state: ComposeState): Promise<ComposeState> {
  const { rounds } = stateAsOf(now, await loadCurrent(now, ports, state.region.settings.region))
  return { ...state, rounds: [...state.rounds, ...rounds] }
}

/** When anything fell due that is not captured yet, oldest first. */
function momentsUpTo(present: Date, state: ComposeState, known: ReadonlySet<string>): Date[] {
  const since = present.getTime() - lookBackDays * 86_400_000
  const times = notYetIn(known, candidatesOf(situationOf(present, state)))
    .map(({ dueAt }) => Date.parse(dueAt))
    .filter((time) => time <= present.getTime() && time > since)
  return [...new Set(times)].toSorted((a, b) => a - b).map((time) => new Date(time))
}

async function capture(now: Date, ports: CatchUpPorts, notice: NoticePlan, state: ComposeState): Promise<CapturedMail> {
  const { nid, kind, agencyId, formId, recipientId, why, region, scope } = notice
  const own = {
    ...(agencyId === undefined ? {} : { agencyId }),
    ...(formId === undefined ? {} : { formId }),
  }
  const fact = { nid, kind, ...own, recipientId, why, at: now.toISOString() }
  const insert = async (end: Omit<CapturedMail, keyof typeof fact>, body?: RenderedMail) => {
    const mail = { ...fact, ...end }
    await ports.captured.insert(region, scope, mail, body)
    return mail
  }
  if (notice.state === 'expired') return insert({ outcome: 'expired', reason: notice.reason ?? 'too-late' })
  const answers = await readAnswers(ports.rounds, notice, state.rounds)
  const written = await writePlanned(now, ports, notice, { ...state, ...(answers && { answers }) })
  if (written.outcome === 'unprintable') throw written.error
  // As in a real round, nothing would arrive at a blocked address. It is written all the same, for whoever rehearses to read.
  const { blocked } = written
  const held = blocked === undefined ? undefined : { outcome: 'suppressed' as const, reason: blocked }
  if (written.outcome === 'drop') return insert(held ?? { outcome: written.to, reason: written.reason })
  return insert({ ...(held ?? { outcome: 'captured' }), subject: written.mail.subject }, written.mail)
}
