/**
 * A form of one agency as a workbook: what goes out is what the form page would start from, and an upload is compared with the
 * same. An upload saves nothing; it is refused where its rows could not be saved, before anybody reads a preview of them.
 */

import type { Language } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import { answerContext } from '../round/answer-context.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from '../round/load-round.ts'
import { mayWrite } from '../round/may-write.ts'
import { draftReply } from '../round/read-draft.ts'
import type { Rounds } from '../round/rounds.ts'
import type { WorkbookSubject, Workbooks } from './workbooks.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue; workbooks: Workbooks }
export type WorkbookRequest = { readonly work: WorkKey; readonly language: Language }

/** Refuses with `not-found`. */
export async function formTemplate(now: Date, ports: Ports, request: WorkbookRequest): Promise<Uint8Array> {
  const work = await loadWork(ports, request.work)
  return ports.workbooks.template(now, await subjectOf(now, ports, work, request))
}

/** Refuses with `not-found`, `workbook-refused`, and as saving a draft does outside of the window. */
export async function previewWorkbook(
  now: Date,
  ports: Ports,
  request: WorkbookRequest,
  file: Uint8Array,
): Promise<WorkbookPreview> {
  return ports.workbooks.preview(await writableSubject(now, ports, request), file)
}

/** The file with its errors. Refuses as the preview does. */
export async function annotateWorkbook(
  now: Date,
  ports: Ports,
  request: WorkbookRequest,
  file: Uint8Array,
): Promise<Uint8Array> {
  return ports.workbooks.annotate(await writableSubject(now, ports, request), file)
}

async function writableSubject(now: Date, ports: Ports, request: WorkbookRequest): Promise<WorkbookSubject> {
  const work = await loadWork(ports, request.work)
  const permission = mayWrite(now, work.state, request.work.agencyId, request.work.formId)
  if (permission !== 'ok') throw new Refused(permission)
  return subjectOf(now, ports, work, request)
}

async function subjectOf(
  now: Date,
  ports: Ports,
  work: Work,
  { work: key, language }: WorkbookRequest,
): Promise<WorkbookSubject> {
  const { state, definition } = work
  const [{ answers }, references] = await Promise.all([
    draftReply(now, ports, work, key),
    ports.regions.references(key.region),
  ])
  const agency = state.region.agencies.find(({ id }) => id === key.agencyId)
  return {
    stamp: { region: key.region, agencyId: key.agencyId, round: key.round },
    definition,
    answers,
    context: answerContext(now, state, references, key.agencyId),
    language,
    heading: `${agency?.name[language] ?? key.agencyId} · ${state.facts.round.title[language]}`,
  }
}
