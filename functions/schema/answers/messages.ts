/**
 * What is said about a wrong answer, in both languages: which field, which bound, and what to do. All such sentences are
 * here, so that page, mail, workbook and API speak alike. The codes are stable and may be tested by clients.
 */
import type { Flaw, Labelled } from '../fields/unread.ts'
import { formatNumber } from '../formats.ts'
import type { Wording } from '../wording.ts'

const flaw = (code: string, id: string, en: string): Flaw => ({ code, message: { id, en } })

/** A label inside a sentence: "Pagu sub kegiatan" becomes "pagu sub kegiatan", "KRS" stays. */
function inside(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

export const unknownField = (id: string) =>
  flaw(
    'unknown-field',
    `Isian "${id}" tidak ada pada formulir ini. Hapus isian tersebut.`,
    `This form has no field "${id}". Remove it.`,
  )

export function required(field: Labelled): Flaw {
  const { id, en } = field.label
  const orNotYet = field.absences?.includes('not-yet') ?? false
  return flaw(
    'required',
    `${id} belum diisi.${orNotYet ? ' Isi nilainya, atau pilih "Belum ada data".' : ' Isian ini wajib.'}`,
    `${en} has not been answered.${orNotYet ? ' Enter a value, or choose "No data yet".' : ' An answer is required.'}`,
  )
}

export function absenceNotAllowed(field: Labelled): Flaw {
  const { id, en } = field.label
  return flaw(
    'absence-not-allowed',
    `${id} harus diisi dengan nilai, bukan dengan keterangan "belum ada data" atau "tidak berlaku".`,
    `${en} needs a value here; "no data yet" or "not applicable" is not accepted for it.`,
  )
}

export function wrongType({ label }: Labelled, { id, en }: Wording): Flaw {
  return flaw('wrong-type', `${label.id} harus berupa ${id}.`, `${label.en} must be ${en}.`)
}

export function tooManyDecimals(field: Labelled, decimals: number): Flaw {
  return flaw(
    'too-many-decimals',
    `${field.label.id} ditulis dengan paling banyak ${decimals} angka di belakang koma.`,
    `${field.label.en} may have at most ${decimals} digits after the decimal point.`,
  )
}

export function tooSmall(field: Labelled, bound: Wording, from: Labelled | undefined): Flaw {
  const { id, en } = bound
  if (from === undefined)
    return flaw('too-small', `${field.label.id} paling sedikit ${id}.`, `${field.label.en} must be at least ${en}.`)
  return flaw(
    'too-small',
    `${field.label.id} tidak boleh kurang dari ${inside(from.label.id)} (${id}).`,
    `${field.label.en} must not be less than ${inside(from.label.en)} (${en}).`,
  )
}

export function tooLarge(field: Labelled, bound: Wording, from: Labelled | undefined): Flaw {
  const { id, en } = bound
  if (from === undefined)
    return flaw('too-large', `${field.label.id} paling banyak ${id}.`, `${field.label.en} must be at most ${en}.`)
  return flaw(
    'too-large',
    `${field.label.id} tidak boleh melebihi ${inside(from.label.id)} (${id}).`,
    `${field.label.en} must not exceed ${inside(from.label.en)} (${en}).`,
  )
}

export function tooShort(field: Labelled, length: number): Flaw {
  return flaw(
    'too-short',
    `${field.label.id} paling sedikit ${length} karakter. Lengkapi isiannya.`,
    `${field.label.en} must have at least ${length} characters. Write a little more.`,
  )
}

export function tooLong(field: Labelled, length: number, actual: number): Flaw {
  const over = actual - length
  return flaw(
    'too-long',
    `${field.label.id} paling banyak ${formatNumber(length, 'id')} karakter. Kurangi ${formatNumber(over, 'id')} karakter.`,
    `${field.label.en} may have at most ${formatNumber(length, 'en')} characters. Remove ${formatNumber(over, 'en')}.`,
  )
}

export function patternMissed(field: Labelled, message: Wording): Flaw {
  return {
    code: 'pattern',
    message: { id: `${field.label.id}: ${message.id}`, en: `${field.label.en}: ${message.en}` },
  }
}

/** A rule of the form's own, in its author's words. */
export function ruleMissed(field: Labelled, message: Wording): Flaw {
  return {
    code: 'rule',
    message: { id: `${field.label.id}: ${message.id}`, en: `${field.label.en}: ${message.en}` },
  }
}

/** A choice of the list that other answers rule out. */
export function notOffered(field: Labelled, value: string): Flaw {
  return flaw(
    'not-offered',
    `${field.label.id}: "${value}" tidak cocok dengan jawaban lain. Pilih lagi dari daftar.`,
    `${field.label.en}: "${value}" does not go with other answers. Choose again from the list.`,
  )
}

export function tooEarly(field: Labelled, bound: Wording, from: Labelled | undefined): Flaw {
  const named = from === undefined ? undefined : from.label
  return flaw(
    'too-early',
    `${field.label.id} paling awal ${named ? `sama dengan ${inside(named.id)} (${bound.id})` : bound.id}.`,
    `${field.label.en} must not be before ${named ? `${inside(named.en)} (${bound.en})` : bound.en}.`,
  )
}

export function tooLate(field: Labelled, bound: Wording, from: Labelled | undefined): Flaw {
  const named = from === undefined ? undefined : from.label
  return flaw(
    'too-late',
    `${field.label.id} paling akhir ${named ? `sama dengan ${inside(named.id)} (${bound.id})` : bound.id}.`,
    `${field.label.en} must not be after ${named ? `${inside(named.en)} (${bound.en})` : bound.en}.`,
  )
}

export function notAUrl(field: Labelled): Flaw {
  return flaw(
    'not-a-url',
    `${field.label.id} harus berupa tautan lengkap yang diawali https://.`,
    `${field.label.en} must be a full link that begins with https://.`,
  )
}

export function duplicateChoice(field: Labelled): Flaw {
  return flaw(
    'duplicate-choice',
    `${field.label.id}: satu pilihan hanya boleh dipilih sekali.`,
    `${field.label.en}: each choice may be taken only once.`,
  )
}

export function tooFewChoices(field: Labelled, least: number): Flaw {
  return flaw(
    'too-few-choices',
    `${field.label.id}: pilih paling sedikit ${least}.`,
    `${field.label.en}: choose at least ${least}.`,
  )
}
