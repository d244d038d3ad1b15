/**
 * All that keeps the form from being sent, each said once: texts that are no answers, then what the shared validator finds in
 * the form's order, then what only the server could know.
 */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import type { Wording } from '../../../functions/schema/wording.ts'
import { fieldWording } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { targetOf } from './place.ts'

/** In the reader's language. */
export type FormError = { readonly pointer: string; readonly text: string }
export type ServerError = FormError
export type ErrorSources = {
  readonly definition: FormDefinition
  /** Absent while the person has not asked to check: then only unreadable texts are errors. */
  readonly answers: Answers | undefined
  readonly typed: Readonly<Record<string, string>>
  readonly context: AnswerContext
  readonly server: readonly ServerError[]
}

export function findErrors({ definition, answers, typed, context, server }: ErrorSources): readonly FormError[] {
  const unreadable = Object.keys(typed).flatMap((pointer) => {
    const field = fieldAt(definition, pointer)
    return field === undefined ? [] : [{ pointer, text: `${say(field.label)} ${say(flawOf(field))}` }]
  })
  const known = new Set(unreadable.map(({ pointer }) => pointer))
  const found = answers === undefined ? [] : validateAnswers(definition, answers, context)
  const valid = found
    .filter(({ pointer }) => !known.has(pointer))
    .map(({ pointer, message }) => ({ pointer, text: say(message) }))
  const seen = new Set([...unreadable, ...valid].map(({ pointer, text }) => pointer + text))
  return [...unreadable, ...valid, ...server.filter(({ pointer, text }) => !seen.has(pointer + text))]
}

/** The field that a pointer names. */
export function fieldAt(definition: FormDefinition, pointer: string): Field | undefined {
  const { table: id, field } = targetOf(pointer)
  const fields = id === undefined ? definition.fields : definition.tables.find((table) => table.id === id)?.fields
  return fields?.find((each) => each.id === field)
}

function flawOf(field: Field): Wording {
  if (field.type === 'choice' || field.type === 'choices') return fieldWording.notInList
  if (field.type === 'date') return fieldWording.notDate
  return field.type === 'decimal' ? fieldWording.notNumber : fieldWording.notWhole
}
