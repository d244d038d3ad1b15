/**
 * All that keeps the form from being sent, each said once: texts that are no answers, then what the shared validator finds in
 * the form's order, then what only the server could know.
 */

import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { readTyped } from '../../../functions/schema/answers/read-typed.ts'
import type { Unreadable } from '../../../functions/schema/answers/unreadable.ts'
import type { AnswerError } from '../../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../../functions/schema/form.ts'
import type { Wording } from '../../../functions/schema/wording.ts'
import { language, say } from '../../wording/language.ts'
import { notAnAnswer } from '../../wording/unread.ts'
import type { ErrorTexts, FormError, ServerError } from './form-error.ts'
import { targetOf } from './place.ts'

export type ErrorSources = {
  readonly unreadable: readonly Unreadable[]
  /** What the validator says, as far as the person has asked for it. */
  readonly flaws: readonly AnswerError[]
  readonly server: readonly ServerError[]
  readonly context: AnswerContext
}

export function findErrors({ unreadable, flaws, server, context }: ErrorSources): readonly FormError[] {
  const texts = unreadable.map((each) => ({ pointer: each.pointer, text: say(whyUnread(each, context)) }))
  const known = new Set(texts.map(({ pointer }) => pointer))
  const valid = flaws
    .filter(({ pointer }) => !known.has(pointer))
    .map(({ pointer, message }) => ({ pointer, text: say(message) }))
  const seen = new Set(server.length === 0 ? [] : [...texts, ...valid].map(({ pointer, text }) => pointer + text))
  return [...texts, ...valid, ...server.filter(({ pointer, text }) => !seen.has(pointer + text))]
}

/** The field that a pointer names. */
export function fieldAt(definition: FormDefinition, pointer: string): Field | undefined {
  const { table: id, field } = targetOf(pointer)
  const fields = id === undefined ? definition.fields : definition.tables.find((table) => table.id === id)?.fields
  return fields?.find((each) => each.id === field)
}

/** Why a text is no answer. */
export function whyUnread({ field, text }: Unreadable, context: AnswerContext): Wording {
  const read = readTyped(field, text, language.value, context)
  return read.flaw?.message ?? notAnAnswer(field.label, text)
}

/**
 * Errors by the row they stand in (`<table>/<row key>`), each row's by pointer. A row whose errors are what they were keeps
 * its map, so it is not drawn again.
 */
export function errorsByRow(
  errors: readonly FormError[],
  before: ReadonlyMap<string, ErrorTexts>,
): ReadonlyMap<string, ErrorTexts> {
  const rows = new Map<string, Map<string, string[]>>()
  for (const { pointer, text } of errors) {
    const { table, rowKey } = targetOf(pointer)
    if (table === undefined || rowKey === undefined) continue
    const at = `${table}/${rowKey}`
    const row = rows.get(at) ?? new Map<string, string[]>()
    rows.set(at, row)
    row.set(pointer, [...(row.get(pointer) ?? []), text])
  }
  return new Map(
    Array.from(rows, ([at, texts]) => {
      const old = before.get(at)
      return [at, old !== undefined && sameTexts(old, texts) ? old : texts] as const
    }),
  )
}

function sameTexts(one: ErrorTexts, other: ErrorTexts): boolean {
  if (one.size !== other.size) return false
  for (const [pointer, texts] of one) if (texts.join('\n') !== other.get(pointer)?.join('\n')) return false
  return true
}
