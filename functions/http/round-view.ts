/** What of a round's facts a person is shown: agencies only their own part, the coordinator and viewers all of it. */
import type * as z from 'zod'
import { Refused } from '../domain/refusal.ts'
import { personOf, type RegionFacts } from '../domain/region/regions.ts'
import { definitionsOf } from '../domain/round/form-catalogue.ts'
import type { RoundFrame } from '../domain/round/rounds.ts'
import { datesFor, isClosedAlone } from '../domain/round/windows.ts'
import type { FormDefinition } from '../schema/form.ts'
import type { Agency, Person } from '../schema/region.ts'
import type { Round, Window } from '../schema/round.ts'
import { isWide, maySee } from './access.ts'
import type { Deps } from './deps.ts'
import type {
  agencyViewSchema,
  formSummarySchema,
  personViewSchema,
  recipientSchema,
  roundSummarySchema,
  roundViewSchema,
} from './shapes.ts'

export function roundSummaryView(round: Round): z.infer<typeof roundSummarySchema> {
  const { id, revision, title, fiscalYear, phase, opensOn, targetOn, closesOn } = round
  return { id, revision, title, fiscalYear, phase, opensOn, targetOn, closesOn }
}

type FramedRound = { facts: RoundFrame; region: RegionFacts }

/** Refuses with `not-found` when none of the round concerns the person. */
export async function roundView(
  deps: Pick<Deps, 'forms'>,
  { facts, region }: FramedRound,
  person: Person,
): Promise<z.infer<typeof roundViewSchema>> {
  const assignments = facts.round.assignments.filter(({ agencyId }) => maySee(person, agencyId))
  if (assignments.length === 0) throw new Refused({ code: 'not-found', what: 'round' })
  const agencyIds = new Set(assignments.map(({ agencyId }) => agencyId))
  const formVersions = new Map(assignments.map((key) => [key.formId, key]))
  const forms = [...(await definitionsOf(deps.forms, [...formVersions.values()], facts.region)).values()]
  return {
    round: { ...facts.round, assignments },
    windows: facts.windows.flatMap((window) => windowView(window, person)),
    dates: [...agencyIds].map((agencyId) => ({ agencyId, ...datesView({ facts, region }, agencyId) })),
    agencies: region.agencies.filter(({ id }) => agencyIds.has(id) || person.agencyIds.includes(id)).map(agencyView),
    people: isWide(person) ? region.people.map((each) => personView(region.mailboxes, each, person)) : [],
    forms: forms.map(formSummaryView),
    holidays: [...region.calendar.holidays],
    roundVersion: `${facts.round.revision}.${facts.windows.length}`,
  }
}

/** The closing instant is what the path of writing judges by; corrections of returned work have a last day of their own. */
function datesView({ facts, region }: FramedRound, agencyId: string) {
  const { opensAt: _, targetAt, closesAt, ...days } = datesFor(facts, region.settings.zone, agencyId)
  const closedAlone = isClosedAlone(facts, agencyId)
  return {
    ...days,
    targetAt: targetAt.toISOString(),
    closesAt: closesAt.toISOString(),
    ...(closedAlone && { closedAlone }),
  }
}

/** A decision about some agencies names to each agency only itself. */
function windowView(window: Window, person: Person): Window[] {
  if (window.agencyIds === undefined || isWide(person)) return [window]
  const agencyIds = window.agencyIds.filter((id) => maySee(person, id))
  return agencyIds.length === 0 ? [] : [{ ...window, agencyIds }]
}

export function agencyView(agency: Agency): z.infer<typeof agencyViewSchema> {
  const { id, name, shortName, kind, sectors, workingWeek, phone } = agency
  return { id, name, shortName, kind, sectors, workingWeek, ...(phone === undefined ? {} : { phone }) }
}

/** Addresses and telephones for the coordinator only. */
export function personView(
  mailboxes: RegionFacts['mailboxes'],
  { id, name, title, role, agencyIds, disabled, deputyId, email, phone }: Person,
  reader: Person,
): z.infer<typeof personViewSchema> {
  const mailbox = mailboxes.find((each) => each.personId === id && each.email === email)?.state ?? null
  const deputy = deputyId === undefined ? {} : { deputyId }
  const view = { id, name, title, role, agencyIds, disabled, mailbox, ...deputy }
  if (reader.role !== 'coordinator') return view
  return { ...view, email, ...(phone === undefined ? {} : { phone }) }
}

export function formSummaryView(form: FormDefinition): z.infer<typeof formSummarySchema> {
  const { id, version, title, shortTitle, description, nilAllowed, tables } = form
  return { id, version, title, shortTitle, description, nilAllowed, asksRows: tables.length > 0 }
}

/** Whom a notice goes to, with the address for the coordinator and for oneself only. */
export function recipientView(
  people: readonly Person[],
  recipientId: string,
  reader: Person,
): z.infer<typeof recipientSchema> {
  const person = personOf({ people }, recipientId)
  if (person === undefined) return { id: recipientId, name: recipientId, title: '', agencyIds: [] }
  const { id, name, title, agencyIds, email } = person
  const mayKnow = reader.role === 'coordinator' || reader.id === id
  return { id, name, title, agencyIds, ...(mayKnow ? { email } : {}) }
}
