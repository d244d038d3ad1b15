/**
 * A first save and a submission take their place before they write; whoever changes the round claims the places that it takes away
 * or moves before the revision is inserted. All change the same item, so of two who meet one sees the other and is told.
 * The revision stays the commit: a claim without it holds nobody up for longer than its writer can live.
 */
import type { Claim, Place } from '../../schema/place.ts'
import type { Round } from '../../schema/round.ts'
import { Refused } from '../refusal.ts'
import { assignmentKeyOf } from './by-work.ts'
import type { WorkKey } from './load-round.ts'
import type { Rounds, WorkAhead } from './rounds.ts'

type Ports = { rounds: Rounds }
/**
 * `revision`: the round's, as the writer read it; `formVersion`: what is written is an answer to. `ahead`: how the place stood when the
 * request began; who wants it otherwise since finds it taken, or has moved it.
 */
export type Taking = WorkKey & {
  revision: number
  formVersion: number
  sent: boolean
  ahead?: Pick<WorkAhead, 'place'>
}
/** What a revision makes of a place; `formVersion` null: the form is no longer asked of the agency. */
export type PlaceChange = { agencyId: string; formId: string; formVersion: number | null }
/** `lost`: places of which `free` said no. `release`: for when the revision was not inserted. */
export type Claimed = { lost: readonly PlaceChange[]; release: () => Promise<void> }

/** No request lives so long: after it a claim without its revision, and a beginning without its work, are of a writer that died. */
const writersLive = 120_000
/** Writers that meet on one place are few; more turns than this is no race but a fault. */
const mostTurns = 20
const placesAtOnce = 25

/** Resolves when nothing can take the place away unseen. Refusals: `not-found`, `form-version-conflict`, `round-changing`. */
export async function takePlace(now: Date, { rounds }: Ports, taking: Taking): Promise<void> {
  const { region, round, agencyId, formId, formVersion, sent, ahead } = taking
  for (let turn = 0; turn < mostTurns; turn++) {
    const place = turn === 0 && ahead ? ahead.place : await rounds.place(region, round, taking)
    if (place?.claim !== undefined) await heedClaim(now, { rounds }, taking, place.claim)
    const begun = place?.begunAt !== undefined && (!sent || place.sentVersion === formVersion)
    if (begun) return
    const next: Place = {
      ...place,
      agencyId,
      formId,
      number: (place?.number ?? 0) + 1,
      begunAt: place?.begunAt ?? now.toISOString(),
      ...(sent && { sentVersion: formVersion }),
    }
    if (await rounds.savePlace(region, round, next)) return
  }
  throw new Refused({ code: 'round-changing' })
}

/** Of a claim newer than what the writer read: what does the round say now? */
async function heedClaim(now: Date, { rounds }: Ports, taking: Taking, claim: Claim): Promise<void> {
  const { region, round, agencyId, formId, revision, formVersion } = taking
  if (claim.revision <= revision) return
  const frame = await rounds.loadFrame(region, round)
  const asked = frame && assignmentKeyOf(frame.round.assignments, agencyId, formId)
  if (frame === undefined || asked === undefined) throw new Refused({ code: 'not-found', what: 'assignment' })
  if (asked.formVersion !== formVersion)
    throw new Refused({ code: 'form-version-conflict', currentVersion: asked.formVersion })
  if (frame.round.revision < claim.revision && isAlive(now, claim.at)) throw new Refused({ code: 'round-changing' })
}

/**
 * Claims each place for this revision, which the caller then inserts, or lets go. Refuses with `round-changing` where another
 * coordinator is just changing the same place.
 */
export async function claimPlaces(
  now: Date,
  { rounds }: Ports,
  { region, next, changes, free }: ClaimInput,
): Promise<Claimed> {
  const standing = new Map((await rounds.places(region, next.id)).map((place) => [keyOf(place), place]))
  const lost: PlaceChange[] = []
  const held: Held[] = []
  const release = async () => {
    for (const { before, number } of held) await rounds.savePlace(region, next.id, { ...before, number: number + 1 })
  }
  try {
    for (let at = 0; at < changes.length; at += placesAtOnce) {
      const some = changes.slice(at, at + placesAtOnce)
      const results = await Promise.allSettled(
        some.map((change) =>
          claimPlace(now, rounds, { region, next, change, free, place: standing.get(keyOf(change)) }),
        ),
      )
      for (const [index, result] of results.entries()) {
        const change = some[index]
        if (result.status === 'fulfilled' && result.value !== undefined) held.push(result.value)
        else if (result.status === 'fulfilled' && change !== undefined) lost.push(change)
      }
      const failed = results.find((result) => result.status === 'rejected')
      if (failed !== undefined) throw failed.reason
    }
  } catch (error) {
    await release()
    throw error
  }
  return { lost, release }
}

export type ClaimInput = {
  region: string
  /** The revision that is about to be inserted. */
  next: Round
  changes: readonly PlaceChange[]
  /** May it be claimed, as it stands? */
  free: (place: Place) => boolean
}
type Held = { before: Omit<Place, 'number'>; number: number }

/** `undefined`: it is not free. */
async function claimPlace(
  now: Date,
  rounds: Rounds,
  { region, next, change, free, place: known }: Omit<ClaimInput, 'changes'> & Claiming,
): Promise<Held | undefined> {
  const { agencyId, formId, formVersion } = change
  const claim: Claim = { revision: next.revision, at: next.at, by: next.by, formVersion }
  let place = known
  for (let turn = 0; turn < mostTurns; turn++) {
    const { number, ...before } = place ?? { number: 0, agencyId, formId }
    if (place?.claim !== undefined && place.claim.revision >= next.revision && isAlive(now, place.claim.at))
      throw new Refused({ code: 'round-changing' })
    if (place !== undefined && !free(place)) return undefined
    if (await rounds.savePlace(region, next.id, { ...before, number: number + 1, claim }))
      return { before, number: number + 1 }
    place = await rounds.place(region, next.id, change)
  }
  throw new Refused({ code: 'round-changing' })
}

type Claiming = { change: PlaceChange; place: Place | undefined }

/**
 * Has nobody begun there? For a caller whose facts, read just now, hold no work: a beginning that is older than any
 * writer lives left none.
 */
export function isUntouched(now: Date): (place: Place) => boolean {
  return ({ begunAt }) => begunAt === undefined || !isAlive(now, begunAt)
}

function isAlive(now: Date, at: string): boolean {
  return now.getTime() - Date.parse(at) < writersLive
}

function keyOf({ agencyId, formId }: Pick<Place, 'agencyId' | 'formId'>): string {
  return `${agencyId} ${formId}`
}
