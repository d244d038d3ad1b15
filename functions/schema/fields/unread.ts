/**
 * Why a text is no answer, in both languages: what a reading says. The rest of what can be wrong is in answers/messages.ts,
 * which the page fetches with the rules; these sentences it needs at once.
 */
import type { Absence } from '../condition.ts'
import type { Wording } from '../wording.ts'

/** An error that does not yet know where it stands. */
export type Flaw = { readonly code: string; readonly message: Wording }
/** What messages say of a field, so also of one that a bound names. */
export type Labelled = { readonly label: Wording; readonly absences?: readonly Absence[] | undefined }

const flaw = (code: string, id: string, en: string): Flaw => ({ code, message: { id, en } })

/** What somebody typed, as it stands in a sentence. */
function quoted(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, ' ⏎ ')
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`
}

/** A text that stands where an answer should be. */
export function notRead({ label }: Labelled, text: string, { id, en }: Wording): Flaw {
  return flaw('wrong-type', `${label.id}: ${quoted(text)} bukan ${id}.`, `${label.en}: ${quoted(text)} is not ${en}.`)
}

export function twoValues({ label }: Labelled, text: string): Flaw {
  return flaw(
    'two-values',
    `${label.id}: ${quoted(text)} berisi lebih dari satu nilai. Tulis satu nilai dalam satu sel.`,
    `${label.en}: ${quoted(text)} holds more than one value. Write one value in a cell.`,
  )
}

export function strayMark({ label }: Labelled, text: string, { id, en }: Wording): Flaw {
  const sign = text.includes('%') ? '%' : 'Rp'
  return flaw(
    'mark-not-expected',
    `${label.id}: ${quoted(text)} memakai tanda ${sign}, padahal isian ini ${id}.`,
    `${label.en}: ${quoted(text)} has the sign ${sign}, but this is ${en}.`,
  )
}

export function notADate({ label }: Labelled, text: string): Flaw {
  return flaw(
    'not-a-date',
    `${label.id}: ${quoted(text)} bukan tanggal dalam kalender. Tulis misalnya 13/02/2026.`,
    `${label.en}: ${quoted(text)} is not a date in the calendar. Write for example 13/02/2026.`,
  )
}

/** `nearest`: the choices that look most like it. */
export function notAChoice({ label }: Labelled, value: string, nearest: readonly { label: Wording }[]): Flaw {
  const named = (language: 'id' | 'en') => nearest.map((each) => `"${each.label[language]}"`).join(', ')
  const offer =
    nearest.length === 0
      ? { id: 'Pilih salah satu dari daftar.', en: 'Choose one from the list.' }
      : { id: `Mungkin maksudnya ${named('id')}?`, en: `Did you mean ${named('en')}?` }
  return flaw(
    'not-a-choice',
    `${label.id}: ${quoted(value)} tidak ada dalam daftar pilihan. ${offer.id}`,
    `${label.en}: ${quoted(value)} is not in the list. ${offer.en}`,
  )
}
