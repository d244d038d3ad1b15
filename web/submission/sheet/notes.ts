/**
 * What there is to say about each place of a submission: what the checks found, what changed since the last decision, what was
 * asked before and what is asked now. Pure; places are pointers, in the order in which somebody reads.
 */
import type { Difference } from '../../../functions/http/shapes.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import type { ReplyView } from '../../../functions/schema/requests.ts'
import type { Comment, Finding } from '../../../functions/schema/round.ts'
import type { CellMark } from '../../form/table/grid-state.ts'
import { say } from '../../wording/language.ts'
import { type MarkKind, markWords } from '../../wording/sheet.ts'

export type Change = Difference['changes'][number]
/** A comment of the decision before, with the agency's answer to it. */
export type EarlierComment = Comment & { readonly reply: ReplyView | undefined }
export type PlaceNotes = {
  readonly findings: readonly Finding[]
  readonly change: Change | undefined
  readonly earlier: readonly EarlierComment[]
  /** Comments of the decision on this very revision. */
  readonly decided: readonly Comment[]
  /** Being written now. */
  readonly written: string | undefined
}
export type Notes = ReadonlyMap<string, PlaceNotes>
export type Said = {
  readonly findings: readonly Finding[]
  readonly changes: readonly Change[]
  readonly earlier: readonly EarlierComment[]
  readonly decided: readonly Comment[]
  readonly written: readonly Comment[]
}
export const markKinds: readonly MarkKind[] = ['found', 'changed', 'commented']

export const noNotes: PlaceNotes = { findings: [], change: undefined, earlier: [], decided: [], written: undefined }

/** Explained findings are told at their places, but are no mark: nobody has to look at them again. */
export function notesOf({ findings, changes, earlier, decided, written }: Said): Notes {
  const notes = new Map<string, PlaceNotes>()
  const at = (pointer: string, more: (known: PlaceNotes) => Partial<PlaceNotes>) => {
    const known = notes.get(pointer) ?? noNotes
    notes.set(pointer, { ...known, ...more(known) })
  }
  for (const finding of findings) {
    if (finding.state !== 'solved') at(finding.pointer, (known) => ({ findings: [...known.findings, finding] }))
  }
  for (const change of changes) at(change.pointer, () => ({ change }))
  for (const comment of earlier) at(comment.pointer, (known) => ({ earlier: [...known.earlier, comment] }))
  for (const comment of decided) at(comment.pointer, (known) => ({ decided: [...known.decided, comment] }))
  for (const { pointer, text } of written) if (text.trim() !== '') at(pointer, () => ({ written: text }))
  return notes
}

function kindsOf({ findings, change, earlier, decided, written }: PlaceNotes): readonly MarkKind[] {
  return [
    ...(findings.some(({ state }) => state === 'open') ? (['found'] as const) : []),
    ...(change === undefined ? [] : (['changed'] as const)),
    ...(earlier.length + decided.length > 0 || written !== undefined ? (['commented'] as const) : []),
  ]
}

/** In every font, and apart in grey. */
export const signs: Record<MarkKind, string> = { found: '!', changed: '≠', commented: '?' }

/** `undefined` where there is nothing to see. */
export function markOf(notes: PlaceNotes): CellMark | undefined {
  const kinds = kindsOf(notes)
  if (kinds.length === 0) return undefined
  return {
    look: kinds.map((kind) => `mark-${kind}`).join(' '),
    signs: kinds.map((kind) => signs[kind]).join(''),
    text: kinds.map((kind) => say(markWords[kind])).join(', '),
  }
}

/** Every place that can be looked at, as it is read: the general answers, then each table by row and column. */
export function placesOf({ fields, tables }: FormDefinition, answers: Answers): readonly string[] {
  return [
    '',
    ...fields.map(({ id }) => `/fields/${id}`),
    ...tables.flatMap((table) => [
      `/rows/${table.id}`,
      ...(answers.rows[table.id] ?? []).flatMap(({ rowKey }) => {
        const row = `/rows/${table.id}/${rowKey}`
        return [row, ...table.fields.map(({ id }) => `${row}/${id}`)]
      }),
    ]),
  ]
}

/** The marked places of these kinds, in reading order. */
export function marked(places: readonly string[], notes: Notes, kinds: readonly MarkKind[]): readonly string[] {
  return places.filter((pointer) => {
    const own = notes.get(pointer)
    return own !== undefined && kindsOf(own).some((kind) => kinds.includes(kind))
  })
}
