/** What two versions of a form ask differently, in words that a coordinator and an operator understand. */

import { kindOf } from '../../schema/fields/kinds.ts'
import type { Choice, Field, FormDefinition } from '../../schema/form.ts'
import type { FormChange, MoveMapping } from '../../schema/version-move.ts'
import type { Wording } from '../../schema/wording.ts'
import { canonicalJson } from '../canonical-json.ts'
import { isSameType, type PartPair, pairsOf } from './form-pairs.ts'

/** In the order of the newer form; none: whoever answers notices nothing. */
export function formChanges(before: FormDefinition, after: FormDefinition, mapping?: MoveMapping): FormChange[] {
  return pairsOf(before, after, mapping).flatMap((part) => [...tableChanges(part), ...fieldChanges(part)])
}

function tableChanges({ before, after, isHeader }: PartPair): FormChange[] {
  if (isHeader) return []
  if (before === undefined && after !== undefined)
    return [{ kind: 'added', path: after.id, label: after.title, answers: 'new' }]
  if (before === undefined) return []
  if (after === undefined) return [{ kind: 'removed', path: before.id, label: before.title, answers: 'aside' }]
  const words = { path: after.id, label: after.title, before: before.title, after: after.title }
  const renamed = before.id !== after.id
  const titles: FormChange[] = renamed
    ? [{ kind: 'renamed', ...words, answers: 'carried' }]
    : differ(before.title, after.title)
      ? [{ kind: 'reworded', ...words, answers: 'kept' }]
      : []
  const rules = (table: typeof before) => ({ ...table, id: '', was: '', title: '', hint: '', fields: [] })
  if (!differ(rules(before), rules(after))) return titles
  return [...titles, { kind: 'rules', path: after.id, label: after.title, answers: 'kept' }]
}

function fieldChanges(part: PartPair): FormChange[] {
  // Of a table that is new or gone, the table says it all.
  if (!part.isHeader && (part.before === undefined || part.after === undefined)) return []
  return part.fields.flatMap((pair) => {
    const { before, after } = pair
    const table = part.after ?? part.before
    const place = (field: Field) => ({
      path: table === undefined ? field.id : `${table.id}.${field.id}`,
      label: field.label,
      ...(table === undefined ? {} : { table: table.title }),
    })
    if (before === undefined) return after === undefined ? [] : [{ kind: 'added', ...place(after), answers: 'new' }]
    if (after === undefined) return [{ kind: 'removed', ...place(before), answers: 'aside' }]
    const differences = differencesOf(before, after, isSameType(pair) ? 'kept' : 'left')
    return differences.map((difference) => ({ ...place(after), ...difference }))
  })
}

type Difference = Omit<FormChange, 'path' | 'label' | 'table'>

function differencesOf(before: Field, after: Field, answers: 'kept' | 'left'): Difference[] {
  const found: Difference[] = []
  const words = { before: before.label, after: after.label }
  if (before.id !== after.id)
    found.push({ kind: 'renamed', ...words, answers: answers === 'kept' ? 'carried' : answers })
  else if (differ(before.label, after.label)) found.push({ kind: 'reworded', ...words, answers })
  if (differ(before.hint, after.hint)) found.push({ kind: 'reworded', ...hints(before, after), answers })
  if (before.type !== after.type) {
    found.push({ kind: 'retyped', before: kindOf(before).expects, after: kindOf(after).expects, answers: 'left' })
    return found
  }
  if (differ(listOf(before), listOf(after))) found.push({ kind: 'choices', ...choicesMoved(before, after), answers })
  if (differ(rulesOf(before), rulesOf(after))) found.push({ kind: 'rules', answers })
  return found
}

const nothing: Wording = { id: 'tanpa penjelasan', en: 'no explanation' }

function hints(before: Field, after: Field): { before: Wording; after: Wording } {
  return { before: before.hint ?? nothing, after: after.hint ?? nothing }
}

function listOf(field: Field): unknown {
  return 'choices' in field ? field.choices : undefined
}

/** All else that decides what may be answered and when. */
function rulesOf(field: Field): unknown {
  return { ...field, id: '', was: '', label: '', hint: '', choices: '', personal: '', under: '' }
}

function choicesMoved(before: Field, after: Field): Pick<FormChange, 'choicesGone' | 'choicesNew'> {
  const [old, next] = [ownChoices(before), ownChoices(after)]
  const without = (all: readonly Choice[], others: readonly Choice[]) =>
    all
      .filter(({ value, label }) => !others.some((each) => each.value === value && !differ(each.label, label)))
      .map(({ label }) => label)
  const [choicesGone, choicesNew] = [without(old, next), without(next, old)]
  return {
    ...(choicesGone.length > 0 && { choicesGone }),
    ...(choicesNew.length > 0 && { choicesNew }),
  }
}

/** Of a list of the region, whose entries are not the form's, none. */
function ownChoices(field: Field): readonly Choice[] {
  return 'choices' in field && field.choices !== undefined && !('reference' in field.choices) ? field.choices : []
}

function differ(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? '') !== canonicalJson(b ?? '')
}
