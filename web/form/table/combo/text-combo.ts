/**
 * The combo box of a text that a list suggests: a sub kegiatan by code or name, a unit of measure. What is typed is the answer, letter
 * by letter; an option takes its place when it is picked, or is the only one that fits a text which cannot be an answer. What
 * the agency has money for comes first. It is fetched when such a field is first used.
 */
import { computed, signal } from '@preact/signals'
import { choicesOf, kept } from '../../../../functions/schema/answers/choices.ts'
import { folded } from '../../../../functions/schema/fields/grammar/folded.ts'
import type { Choice, Field, ReferenceEntry } from '../../../../functions/schema/form.ts'
import { formatRupiah } from '../../../../functions/schema/formats.ts'
import type { Language } from '../../../../functions/schema/wording.ts'
import { comboWording as words } from '../../../wording/combo.ts'
import { language } from '../../../wording/language.ts'
import type { FormModel } from '../../form-model.ts'
import { type Place, pointerOf } from '../../model/place.ts'
import { noteReading } from '../../model/reader.ts'
import { type ComboOption, noFit, rankOf } from './combo-options.ts'
import type { Combo } from './combo-port.ts'

type Parts = {
  readonly model: FormModel
  readonly field: Field
  readonly place: Place
  /** The text that stands in the input; `typed`: somebody has begun to change it. */
  readonly text: string
  readonly typed: boolean
  /** An option was picked: editing is over. */
  done(): void
}

type Listed = ComboOption & { readonly first: boolean; readonly words: string }

const pageOptions = 8
const byLanguage: Record<Language, WeakMap<readonly Choice[], readonly Listed[]>> = {
  id: new WeakMap(),
  en: new WeakMap(),
}

export function createTextCombo({ model, field, place, text: initial, typed: begun, done }: Parts): Combo {
  const text = signal(initial)
  const edited = signal(begun)
  const moved = signal<Listed | undefined>(undefined)
  const options = computed(() => {
    const listed = choicesOf(field, model.context.value)
    return kept(byLanguage[language.value], listed, () => listed.map((choice) => optionOf(choice, language.peek())))
  })
  const shown = computed(() => (edited.value ? fittingTexts(options.value, text.value) : moneyFirst(options.value)))
  const marked = computed(() => {
    if (moved.value !== undefined) return moved.value
    if (!edited.value) return shown.value.find(({ value }) => value === text.value)
    return shown.value.length === 1 && !mayStand(field, text.value) ? shown.value[0] : undefined
  })
  const take = (option: ComboOption) => {
    noteReading(pointerOf(place))
    model.set(place, option.value)
  }
  const move = (step: number) => {
    const all = shown.peek()
    const at = marked.peek() === undefined ? -1 : all.indexOf(marked.peek() as Listed)
    moved.value = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.max(0, Math.min(all.length - 1, at + step))]
  }
  return {
    many: false,
    free: field.type === 'text',
    text,
    shown,
    marked,
    chosen: signal(new Set()),
    flaw: signal(undefined),
    type: (typed) => {
      if (typed === text.peek()) return
      text.value = typed
      edited.value = true
      moved.value = undefined
    },
    pick: (option) => {
      take(option)
      done()
    },
    press: ({ key }) => {
      if (key === 'Enter' || key === 'Tab') {
        const option = marked.peek()
        if (option !== undefined && (edited.peek() || moved.peek() !== undefined)) take(option)
        return false
      }
      const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: pageOptions, PageUp: -pageOptions }
      const step = steps[key]
      if (step === undefined || shown.peek().length === 0) return false
      move(step)
      return true
    },
    leave: () => undefined,
  }
}

function optionOf(choice: Choice, now: Language): Listed {
  const { value, label } = choice
  const { aliases = [], facts = {} } = choice as ReferenceEntry
  const names = [value, label.id, label.en, ...aliases].map(folded)
  const ceiling = facts.paguSipd === undefined ? undefined : Number(facts.paguSipd)
  return {
    value,
    label: label[now],
    code: label[now] === value ? undefined : value,
    note: ceiling === undefined ? undefined : ceiling > 0 ? formatRupiah(ceiling, now) : words.bare[now],
    known: true,
    names,
    first: ceiling !== undefined && ceiling > 0,
    words: ` ${names.join(' ')}`,
  }
}

const moneyFirst = (options: readonly Listed[]) =>
  options.some(({ first }) => first)
    ? [...options.filter(({ first }) => first), ...options.filter(({ first }) => !first)]
    : options

/** All words of the text begin words of the option, in any order; or the text stands in one of its names. */
function fittingTexts(options: readonly Listed[], text: string): readonly Listed[] {
  const wanted = folded(text)
  if (wanted === '') return moneyFirst(options)
  // Parts of a code count only together.
  const parts = /[a-z]/.test(wanted) ? wanted.split(' ').map((part) => ` ${part}`) : []
  const ranked = options.flatMap((option) => {
    const alone = Math.min(...option.names.map((name) => rankOf(name, wanted)))
    const fits = alone < noFit || (parts.length > 1 && parts.every((part) => option.words.includes(part)))
    return fits ? [{ option, exact: alone === 0 ? 0 : 1, first: option.first ? 0 : 1, alone }] : []
  })
  ranked.sort((a, b) => a.exact - b.exact || a.first - b.first || a.alone - b.alone)
  return ranked.map(({ option }) => option)
}

/** Can this text be the answer as it is? A unit of measure can; a name in a code's cell cannot. */
function mayStand(field: Field, text: string): boolean {
  if (field.type !== 'text') return false
  return field.pattern === undefined || new RegExp(`^(?:${field.pattern.source})$`).test(text.trim())
}
