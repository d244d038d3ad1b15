/**
 * From what was typed or pasted into a cell, or stands in a file's, to what is stored. What cannot be an answer (a word in a
 * number, a name that is in no list) is stored as the text that it is: `unreadable.ts` finds it, the page marks it, and it
 * keeps the form from being sent.
 */

import { isDash, parseAbsence } from '../fields/grammar/absence.ts'
import { kindOf } from '../fields/kinds.ts'
import type { Reader, Reading } from '../fields/reading.ts'
import * as by from '../fields/reading-parts.ts'
import type { Field } from '../form.ts'
import { formatAbsence } from '../formats.ts'
import type { Language } from '../wording.ts'
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
  if (absence === undefined) return kindOf(field).read(field, text, { ...reader, by })
  const value = { absent: absence }
  if (!isDash(text)) return { value }
  const message = {
    id: `"-" menjadi "${formatAbsence(absence, 'id')}"`,
    en: `"-" became "${formatAbsence(absence, 'en')}"`,
  }
  return { value, notices: [{ code: 'dash', question: true, message }] }
}
