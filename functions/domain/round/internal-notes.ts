/**
 * Internal notes: a coordinator writes down about a submission what the next coordinator should know. A note is a fact that is
 * inserted if absent, so two who write at once lose neither; it decides nothing and nobody is told.
 */
import type {
  InternalNote,
  InternalNoteRequest,
  InternalNoteSummary,
  InternalNoteView,
} from '../../schema/internal-note.ts'
import { Refused } from '../refusal.ts'
import { nameIn, type RegionFacts, type Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadRound, loadWork, type WorkKey } from './load-round.ts'
import { latestSubmission } from './may-write.ts'
import type { Rounds } from './rounds.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue }
export type InternalNoteInput = InternalNoteRequest & { work: WorkKey; by: string }

/** Coordinators who note in the same second; more is trouble of another kind. */
const attempts = 5
const mostNotes = 500

/**
 * Refusals: `not-found` (also where that revision was never submitted), `idempotency-key-reused`, `too-many-requests`. The same
 * `requestKey` with the same text again answers the note that stands there.
 */
export async function writeInternalNote(now: Date, ports: Ports, input: InternalNoteInput): Promise<InternalNoteView> {
  const { work, by, revision, text, requestKey } = input
  const { region, round, agencyId, formId } = work
  const { state } = await loadWork(ports, work)
  const latest = latestSubmission(state.facts, agencyId, formId)
  if (latest === undefined || revision > latest.revision) throw new Refused({ code: 'not-found', what: 'submission' })
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await ports.rounds.internalNotes(region, round, { agencyId, formId })
    const known = before.find((note) => note.requestKey === requestKey)
    if (known !== undefined) {
      if (known.text !== text || known.by !== by) throw new Refused({ code: 'idempotency-key-reused' })
      return viewOf(state.region, known)
    }
    const number = (before.at(-1)?.number ?? 0) + 1
    if (number > mostNotes) throw new Refused({ code: 'too-many-requests', retryAfterSeconds: 86_400 })
    const note: InternalNote = { at: now.toISOString(), by, agencyId, formId, revision, number, text, requestKey }
    if ((await ports.rounds.insertInternalNote(region, round, note)).inserted) return viewOf(state.region, note)
  }
  throw new Error('the notes of a submission keep changing')
}

/** Newest first. Refuses with `not-found`. */
export async function readInternalNotes(ports: Ports, work: WorkKey): Promise<InternalNoteView[]> {
  const { state } = await loadWork(ports, work)
  const notes = await ports.rounds.internalNotes(work.region, work.round, work)
  return notes.toReversed().map((note) => viewOf(state.region, note))
}

/** Of each form of the round that has any, in the order of the facts. Refuses with `not-found`. */
export async function sumInternalNotes(
  ports: Ports,
  { region, round }: Pick<WorkKey, 'region' | 'round'>,
): Promise<InternalNoteSummary[]> {
  const [state, notes] = await Promise.all([loadRound(ports, region, round), ports.rounds.internalNotes(region, round)])
  const sums = new Map<string, InternalNoteSummary>()
  for (const note of notes) {
    const { agencyId, formId } = note
    const count = (sums.get(`${agencyId}|${formId}`)?.count ?? 0) + 1
    sums.set(`${agencyId}|${formId}`, { agencyId, formId, count, last: viewOf(state.region, note) })
  }
  return [...sums.values()]
}

function viewOf(region: RegionFacts, { requestKey: _key, ...note }: InternalNote): InternalNoteView {
  return { ...note, byName: nameIn(region, note.by) }
}
