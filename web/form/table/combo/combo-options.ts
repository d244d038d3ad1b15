/**
 * What a combo box offers for a choice cell, and in which order for what is typed. A name that is the typed text comes first,
 * then names that begin with it, then those in which a word begins with it, then those that hold it. The only one in
 * which a word begins so is marked; among several nothing is, since Enter must never store a choice that was not meant.
 */
import { choicesOf } from '../../../../functions/schema/answers/choices.ts'
import type { AnswerContext } from '../../../../functions/schema/answers/context.ts'
import { folded } from '../../../../functions/schema/fields/grammar/folded.ts'
import type { Absence, Choice, Field, ReferenceEntry } from '../../../../functions/schema/form.ts'
import { formatAbsence } from '../../../../functions/schema/formats.ts'
import type { Language } from '../../../../functions/schema/wording.ts'

export type ChoiceField = Extract<Field, { type: 'choice' | 'choices' }>
export type ComboOption = {
  readonly value: string | { readonly absent: Absence }
  readonly label: string
  /** Shown beside the label where people know it: `DAU`, `53.71.01.1009`, not a word of ours. */
  readonly code: string | undefined
  /** What else helps to choose: a budget's ceiling. */
  readonly note?: string | undefined
  /** Is it in the list of this agency? */
  readonly known: boolean
  /** Code, labels and aliases, each normalised. */
  readonly names: readonly string[]
}

/** All that may be chosen; `chosen` come first, also those that are in no list. */
export function comboOptions(
  field: ChoiceField,
  chosen: readonly string[],
  { context, language }: { readonly context: AnswerContext; readonly language: Language },
): readonly ComboOption[] {
  const listed = choicesOf(field, context).map((choice) => optionOf(choice, language))
  const byValue = new Map(listed.map((option) => [option.value, option]))
  const first = chosen.map((value) => byValue.get(value) ?? strangerOption(value))
  const absences = (field.absences ?? []).map((absent): ComboOption => {
    const label = formatAbsence(absent, language)
    return { value: { absent }, label, code: undefined, known: true, names: [folded(label)] }
  })
  return [...first, ...listed.filter((option) => !first.includes(option)), ...absences]
}

function optionOf(choice: Choice, language: Language): ComboOption {
  const { aliases = [] } = choice as ReferenceEntry
  const { value, label } = choice
  const isCode = /[0-9A-Z]/.test(value) && !folded(label[language]).includes(folded(value))
  return {
    value,
    label: label[language],
    code: isCode ? value : undefined,
    known: true,
    names: [value, label.id, label.en, ...aliases].map(folded),
  }
}

function strangerOption(value: string): ComboOption {
  return { value, label: value, code: undefined, known: false, names: [folded(value)] }
}

export type Fitting = { readonly options: readonly ComboOption[]; readonly best: ComboOption | undefined }

/** The options that fit a text, best first. */
export function fittingOptions(options: readonly ComboOption[], text: string): Fitting {
  const wanted = folded(text)
  if (wanted === '') return { options, best: undefined }
  const ranked = options
    .map((option) => ({ option, rank: Math.min(...option.names.map((name) => rankOf(name, wanted))) }))
    .filter(({ rank }) => rank < noFit)
    .sort((a, b) => a.rank - b.rank)
  const [first, second] = ranked
  // That a name holds the text in the midst of a word is no rival to one in which a word begins with it.
  const alone = second === undefined || (second.rank === inWord && first?.rank !== inWord)
  const best = alone ? first?.option : undefined
  return { options: ranked.map(({ option }) => option), best }
}

const inWord = 3
export const noFit = 4

export function rankOf(name: string, wanted: string): number {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`)) return 2
  return name.replace(/ /g, '').includes(wanted.replace(/ /g, '')) ? inWord : noFit
}
