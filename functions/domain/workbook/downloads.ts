/**
 * What is remembered of each download, so that a file's second upload is compared with what was taken from it at the first. An
 * upload offers, a confirmation takes; nothing of it is an answer, and losing all of it makes uploads ask more, no more.
 */

import type { Download, DownloadStep } from '../../schema/download.ts'
import { contentHash } from '../content-hash.ts'
import { Refused } from '../refusal.ts'
import type { WorkKey } from '../round/load-round.ts'
import type { CellMarks, KnownDownload } from './workbooks.ts'

export type Downloads = {
  find(work: WorkKey, id: string): Promise<Download | undefined>
  /** Replaces the version before, or inserts the first one; `false` where another stands there. */
  save(work: WorkKey, download: Download): Promise<boolean>
  /** They end with the download, or some time after it. */
  insertMarks(
    work: WorkKey,
    download: Pick<Download, 'id' | 'madeAt'>,
    content: { sha256: string; marks: CellMarks },
  ): Promise<void>
  /** `undefined` where they are not kept any more. */
  marks(work: WorkKey, id: string, sha256: string): Promise<CellMarks | undefined>
}

/** People whose last steps are kept. */
const maxSteps = 6
const tries = 5

export async function rememberDownload(
  now: Date,
  downloads: Downloads,
  { work, id, by }: { work: WorkKey; id: string; by: string },
): Promise<void> {
  const { agencyId, formId } = work
  const made = { agencyId, formId, id, version: 1, madeAt: now.toISOString(), madeBy: by, offers: [], takes: [] }
  await downloads.save(work, made)
}

/** As the comparison needs it; `undefined` for a download that nobody remembers. */
export async function knownDownload(
  downloads: Downloads,
  work: WorkKey,
  id: string,
): Promise<KnownDownload | undefined> {
  const found = id === '' ? undefined : await downloads.find(work, id)
  if (found === undefined) return undefined
  const takes = await Promise.all(
    found.takes.map(async ({ by, at, sha256 }) => ({ by, at, marks: await downloads.marks(work, id, sha256) })),
  )
  return { madeAt: found.madeAt, takes: takes.flatMap(({ marks, ...rest }) => (marks ? { ...rest, marks } : [])) }
}

type Step = { readonly work: WorkKey; readonly id: string; readonly by: string; readonly marks: CellMarks }

/** Answers the name of the offer; `undefined` where the download is not remembered. */
export async function offer(now: Date, downloads: Downloads, step: Step): Promise<string | undefined> {
  const sha256 = contentHash(step.marks)
  const done = await change(downloads, { ...step, sha256 }, (found) => ({
    offers: put(now, found.offers, { by: step.by, sha256 }),
  }))
  return done ? sha256 : undefined
}

/** Refuses with `not-found` what was never offered to this person. */
export async function readOffer(
  downloads: Downloads,
  { work, id, by }: Omit<Step, 'marks'>,
  sha256: string,
): Promise<CellMarks> {
  const found = await downloads.find(work, id)
  const isOffered = found?.offers.some((each) => each.by === by && each.sha256 === sha256) ?? false
  const marks = isOffered ? await downloads.marks(work, id, sha256) : undefined
  if (marks === undefined) throw new Refused({ code: 'not-found', what: 'download' })
  return marks
}

export async function take(now: Date, downloads: Downloads, step: Step): Promise<void> {
  const sha256 = contentHash(step.marks)
  await change(downloads, { ...step, sha256 }, (found) => ({ takes: put(now, found.takes, { by: step.by, sha256 }) }))
}

/** The latest first, one of each person. */
function put(
  now: Date,
  steps: readonly DownloadStep[],
  { by, sha256 }: { by: string; sha256: string },
): DownloadStep[] {
  const others = steps.filter((each) => each.by !== by)
  return [{ by, sha256, at: now.toISOString() }, ...others].slice(0, maxSteps)
}

/** The marks are written before the step that names them. */
async function change(
  downloads: Downloads,
  { work, id, sha256, marks }: Step & { readonly sha256: string },
  next: (found: Download) => Partial<Download>,
): Promise<boolean> {
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const found = await downloads.find(work, id)
    if (found === undefined) return false
    if (attempt === 0) await downloads.insertMarks(work, found, { sha256, marks })
    if (await downloads.save(work, { ...found, ...next(found), version: found.version + 1 })) return true
  }
  throw new Error(`The download ${id} is changed by too many at once`)
}
