/**
 * What the form page starts from: the draft if it is newer than the last revision and did not end, else that revision, else a blank form.
 * Its base is the pair (draft version, revision): whoever saves or submits later says what they started from.
 */
import { blankAnswers } from '../../schema/answers/blank-answers.ts'
import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { DraftResponse } from '../../schema/requests.ts'
import type { Draft, Submission } from '../../schema/round.ts'
import { type ForReader, shownTo } from '../personal/answers-for.ts'
import { nameIn, type Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from './load-round.ts'
import { closingOf, latestSubmission } from './may-write.ts'
import { measureDraft } from './measure-draft.ts'
import type { Rounds } from './rounds.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** Refuses with `not-found`. */
export async function readDraft(now: Date, ports: Ports, key: WorkKey): Promise<DraftResponse> {
  return draftReply(now, ports, await loadWork(ports, key), key)
}

/** The reply from facts that are already loaded. */
export async function draftReply(now: Date, ports: Ports, work: Work, key: WorkKey): Promise<DraftResponse> {
  const { facts, region } = work.state
  const own = facts.drafts.find((each) => each.agencyId === key.agencyId && each.formId === key.formId)
  // What was not sent yet is between the agency and who coordinates it.
  const draft = ports.reader === 'viewer' ? undefined : own
  const submission = latestSubmission(facts, key.agencyId, key.formId)
  const { closesAt } = closingOf(facts, region.settings.zone, key.agencyId, key.formId)
  const base = {
    version: draft?.version ?? 0,
    baseRevision: submission?.revision ?? 0,
    closesAt: closesAt.toISOString(),
  }
  const typed = draft !== undefined && isNewer(draft, submission) && (await ports.rounds.draftBody(now, key, draft))
  if (draft !== undefined && typed) {
    const { formVersion, savedAt, savedBy, completeness, missing } = draft
    const savedByName = nameIn(region, savedBy)
    const answers = shownTo(ports.reader, await versionOf(ports, work, formVersion), typed)
    return { ...base, formVersion, savedAt, savedBy, savedByName, completeness, missing, answers }
  }
  const references = await ports.regions.references(key.region)
  const context = answerContext(now, work.state, references, key.agencyId)
  // What is missing is judged by all answers, also for who is not shown them.
  const answers = await startingAnswers(ports, key.region, submission, () => blankAnswers(work.definition, context))
  const answered = await versionOf(ports, work, submission?.formVersion)
  const { completeness, missing } = measureDraft(work.definition, answers, context)
  return {
    ...base,
    formVersion: work.definition.version,
    savedAt: null,
    savedBy: null,
    savedByName: null,
    completeness,
    missing,
    answers: shownTo(ports.reader, answered, answers),
  }
}

/** The version that was answered; where nobody says which, the one that the round asks for. */
async function versionOf({ forms }: Ports, { definition, state }: Work, version?: number): Promise<FormDefinition> {
  if (version === undefined || version === definition.version) return definition
  return (await forms.definition(definition.id, version, state.facts.region)) ?? definition
}

/** A draft that was typed over an older revision is what was submitted since, or was overtaken by it. */
function isNewer(draft: Draft, submission: Submission | undefined): boolean {
  return submission === undefined || (draft.baseRevision ?? 0) >= submission.revision
}

async function startingAnswers(
  ports: Ports,
  region: string,
  submission: Submission | undefined,
  blank: () => Answers,
): Promise<Answers> {
  if (submission === undefined || submission.nil) return blank()
  return ports.rounds.body(region, submission.sha256)
}
