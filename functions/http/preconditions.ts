/**
 * What a writer must say it is based on: `If-Match` with the ETag it was given, and for a submission a key of its own choice.
 * A missing one is refused, since without it the last writer would win.
 */
import { Refused } from '../domain/refusal.ts'
import type { DraftBase } from '../domain/round/save-draft.ts'

export function draftTag({ version, revision }: DraftBase): string {
  return `"v${version}-r${revision}"`
}

/** The draft version and the revision under it. */
export function draftBase(ifMatch: string | undefined): DraftBase {
  const [, version, revision] = /^(?:W\/)?"v(\d{1,9})-r(\d{1,9})"$/.exec(ifMatch ?? '') ?? []
  if (version === undefined || revision === undefined) throw new Refused({ code: 'precondition-required' })
  return { version: Number(version), revision: Number(revision) }
}

export function revisionTag(revision: number): string {
  return `"${revision}"`
}

/** The last revision that the writer knows; `"0"` = none yet. */
export function baseRevision(ifMatch: string | undefined): number {
  const revision = knownBase(ifMatch)
  if (revision === undefined) throw new Refused({ code: 'precondition-required' })
  return revision
}

export function knownBase(ifMatch: string | undefined): number | undefined {
  const [, revision] = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch ?? '') ?? []
  return revision === undefined ? undefined : Number(revision)
}

/** 8 to 100 visible ASCII characters, made once for a submission and repeated with every retry. */
export function requestKey(key: string | undefined): string {
  if (key === undefined || !/^[\x21-\x7e]{8,100}$/.test(key)) throw new Refused({ code: 'precondition-required' })
  return key
}
