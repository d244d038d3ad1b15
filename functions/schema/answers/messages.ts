/**
 * What is said about a wrong answer, in both languages: which field, which bound, and what to do. All such sentences are
 * here, so that page, mail, workbook and API speak alike. The codes are stable and may be tested by clients.
 */
import type { Field } from '../form.ts'
import type { LocalDate } from '../ids.ts'
import type { Wording } from '../wording.ts'
import type { Bound } from './bounds.ts'
import { formatDate, formatNumber, formatRupiah } from './format-value.ts'

/** An error that does not yet know where it stands. */
export type Flaw = { readonly code: string; readonly message: Wording }

const flaw = (code: string, id: string, en: string): Flaw => ({ code, message: { id, en } })

/** A label inside a sentence: "Pagu sub kegiatan" becomes "pagu sub kegiatan", "KRS" stays. */
function inside(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

function amount(field: Field, value: number, language: 'id' | 'en'): string {
  if (field.type === 'rupiah') return formatRupiah(value, language)
  return formatNumber(value, language, field.type === 'decimal' ? field.decimals : 0)
}

export const unknownField = (id: string) =>
  flaw(
    'unknown-field',
    `Isian "${id}" tidak ada pada formulir ini. Hapus isian tersebut.`,
    `This form has no field "${id}". Remove it.`,
  )

export function required(field: Field): Flaw {
  const { id, en } = field.label
  const orNotYet = field.absences?.includes('not-yet') ?? false
  return flaw(
    'required',
    `${id} belum diisi.${orNotYet ? ' Isi nilainya, atau pilih "Belum ada data".' : ' Isian ini wajib.'}`,
    `${en} has not been answered.${orNotYet ? ' Enter a value, or choose "No data yet".' : ' An answer is required.'}`,
  )
}

export function absenceNotAllowed(field: Field): Flaw {
  const { id, en } = field.label
  return flaw(
    'absence-not-allowed',
    `${id} harus diisi dengan nilai, bukan dengan keterangan "belum ada data" atau "tidak berlaku".`,
    `${en} needs a value here; "no data yet" or "not applicable" is not accepted for it.`,
  )
}

const expectations: Record<Field['type'], Wording> = {
  text: { id: 'teks', en: 'text' },
  integer: { id: 'bilangan bulat tanpa koma', en: 'a whole number' },
  rupiah: { id: 'rupiah utuh tanpa sen', en: 'an amount in whole rupiah' },
  decimal: { id: 'angka', en: 'a number' },
  date: { id: 'tanggal', en: 'a date' },
  choice: { id: 'satu pilihan dari daftar', en: 'one choice from the list' },
  choices: { id: 'pilihan dari daftar', en: 'choices from the list' },
  url: { id: 'alamat tautan', en: 'a link' },
  computed: { id: 'angka', en: 'a number' },
}

export function wrongType(field: Field): Flaw {
  const { id, en } = expectations[field.type]
  return flaw('wrong-type', `${field.label.id} harus berupa ${id}.`, `${field.label.en} must be ${en}.`)
}

export function tooManyDecimals(field: Field, decimals: number): Flaw {
  return flaw(
    'too-many-decimals',
    `${field.label.id} ditulis dengan paling banyak ${decimals} angka di belakang koma.`,
    `${field.label.en} may have at most ${decimals} digits after the decimal point.`,
  )
}

export function tooSmall(field: Field, bound: Bound<number>, from: Field | undefined): Flaw {
  const [id, en] = [amount(field, bound.value, 'id'), amount(field, bound.value, 'en')]
  if (from === undefined)
    return flaw('too-small', `${field.label.id} paling sedikit ${id}.`, `${field.label.en} must be at least ${en}.`)
  return flaw(
    'too-small',
    `${field.label.id} tidak boleh kurang dari ${inside(from.label.id)} (${id}).`,
    `${field.label.en} must not be less than ${inside(from.label.en)} (${en}).`,
  )
}

export function tooLarge(field: Field, bound: Bound<number>, from: Field | undefined): Flaw {
  const [id, en] = [amount(field, bound.value, 'id'), amount(field, bound.value, 'en')]
  if (from === undefined)
    return flaw('too-large', `${field.label.id} paling banyak ${id}.`, `${field.label.en} must be at most ${en}.`)
  return flaw(
    'too-large',
    `${field.label.id} tidak boleh melebihi ${inside(from.label.id)} (${id}).`,
    `${field.label.en} must not exceed ${inside(from.label.en)} (${en}).`,
  )
}

export function tooShort(field: Field, length: number): Flaw {
  return flaw(
    'too-short',
    `${field.label.id} paling sedikit ${length} karakter. Lengkapi isiannya.`,
    `${field.label.en} must have at least ${length} characters. Write a little more.`,
  )
}

export function tooLong(field: Field, length: number, actual: number): Flaw {
  const over = actual - length
  return flaw(
    'too-long',
    `${field.label.id} paling banyak ${formatNumber(length, 'id')} karakter. Kurangi ${formatNumber(over, 'id')} karakter.`,
    `${field.label.en} may have at most ${formatNumber(length, 'en')} characters. Remove ${formatNumber(over, 'en')}.`,
  )
}

export function patternMissed(field: Field, message: Wording): Flaw {
  return {
    code: 'pattern',
    message: { id: `${field.label.id}: ${message.id}`, en: `${field.label.en}: ${message.en}` },
  }
}

export function notADate(field: Field): Flaw {
  return flaw(
    'not-a-date',
    `${field.label.id} bukan tanggal yang ada dalam kalender. Tulis tahun-bulan-hari, misalnya 2026-02-13.`,
    `${field.label.en} is not a date in the calendar. Write year-month-day, for example 2026-02-13.`,
  )
}

export function tooEarly(field: Field, bound: Bound<LocalDate>, from: Field | undefined): Flaw {
  const named = from === undefined ? undefined : from.label
  return flaw(
    'too-early',
    `${field.label.id} paling awal ${named ? `sama dengan ${inside(named.id)} (${formatDate(bound.value, 'id')})` : formatDate(bound.value, 'id')}.`,
    `${field.label.en} must not be before ${named ? `${inside(named.en)} (${formatDate(bound.value, 'en')})` : formatDate(bound.value, 'en')}.`,
  )
}

export function tooLate(field: Field, bound: Bound<LocalDate>, from: Field | undefined): Flaw {
  const named = from === undefined ? undefined : from.label
  return flaw(
    'too-late',
    `${field.label.id} paling akhir ${named ? `sama dengan ${inside(named.id)} (${formatDate(bound.value, 'id')})` : formatDate(bound.value, 'id')}.`,
    `${field.label.en} must not be after ${named ? `${inside(named.en)} (${formatDate(bound.value, 'en')})` : formatDate(bound.value, 'en')}.`,
  )
}

export function notAUrl(field: Field): Flaw {
  return flaw(
    'not-a-url',
    `${field.label.id} harus berupa tautan lengkap yang diawali https://.`,
    `${field.label.en} must be a full link that begins with https://.`,
  )
}

export function notAChoice(field: Field, value: string): Flaw {
  const shown = value.length > 60 ? `${value.slice(0, 59)}…` : value
  return flaw(
    'not-a-choice',
    `${field.label.id}: "${shown}" tidak ada dalam daftar pilihan. Pilih salah satu dari daftar.`,
    `${field.label.en}: "${shown}" is not in the list. Choose one from the list.`,
  )
}

export function duplicateChoice(field: Field): Flaw {
  return flaw(
    'duplicate-choice',
    `${field.label.id}: satu pilihan hanya boleh dipilih sekali.`,
    `${field.label.en}: each choice may be taken only once.`,
  )
}

export function tooFewChoices(field: Field, least: number): Flaw {
  return flaw(
    'too-few-choices',
    `${field.label.id}: pilih paling sedikit ${least}.`,
    `${field.label.en}: choose at least ${least}.`,
  )
}
