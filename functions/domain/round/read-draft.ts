/**
 * What the form page starts from: the draft if it is newer than the last revision and did not end, else that revision, else a blank form;
 * of an older version carried over, with what found no place there. Its base is the pair (draft version, revision): whoever saves or submits
 * later says what they started from.
 */
import { blankAnswers } from '../../schema/answers/blank-answers.ts'
import type { AnswerContext } from '../../schema/answers/context.ts'
import type { Answers } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { DraftResponse } from '../../schema/requests.ts'
import type { LeftAnswer } from '../../schema/version-move.ts'
import { type ForReader, type Reader, shownTo, showTo } from '../personal/answers-for.ts'
import { nameIn, type Regions } from '../region/regions.ts'
import { answerContext } from './answer-context.ts'
import { carryWork, distinctLeft, putBack, type WorkToCarry } from './carry-work.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from './load-round.ts'
import { closingOf } from './may-write.ts'
import { measureDraft } from './measure-draft.ts'
import type { Rounds } from './rounds.ts'
import { type Standing, standingWork, type VersionedBody, withoutDraft } from './standing-work.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** Refuses with `not-found`. */
export async function readDraft(now: Date, ports: Ports, key: WorkKey): Promise<DraftResponse> {
  return draftReply(now, ports, await loadWork(ports, key), key)
}

/** The reply from facts that are already loaded. */
export async function draftReply(now: Date, ports: Ports, work: Work, key: WorkKey): Promise<DraftResponse> {
  const { facts, region } = work.state
  const read = readingOnce((body) => ports.rounds.draftBody(now, key, { ...work.assignment, ...body }))
  const standing = await shownWork(ports, work, read)
  const { draft, submission, isDraft } = standing
  const { closesAt } = closingOf(facts, region.settings.zone, key.agencyId, key.formId)
  const references = await ports.regions.references(key.region)
  const context = answerContext(now, work.state, references, key.agencyId)
  // What is missing is judged by all answers, also for who is not shown them.
  const started = await startedFrom(ports, work, { read, standing, context, reader: 'system' })
  const seen =
    ports.reader === 'viewer' ? await startedFrom(ports, work, { read, standing, context, reader: 'viewer' }) : started
  const measured =
    isDraft && draft?.formVersion === work.definition.version
      ? { completeness: draft.completeness, missing: draft.missing }
      : measureDraft(work.definition, started.answers, context)
  const shown = isDraft ? draft : undefined
  return {
    version: draft?.version ?? 0,
    baseRevision: submission?.revision ?? 0,
    closesAt: closesAt.toISOString(),
    formVersion: work.definition.version,
    savedAt: shown?.savedAt ?? null,
    savedBy: shown?.savedBy ?? null,
    savedByName: shown === undefined ? null : nameIn(region, shown.savedBy),
    completeness: measured.completeness,
    missing: measured.missing,
    answers: showTo(ports, work.definition, seen.answers),
    ...(ports.reader !== 'viewer' && started.left.length > 0 && { left: started.left }),
  }
}

/** What was not sent yet is between the agency and who coordinates it; and what ended is no draft any more. */
async function shownWork({ reader }: ForReader, work: Work, read: ReadBody): Promise<Standing> {
  const standing = standingWork(work)
  if (reader === 'viewer') return { ...withoutDraft(standing), draft: undefined }
  if (!standing.isDraft || standing.body === undefined) return standing
  return (await read(standing.body)) === undefined ? withoutDraft(standing) : standing
}

type Start = { read: ReadBody; standing: Standing; context: AnswerContext; reader: Reader }

async function startedFrom(
  ports: Ports,
  work: Work,
  { read, standing: { draft, body }, context, reader }: Start,
): Promise<{ answers: Answers; left: LeftAnswer[] }> {
  // A question about persons stays one under whatever name it is asked now.
  const answered = async (given: VersionedBody): Promise<WorkToCarry[]> => {
    const { formVersion } = given
    const answers = await read(given)
    if (answers === undefined) return []
    return [{ formVersion, answers: shownTo(reader, await versionOf(ports, work, formVersion), answers) }]
  }
  const asked = work.definition.version
  const [start] = body === undefined ? [] : await answered(body)
  const aside = (await Promise.all((draft?.carriedFrom ?? []).map(answered))).flat()
  const [carried, ...older] = await Promise.all(
    [start, ...aside].map((each) => each && carryWork(ports, work, context, each)),
  )
  const left = [carried, ...older].flatMap((each) => each?.left ?? [])
  if (start === undefined || carried === undefined) return { answers: blankAnswers(work.definition, context), left }
  const own = start.formVersion === asked ? undefined : aside.find(({ formVersion }) => formVersion === asked)
  if (own === undefined) return { answers: carried.answers, left: distinctLeft(left) }
  const between = await versionOf(ports, work, start.formVersion)
  return { answers: putBack(carried.answers, own.answers, between), left: distinctLeft(left) }
}

type ReadBody = (body: VersionedBody) => Promise<Answers | undefined>

/** Whether a draft has ended is asked before its answers are. */
function readingOnce(read: ReadBody): ReadBody {
  const known = new Map<string, ReturnType<ReadBody>>()
  return (body) => {
    const found = known.get(body.sha256) ?? read(body)
    known.set(body.sha256, found)
    return found
  }
}

async function versionOf({ forms }: Ports, { definition, state }: Work, version: number): Promise<FormDefinition> {
  if (version === definition.version) return definition
  return (await forms.definition(definition.id, version, state.facts.region)) ?? definition
}
