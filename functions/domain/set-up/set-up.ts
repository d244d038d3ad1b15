/**
 * How far a region is set up, computed from its facts each time: nobody ticks anything off, and what is undone again is open again.
 * The steps up to the opening wait for nothing but what they are made of, so each can be taken alone, in any order, and later.
 */
import { hasYear } from '../../rules/holidays.ts'
import { localDateOf } from '../../rules/wall-clock.ts'
import type { Notice } from '../../schema/notice.ts'
import type { SetUp, SetUpStep, StepState } from '../../schema/set-up.ts'
import { hasArrived } from '../notices/desk/test-mail.ts'
import { agencyPeople } from '../notices/plan/recipients.ts'
import type { RegionFacts } from '../region/regions.ts'
import type { RoundFacts } from '../round/rounds.ts'
import { agenciesIn, isDraft } from '../round/windows.ts'

export type SetUpFacts = {
  region: RegionFacts
  /** Without rehearsals. */
  rounds: readonly Pick<RoundFacts, 'round'>[]
  rehearsals: readonly RoundFacts[]
  /** Forms that may be assigned: of the product, and the region's own. */
  forms: { known: number; own: number }
  /** Test mails; others tell nothing here. */
  notices: readonly Notice[]
}

const namesTold = 5

export function setUpOf(now: Date, facts: SetUpFacts): SetUp {
  const { region, rounds, rehearsals, forms } = facts
  const { settings } = region
  const opened = rounds.find((each) => !isDraft(each))
  const round = opened ?? rounds.toSorted((a, b) => b.round.at.localeCompare(a.round.at))[0]
  const assigned = round?.round.assignments ?? []
  const asked = round === undefined ? [] : agenciesIn(round)
  const responding = region.agencies.filter(({ kind, outOfUse }) => kind !== 'coordinator' && outOfUse !== true)
  const wanted = asked.length > 0 ? region.agencies.filter(({ id }) => asked.includes(id)) : responding
  const without = wanted.filter(({ id }) => agencyPeople(region, id).length === 0)
  const rehearsal = rehearsals.find(({ clock }) => clock.length > 0) ?? rehearsals[0]
  const done: Record<SetUpStep, boolean> = {
    look: settings.by !== 'system',
    directory: wanted.length > 0 && without.length === 0,
    forms: forms.known > 0,
    calendar: yearsWithout(now, region).length === 0,
    round: round !== undefined,
    matrix: assigned.length > 0,
    mail: hasArrived(facts.notices),
    rehearsal: rehearsal !== undefined && rehearsal.clock.length > 0,
    opening: opened !== undefined,
  }
  const waits: Partial<Record<SetUpStep, boolean>> = {
    matrix: round === undefined,
    rehearsal: assigned.length === 0,
    opening: assigned.length === 0,
  }
  const steps = (Object.keys(done) as SetUpStep[]).map((step): { step: SetUpStep; state: StepState } => ({
    step,
    state: done[step] ? 'done' : waits[step] ? 'later' : 'open',
  }))
  const { name, helpPhone, replyTo, zoneName } = settings
  return {
    steps,
    next: steps.find(({ state }) => state === 'open')?.step ?? null,
    opened: opened !== undefined,
    region: { name, helpPhone, replyTo, zoneName },
    agencies: responding.length,
    people: region.people.filter(({ disabled }) => !disabled).length,
    withoutPeople: { count: without.length, some: without.slice(0, namesTold).map(({ shortName }) => shortName) },
    forms,
    yearsWithout: yearsWithout(now, region),
    round: round === undefined ? null : roundView(round),
    assigned: { forms: new Set(assigned.map(({ formId }) => formId)).size, agencies: asked.length },
    rehearsal: rehearsal?.round.id ?? null,
  }
}

/** This year matters at once; the next one only when it is near, as the mail about it does. */
function yearsWithout(now: Date, { calendar, settings }: RegionFacts): number[] {
  const today = localDateOf(now, settings.zone)
  const year = Number(today.slice(0, 4))
  const years = today.slice(5, 7) >= '11' ? [year, year + 1] : [year]
  return years.filter((each) => !hasYear(calendar.holidays, each))
}

function roundView({
  round: { id, title, opensOn, targetOn, closesOn },
}: Pick<RoundFacts, 'round'>): NonNullable<SetUp['round']> {
  return { id, title, opensOn, targetOn, closesOn }
}
