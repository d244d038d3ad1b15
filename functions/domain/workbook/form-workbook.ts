/**
 * A form of one agency as a workbook: what goes out is what the form page would start from, and an upload is compared with the
 * same. An upload saves nothing; it is refused where its rows could not be saved, before anybody reads a preview of them.
 */

import type { Language } from '../../schema/wording.ts'
import type { WorkbookPreview } from '../../schema/workbook.ts'
import type { ForReader } from '../personal/answers-for.ts'
import { Refused } from '../refusal.ts'
import { nameIn, type Regions } from '../region/regions.ts'
import { answerContext } from '../round/answer-context.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'
import { loadWork, type Work, type WorkKey } from '../round/load-round.ts'
import { latestReview, latestSubmission, mayWrite } from '../round/may-write.ts'
import { draftReply } from '../round/read-draft.ts'
import type { Rounds } from '../round/rounds.ts'
import { type Downloads, knownDownload, offer, readOffer, rememberDownload, take } from './downloads.ts'
import type { WorkbookSubject, Workbooks } from './workbooks.ts'

type Ports = {
  rounds: Rounds
  regions: Regions
  forms: FormCatalogue
  workbooks: Workbooks
  downloads: Downloads
} & ForReader
export type WorkbookRequest = {
  readonly work: WorkKey
  readonly language: Language
  readonly by: string
  /** Sheets that are not to be read. */
  readonly without?: readonly string[]
}

/** Refuses with `not-found`. The file is remembered, so that uploads of it can be compared with what it was. */
export async function formTemplate(now: Date, ports: Ports, request: WorkbookRequest): Promise<Uint8Array> {
  const work = await loadWork(ports, request.work)
  const subject = await subjectOf(now, ports, work, request)
  const id = await ports.workbooks.downloadId(now, subject)
  // A file that nobody remembers only makes its upload ask more: no reason to refuse it while the table takes no writes.
  await rememberDownload(now, ports.downloads, { work: request.work, id, by: request.by }).catch(() => undefined)
  return ports.workbooks.template(now, subject)
}

/** Refuses with `not-found`, `workbook-refused`, and as saving a draft does outside of the window. */
export async function previewWorkbook(
  now: Date,
  ports: Ports,
  request: WorkbookRequest,
  file: Uint8Array,
): Promise<WorkbookPreview> {
  const subject = await writableSubject(now, ports, request)
  const { preview, offer: marks } = await ports.workbooks.check(subject, file)
  if (preview.file === null) return preview
  const step = { work: request.work, id: preview.file.download, by: request.by, marks }
  return { ...preview, file: { ...preview.file, offer: (await offer(now, ports.downloads, step)) ?? null } }
}

/**
 * What stands in the draft now was taken from this offer, as far as it is the same: to be called when a confirmed upload has been
 * saved, and again when it was taken back. Refuses with `not-found`.
 */
export async function noteTaken(
  now: Date,
  ports: Ports,
  request: WorkbookRequest,
  { download: id, offer: sha256 }: { readonly download: string; readonly offer: string },
): Promise<void> {
  const work = await loadWork(ports, request.work)
  const step = { work: request.work, id, by: request.by }
  const offered = await readOffer(ports.downloads, step, sha256)
  const marks = await ports.workbooks.taken(await subjectOf(now, ports, work, request), offered)
  await take(now, ports.downloads, { ...step, marks })
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

async function subjectOf(now: Date, ports: Ports, work: Work, request: WorkbookRequest): Promise<WorkbookSubject> {
  const { work: key, language, by, without } = request
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
    paper: state.region.settings.paper,
    heading: `${agency?.name[language] ?? key.agencyId} · ${state.facts.round.title[language]}`,
    person: { id: by, nameOf: (id) => nameIn(state.region, id) ?? id },
    download: (id) => knownDownload(ports.downloads, key, id),
    comments: returnedComments(work, key),
    ...(without === undefined ? {} : { without: new Set(without) }),
  }
}

/** Of the last decision, where it gave the work back. */
function returnedComments({ state: { facts } }: Work, { agencyId, formId }: WorkKey) {
  const submission = latestSubmission(facts, agencyId, formId)
  const review = submission === undefined ? undefined : latestReview(facts, submission)
  return review === undefined || review.decision === 'accept' ? [] : review.comments
}
