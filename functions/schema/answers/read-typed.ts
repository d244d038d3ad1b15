/**
 * From what was typed or pasted into a cell, or stands in a file's, to what is stored. What cannot be an answer (a word in a
 * number, a name that is in no list) is stored as the text that it is: `unreadable.ts` finds it, the page marks it, and it
 * keeps the form from being sent.
 */

import type { Value } from '../answers.ts'
import type { Absence } from '../condition.ts'
import { isDash, parseAbsence } from '../fields/grammar/absence.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Notice } from '../fields/notices.ts'
import type { Reader, Reading } from '../fields/reading.ts'
import * as by from '../fields/reading-parts.ts'
import type { Field } from '../form.ts'
import { formatAbsence } from '../formats.ts'
import type { Language, Wording } from '../wording.ts'
import type { AnswerContext } from './context.ts'

/** `unreadable`: the value is the text, and `flaw` says why it is no answer. */
export type Typed = Reading & { readonly unreadable: boolean }

/** Reads one cell's text for its field. */
export function readTyped(field: Field, text: string, language: Language, context: AnswerContext): Typed {
  const reading = readText(field, text, { language, context })
  return { ...reading, unreadable: reading.flaw !== undefined }
}

function readText(field: Field, text: string, reader: Reader): Reading {
  if (text.trim() === '' || field.type === 'computed') return { value: undefined }
  const absence = parseAbsence(text, field.absences ?? [])
  const asked = isDash(text) && (absence !== undefined || kindOf(field).stored === 'number')
  const reading =
    absence === undefined ? kindOf(field).read(field, text, { ...reader, by }) : { value: { absent: absence } }
  return asked ? { ...reading, notices: [dashNotice(absence)] } : reading
}

function dashNotice(absence: Absence | undefined): Notice {
  const word = (language: Language) => (absence === undefined ? '?' : `"${formatAbsence(absence, language)}"`)
  return { ...by.notice('dash', '-', { id: word('id'), en: word('en') }), question: true }
}

/** What a dash may stand for in this field, for whoever asks: first what it is taken for unless somebody says otherwise. */
export function dashMeanings(field: Field): readonly { readonly value: Value | null; readonly label: Wording }[] {
  const absences = (field.absences ?? []).map((absent) => ({
    value: { absent },
    label: { id: formatAbsence(absent, 'id'), en: formatAbsence(absent, 'en') },
  }))
  const zero = kindOf(field).stored === 'number' ? [{ value: 0, label: { id: '0 (nol)', en: '0 (zero)' } }] : []
  return [...absences, ...zero, { value: null, label: { id: 'Kosong', en: 'Blank' } }]
}

/** A plain number of a spreadsheet's cell, for a field that stores numbers; `undefined` for other fields. */
export function readNumberCell(field: Field, value: number): Reading | undefined {
  return kindOf(field).number?.(field, value, { by })
}
