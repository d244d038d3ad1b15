/**
 * What the form page knows: the definition, the answers, errors and comments by pointer, what can be undone, and which row
 * is open. Components read signals, so a keystroke draws its own row and nothing else.
 */

import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Problems } from '../../functions/rules/problems.ts'
import type { Measured } from '../../functions/schema/answers/completeness.ts'
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import { settleHeader } from '../../functions/schema/answers/settle-cells.ts'
import type { Unreadable } from '../../functions/schema/answers/unreadable.ts'
import type { AnswerError, Answers, Cells, Row, Value } from '../../functions/schema/answers.ts'
import type { FormDefinition, Table } from '../../functions/schema/form.ts'
import type { DraftSession } from './draft/draft-port.ts'
import { type Found, type LiveFinding, nothingFound } from './findings/live-finding.ts'
import { type Change, type Edit, editAnswers } from './model/edit-answers.ts'
import type { ErrorTexts, FormError, ServerError } from './model/form-error.ts'
import { createHistory, type History, type Restored } from './model/history.ts'
import { inspect } from './model/inspect.ts'
import { keeping } from './model/keeping.ts'
import { type Place, pointerOf, targetOf } from './model/place.ts'
import { reader, whenRead } from './model/reader.ts'
import { refillOr } from './model/refilling.ts'
import type { Replies } from './review/replies.ts'

/** The checks at work on a form; they are fetched when the page has time. */
export type Checks = {
  /** All as of this very moment. */
  now(): void
  /** Refused as the server refuses it. */
  explain(finding: LiveFinding, text: string): Promise<void>
  /** Draws what was found about one cell; it comes with the checks. */
  readonly Findings: ComponentType<{ readonly model: FormModel; readonly findings: readonly LiveFinding[] }>
}

export type Texts = Readonly<Record<string, string>>
export type Cut = { readonly pointer: string; readonly letters: number }

/** The longest text that the server keeps in one answer. */
export const longestText = 5_000

export type FormModel = {
  readonly definition: FormDefinition
  readonly context: ReadonlySignal<AnswerContext>
  /** A text that could not be read as an answer stands in the answer's place (schema/answers/unreadable.ts). */
  readonly answers: ReadonlySignal<Answers>
  /** Settled header cells: what conditions of rows look at. */
  readonly header: ReadonlySignal<Cells>
  /** Not known before the rules are there. */
  readonly completeness: ReadonlySignal<Measured | undefined>
  /** Texts that are no answers yet; none is known before there is a reader. */
  readonly unreadable: ReadonlySignal<readonly Unreadable[]>
  /** Set once the person has asked to check; from then on errors follow the typing. */
  readonly checked: Signal<boolean>
  /** Set once the person wants to see what is wrong, though not yet what is missing. */
  readonly reviewed: Signal<boolean>
  readonly serverErrors: Signal<readonly ServerError[]>
  readonly errors: ReadonlySignal<readonly FormError[]>
  readonly errorsAt: ReadonlySignal<ErrorTexts>
  /** By `<table>/<row key>`; a row's map keeps its identity while its errors stay the same. */
  readonly errorsIn: ReadonlySignal<ReadonlyMap<string, ErrorTexts>>
  /** What the validator says of the answers, whether it is shown or not. */
  readonly flaws: ReadonlySignal<readonly AnswerError[]>
  /** What the accuracy checks say; they set both once they have been fetched. */
  readonly found: Signal<Found>
  readonly checks: Signal<Checks | undefined>
  /** All that stands between the form and being done; set with the checks. */
  readonly problems: Signal<Problems | undefined>
  readonly comments: ReadonlyMap<string, readonly string[]>
  /** Answers to these comments; absent when nothing was returned. */
  readonly replies: Replies | undefined
  /** Which group of a fixed table and which row's edit view are open, by table. */
  readonly openGroups: Signal<Texts>
  readonly openRows: Signal<Texts>
  /** The pointer that is to take the focus, until it has it; see focus-pointer.ts. A windowed list shows its row meanwhile. */
  readonly sought: Signal<string | undefined>
  readonly history: Pick<History, 'canUndo' | 'canRedo' | 'open'>
  /** The last text that was longer than the server keeps: where, and how many letters stayed out. */
  readonly cut: ReadonlySignal<Cut | undefined>
  set(place: Place, value: Value | undefined): void
  setMany(changes: readonly Change[]): void
  /** Several edits are one step back. */
  edit(...edits: readonly Edit[]): void
  /** Takes back the last step, or does it again, and says where; `undefined` when there is none. */
  undo(): string | undefined
  redo(): string | undefined
  /** An answer is finished: what follows is another step, and its row is judged at once. */
  seal(): void
  /** Shows what is wrong so far, as of this very moment. */
  review(): Promise<void>
  /** All errors as of this very moment. */
  check(): Promise<readonly FormError[]>
}

