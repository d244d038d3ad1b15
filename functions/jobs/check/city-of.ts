/** Puts together what the rules look at: the latest submission of each agency and form with its body, and idle drafts. */
import { checkSettings } from '../../domain/checks/check-settings.ts'
import type { City, IdleDraft, Paper } from '../../domain/checks/city.ts'
import { assignmentsOf } from '../../domain/round/assignments.ts'
import type { FormCatalogue } from '../../domain/round/form-catalogue.ts'
import { latestReview, latestSubmission, revisionsOf } from '../../domain/round/may-write.ts'
import type { RoundState, Rounds } from '../../domain/round/rounds.ts'
import { workingDaysBetween } from '../../domain/time/working-days.ts'
import { addDays, localDateOf } from '../../domain/time/zone.ts'
import type { Answers } from '../../schema/answers.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import type { Assignment, Submission } from '../../schema/round.ts'

type Ports = { rounds: Pick<Rounds, 'body'>; forms: FormCatalogue; bodies?: Map<string, Answers> }

/** More bodies than this are not kept: a large one has 1,500 rows, and a function has its memory. */
const mostBodies = 300

/** Throws where a body is missing or damaged, or the catalogue lacks a form: that is a fault, not a finding. */
export async function cityOf(
  now: Date,
  ports: Ports,
  { round, references }: { round: RoundState; references: ReferenceLists },
): Promise<City> {
  const { facts, region } = round
  const assignments = assignmentsOf(now, round)
  const papers = await Promise.all(assignments.map((assignment) => paperOf(ports, round, assignment)))
  return {
    today: localDateOf(now, region.settings.zone),
    fiscalYear: facts.round.fiscalYear,
    agencies: region.agencies,
    assignments,
    papers: papers.filter((paper) => paper !== undefined),
    idleDrafts: assignments.flatMap((assignment) => idleDraft(now, round, assignment)),
    references,
    settings: checkSettings(references),
  }
}

async function paperOf(ports: Ports, { facts, region }: RoundState, key: Assignment): Promise<Paper | undefined> {
  const latest = latestSubmission(facts, key.agencyId, key.formId)
  const agency = region.agencies.find(({ id }) => id === key.agencyId)
  if (latest === undefined || agency === undefined) return undefined
  const definition = await ports.forms.definition(latest.formId, latest.formVersion)
  if (definition === undefined) throw new Error(`The catalogue lacks ${latest.formId} version ${latest.formVersion}`)
  const accepted = (each: Submission) => latestReview(facts, each)?.decision === 'accept'
  return {
    agency,
    definition,
    revision: latest.revision,
    nil: latest.nil,
    answers: latest.nil ? { fields: {}, rows: {} } : await bodyOf(ports, facts.region, latest.sha256),
    afterApproval:
      latestReview(facts, latest) === undefined && revisionsOf(facts, key.agencyId, key.formId).some(accepted),
  }
}

async function bodyOf({ rounds, bodies }: Ports, region: string, sha256: string): Promise<Answers> {
  const known = bodies?.get(sha256)
  if (known !== undefined) return known
  const body = await rounds.body(region, sha256)
  if (bodies !== undefined && bodies.size >= mostBodies) bodies.clear()
  bodies?.set(sha256, body)
  return body
}

/** Whole working days between the day of the last save and today, both excluded. */
function idleDraft(now: Date, { region }: RoundState, assignment: Assignment): IdleDraft[] {
  const { agencyId, formId, status, open, savedAt } = assignment
  const agency = region.agencies.find(({ id }) => id === agencyId)
  if (!open || savedAt === null || agency === undefined || !['draft', 'returned'].includes(status)) return []
  const { zone } = region.settings
  const from = addDays(localDateOf(new Date(savedAt), zone), 1)
  const to = addDays(localDateOf(now, zone), -1)
  return [{ agencyId, formId, workingDays: workingDaysBetween(from, to, region.calendar, agency.workingWeek).length }]
}
