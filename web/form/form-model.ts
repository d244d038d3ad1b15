/**
 * What the form page knows: the definition, the answers, the texts that are no answers yet, errors and comments by pointer,
 * and which row is open. Components read signals, so a keystroke draws its own row and nothing else.
 */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import { measureCompleteness } from '../../functions/schema/answers/completeness.ts'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import { settleCells } from '../../functions/schema/answers/settle-cells.ts'
import type { Answers, Cells, Row, Value } from '../../functions/schema/answers.ts'
import type { FormDefinition, Table } from '../../functions/schema/form.ts'
import type { DraftSession } from './draft/draft-port.ts'
import { type Change, type Edit, editAnswers } from './model/edit-answers.ts'
import { type FormError, findErrors, type ServerError } from './model/find-errors.ts'
import { same } from './model/merge-answers.ts'
import { type Place, pointerOf, targetOf } from './model/place.ts'
import { withPrefill } from './model/refill.ts'

export type Texts = Readonly<Record<string, string>>
export type FormModel = {
  readonly definition: FormDefinition
  readonly context: ReadonlySignal<AnswerContext>
  readonly answers: ReadonlySignal<Answers>
  /** Texts that could not be read as answers, by pointer. */
  readonly typed: ReadonlySignal<Texts>
  /** Settled header cells: what conditions of rows look at. */
  readonly header: ReadonlySignal<Cells>
  readonly completeness: ReadonlySignal<ReturnType<typeof measureCompleteness>>
  /** Set once the person has asked to check; from then on errors follow the typing. */
  readonly checked: Signal<boolean>
  readonly serverErrors: Signal<readonly ServerError[]>
  readonly errors: ReadonlySignal<readonly FormError[]>
  readonly errorsAt: ReadonlySignal<ReadonlyMap<string, readonly string[]>>
  readonly comments: ReadonlyMap<string, readonly string[]>
  /** Which group of a fixed table and which row's edit view are open, by table. */
  readonly openGroups: Signal<Texts>
  readonly openRows: Signal<Texts>
  /** The pointer that is to take the focus, until it has it; see focus-pointer.ts. A windowed list shows its row meanwhile. */
  readonly sought: Signal<string | undefined>
  set(place: Place, value: Value | undefined, unreadable?: string): void
  setMany(changes: readonly (Change & { readonly unreadable?: string })[]): void
  edit(edit: Edit): void
  /** All errors as of this very moment. */
  check(): readonly FormError[]
}

const calmMilliseconds = 300

export type FormParts = {
  readonly definition: FormDefinition
  readonly context: ReadonlySignal<AnswerContext>
  readonly session: DraftSession
  readonly typed: Texts
  readonly comments: ReadonlyMap<string, readonly string[]>
}

export function createFormModel({ definition, context, session, typed: found, comments }: FormParts): FormModel {
  const { answers } = session
  const typed = signal<Texts>(found)
  const calm = signal<Answers>(answers.peek())
  const checked = signal(false)
  const serverErrors = signal<readonly ServerError[]>([])
  const header = keeping(() => settleCells(definition.fields, answers.value.fields).cells)
  const errors = computed(() =>
    findErrors({
      definition,
      answers: checked.value ? calm.value : undefined,
      typed: typed.value,
      context: context.value,
      server: serverErrors.value,
    }),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  function change(next: Answers, texts: Texts): void {
    typed.value = texts
    session.change(next, texts)
  }
  // Also a merge changes the answers, without an edit of ours.
  answers.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      calm.value = answers.peek()
    }, calmMilliseconds)
  })
  const setMany: FormModel['setMany'] = (changes) => {
    const filled = changes.reduce((next, each) => {
      const edited = editAnswers(next, { do: 'set', changes: [each] })
      return withPrefill(definition, next, edited, each.place, context.peek())
    }, answers.peek())
    change(filled, textsAfter(typed.peek(), changes))
    serverErrors.value = serverErrors
      .peek()
      .filter(({ pointer }) => !changes.some(({ place }) => pointerOf(place) === pointer))
  }
  return {
    definition,
    context,
    answers,
    typed,
    header,
    completeness: computed(() => measureCompleteness(definition, calm.value, context.value)),
    checked,
    serverErrors,
    errors,
    errorsAt: keeping(() => byPointer(errors.value)),
    comments,
    openGroups: signal<Texts>({}),
    openRows: signal<Texts>({}),
    sought: signal<string | undefined>(undefined),
    set: (place, value, unreadable) => setMany([{ place, value, ...(unreadable === undefined ? {} : { unreadable }) }]),
    setMany,
    edit: (edit) => change(editAnswers(answers.peek(), edit), textsLeft(typed.peek(), edit)),
    check: () => {
      checked.value = true
      serverErrors.value = []
      calm.value = answers.peek()
      return errors.value
    },
  }
}

/** A computed value that keeps its identity while its content is the same. */
function keeping<T>(compute: () => T): ReadonlySignal<T> {
  let kept: T | undefined
  return computed(() => {
    const next = compute()
    if (kept === undefined || !sameContent(kept, next)) kept = next
    return kept
  })
}

function sameContent(a: unknown, b: unknown): boolean {
  return a instanceof Map && b instanceof Map ? same([...a], [...b]) : same(a, b)
}

function textsAfter(texts: Texts, changes: readonly { place: Place; unreadable?: string }[]): Texts {
  const next: Record<string, string> = { ...texts }
  for (const { place, unreadable } of changes) {
    if (unreadable === undefined) delete next[pointerOf(place)]
    else next[pointerOf(place)] = unreadable
  }
  return next
}

/** Texts of a removed row go with it. */
function textsLeft(texts: Texts, edit: Edit): Texts {
  if (edit.do !== 'remove-row') return texts
  const row = `/rows/${edit.table}/${edit.rowKey}/`
  return Object.fromEntries(Object.entries(texts).filter(([pointer]) => !pointer.startsWith(row)))
}

function byPointer(errors: readonly FormError[]): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>()
  for (const { pointer, text } of errors) map.set(pointer, [...(map.get(pointer) ?? []), text])
  return map
}

/** The table and row that a pointer names, where there are any. */
export function rowAt(model: FormModel, pointer: string): { table: Table; row: Row; index: number } | undefined {
  const { table: id, rowKey } = targetOf(pointer)
  const table = model.definition.tables.find((each) => each.id === id)
  if (table === undefined || rowKey === undefined) return undefined
  const rows = model.answers.peek().rows[table.id] ?? []
  const index = rows.findIndex((row) => row.rowKey === rowKey)
  const row = rows[index]
  return row === undefined ? undefined : { table, row, index }
}

export const FormContext = createContext<FormModel | undefined>(undefined)

/** The form that the component stands in. */
export function useForm(): FormModel {
  const model = useContext(FormContext)
  if (model === undefined) throw new Error('a field stands outside of a form')
  return model
}
