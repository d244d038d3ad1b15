/**
 * Chooses what is checked of a form besides its own rules. Kept beside the form, revised as a whole: versions that were published stay as
 * they were, and the next check finds by what stands then. A try finds in the present round and writes nothing.
 */

import { localDateOf } from '../../rules/wall-clock.ts'
import type { CheckContext } from '../../schema/checks/check-context.ts'
import { checkSettings } from '../../schema/checks/check-settings.ts'
import type { FormChecks, OwnCheck } from '../../schema/checks/own/own-check.ts'
import { ownFindings } from '../../schema/checks/own/own-findings.ts'
import { asSent } from '../../schema/checks/run-form-checks.ts'
import { ruleEngine } from '../../schema/expressions/live/rule-engine.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Round } from '../../schema/round.ts'
import { ownCityChecks } from '../checks/own-city-checks.ts'
import { sentInRound, sentLastRound } from '../checks/sent-in-round.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { numberOf, settled } from '../region/revise-directory.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import type { Rounds } from '../round/rounds.ts'
import { loadRounds } from '../round/rounds-before.ts'
import { stampAfter } from '../stamp.ts'
import { refuseIfAny } from '../typed-settings.ts'
import { ownCheckErrors } from './check-own-checks.ts'

type Ports = { regions: Regions; forms: FormCatalogue; rounds: Pick<Rounds, 'list' | 'load' | 'body'> }
export type Choice = { region: string; formId: string; checks: readonly OwnCheck[] }

/** Refusals: `not-found`, `settings-invalid`, `revision-conflict`. */
export async function chooseChecks(
  now: Date,
  ports: Ports,
  { region, formId, checks, by, base }: Choice & { by: string; base: number },
): Promise<FormChecks> {
  refuseIfAny(ownCheckErrors(await newestOf(ports, region, formId), checks))
  const before = (await ports.regions.load(region))?.checks?.find((each) => each.formId === formId)
  const chosen: FormChecks = { at: stampAfter(now, before), by, formId, checks: [...checks] }
  const result = await ports.regions.reviseChecks(region, chosen, numberOf(base))
  return settled(result, chosen, async () => (await ports.regions.history(region, 'checks', formId)).length)
}

async function newestOf({ forms }: Ports, region: string, formId: string): Promise<FormDefinition> {
  const versions = (await forms.all(region)).filter(({ id }) => id === formId)
  const newest = versions.toSorted((a, b) => b.version - a.version)[0]
  if (newest === undefined) throw new Refused({ code: 'not-found', what: 'form' })
  return newest
}

/** `found`: by check, in how many rows; `sent`: in how many submissions. Without a round that asks the form there is nothing to look at. */
export type Tried = { round: Pick<Round, 'id' | 'title'> | null; sent: number; found: number[] }

/** Refusals: `not-found`, `settings-invalid`. */
export async function tryChecks(now: Date, ports: Ports, { region, formId, checks }: Choice): Promise<Tried> {
  refuseIfAny(ownCheckErrors(await newestOf(ports, region, formId), checks))
  const place = await ports.regions.load(region)
  if (place === undefined) throw new Refused({ code: 'not-found', what: 'region' })
  const today = localDateOf(now, place.settings.zone)
  const rounds = await loadRounds(ports.rounds, region, ports.rounds.load)
  const present = rounds.find(
    ({ round }) => round.opensOn <= today && round.assignments.some((each) => each.formId === formId),
  )
  if (present === undefined) return { round: null, sent: 0, found: checks.map(() => 0) }
  const state = { facts: present, region: place }
  const reading = { forms: ports.forms, read: (sha256: string) => ports.rounds.body(region, sha256) }
  const keys = present.round.assignments.filter((each) => each.formId === formId)
  const [submissions, lastRound, references] = await Promise.all([
    sentInRound(reading, state, keys),
    checks.some(({ kind }) => kind === 'jump') ? sentLastRound(reading, state, { others: rounds, formId }) : [],
    ports.regions.references(region),
  ])
  const settings = checkSettings(references)
  const { fiscalYear } = present.round
  const context: CheckContext = { today, fiscalYear, references, settings, submissions, rules: ruleEngine }
  const found = checks.map((check) => countOf({ ...context, ownChecks: { [formId]: [check] } }, lastRound))
  return { round: { id: present.round.id, title: present.round.title }, sent: submissions.length, found }
}

function countOf(context: CheckContext, lastRound: CheckContext['submissions']): number {
  const city = { ...context, lastRound, agencies: [], assignments: [], idleDrafts: [], otherRounds: [] }
  const wide = ownCityChecks.flatMap(({ check }) => check(city))
  const own = context.submissions.flatMap((submission) =>
    ownFindings(submission.definition, submission.answers, {
      ...asSent(context, submission),
      ownChecks: context.ownChecks,
    }),
  )
  return wide.length + own.length
}