export type FormParts = {
  readonly definition: FormDefinition
  readonly context: ReadonlySignal<AnswerContext>
  readonly session: DraftSession
  readonly comments: ReadonlyMap<string, readonly string[]>
  readonly replies?: Replies | undefined
}

export function createFormModel({ definition, context, session, comments, replies }: FormParts): FormModel {
  const { answers } = session
  const checked = signal(false)
  const reviewed = signal(false)
  const serverErrors = signal<readonly ServerError[]>([])
  const header = computed(() => settleHeader(definition, answers.value, context.value).cells)
  const inspection = inspect({ definition, answers, context })
  const found = signal(nothingFound)
  const flaws = () => [...inspection.flaws.value, ...found.value.blocking]
  const checks = signal<Checks | undefined>(undefined)
  let texts: FormModel['unreadable'] | undefined
  const unreadable = computed(() => {
    texts ??= reader.value?.readTexts({ definition, answers, context })
    return texts?.value ?? []
  })
  const errors = computed(
    () =>
      reader.value?.findErrors({
        unreadable: unreadable.value,
        flaws: checked.value ? flaws() : reviewed.value ? wrongOnly(flaws()) : [],
        server: serverErrors.value,
        context: context.value,
      }) ?? [],
  )
  let byRow: ReadonlyMap<string, ErrorTexts> = new Map()
  const cut = signal<Cut | undefined>(undefined)
  const history = createHistory(session.merge)
  function take(next: Answers, pointer: string, group?: string): void {
    const from = answers.peek()
    if (next === from) return
    history.record({ from, to: next, pointer, group })
    session.change(next)
  }
  function edit(edits: readonly Edit[], group?: string): void {
    const before = answers.peek()
    const after = edits.reduce(editAnswers, before)
    const places = edits.flatMap((each) => (each.do === 'set' ? each.changes.map(({ place }) => place) : []))
    const from = history.from(group) ?? before
    const fill = (refill: ReturnType<typeof refillOr>, to: Answers) =>
      take(refill?.(definition, { from, before, after: to }, places, context.peek()) ?? to, firstOf(edits), group)
    fill(
      refillOr((refill) => fill(refill, answers.peek())),
      after,
    )
    if (serverErrors.peek().length === 0) return
    const touched = new Set(places.map(pointerOf))
    serverErrors.value = serverErrors.peek().filter(({ pointer }) => !touched.has(pointer))
  }
  function restore(restored: Restored | undefined): string | undefined {
    if (restored !== undefined) session.change(restored.answers)
    return restored?.pointer
  }
  return {
    definition,
    context,
    answers,
    header,
    completeness: inspection.completeness,
    unreadable,
    checked,
    reviewed,
    serverErrors,
    errors,
    errorsAt: keeping(() => byPointer(errors.value)),
    errorsIn: computed(() => {
      byRow = reader.value?.errorsByRow(errors.value, byRow) ?? byRow
      return byRow
    }),
    flaws: inspection.flaws,
    found,
    checks,
    problems: signal<Problems | undefined>(undefined),
    comments,
    replies,
    openGroups: signal<Texts>({}),
    openRows: signal<Texts>({}),
    sought: signal<string | undefined>(undefined),
    history,
    cut,
    set: (place, value) => {
      const letters = typeof value === 'string' ? Math.max(0, value.length - longestText) : 0
      if (letters > 0) cut.value = { pointer: pointerOf(place), letters }
      else if (cut.peek()?.pointer === pointerOf(place)) cut.value = undefined
      const kept = letters > 0 ? String(value).slice(0, longestText) : value
      edit([{ do: 'set', changes: [{ place, value: kept }] }], pointerOf(place))
    },
    setMany: (changes) => edit([{ do: 'set', changes }]),
    edit: (...edits) => edit(edits),
    undo: () => restore(history.undo(answers.peek())),
    redo: () => restore(history.redo(answers.peek())),
    seal: () => {
      history.seal()
      inspection.soon()
    },
    review: async () => {
      await inspection.settled()
      reviewed.value = true
    },
    check: async () => {
      await Promise.all([inspection.now(), new Promise<void>(whenRead)])
      checks.peek()?.now()
      checked.value = true
      serverErrors.value = []
      return errors.value
    },
  }
}

const wrongOnly = (flaws: readonly AnswerError[]) => flaws.filter(({ code }) => code !== 'required')

/** Where the first of these edits happens. */
function firstOf(edits: readonly Edit[]): string {
  for (const each of edits) {
    if (each.do === 'set' && each.changes[0] !== undefined) return pointerOf(each.changes[0].place)
    if (each.do === 'insert-rows') return `/rows/${each.table}/${each.rows[0]?.rowKey}`
    if (each.do === 'remove-rows') return `/rows/${each.table}/${each.rowKeys[0]}`
  }
  return ''
}

function byPointer(errors: readonly FormError[]): ErrorTexts {
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
