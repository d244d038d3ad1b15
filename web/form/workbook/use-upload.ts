/**
 * The steps of an upload: chosen, checked by the server, confirmed. The draft is saved before the file is compared with it, so
 * that the preview speaks of what is on the page.
 */
import { type Signal, signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { type AnswerChanges, decided, undecided } from '../../../functions/rules/workbook-choices.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { maxWorkbookBytes } from '../../../functions/schema/workbook-limits.ts'
import { sayFailure } from '../../api/problem.ts'
import type { Work } from '../../api/work.ts'
import { fetchNotedWorkbook, fetchTemplate, noteTaken, previewWorkbook } from '../../api/workbook.ts'
import { say } from '../../wording/language.ts'
import { workbookWording as words } from '../../wording/workbook.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import type { FormModel } from '../form-model.ts'
import { mergeAnswers } from '../model/merge-answers.ts'
import { editsOf } from './edits-of.ts'
import { packFile } from './pack-file.ts'
import { saveFile } from './save-file.ts'

export type UploadState =
  | { readonly step: 'idle' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'failed'; readonly name: string; readonly why: string }
  | { readonly step: 'found'; readonly name: string; readonly packed: Blob; readonly preview: WorkbookPreview }
  | {
      readonly step: 'done'
      readonly preview: WorkbookPreview
      readonly counts: Done
      readonly from: Answers
      readonly to: Answers
    }
  /** `kept`: places that were changed again since and stay. */
  | { readonly step: 'undone'; readonly kept: number }

/** What went into the draft, counted. */
export type Done = {
  readonly added: number
  readonly changed: number
  readonly removed: number
  readonly fields: number
}
export type Choices = {
  readonly options: ReadonlyMap<string, number>
  readonly without: ReadonlySet<string>
  readonly keeping: ReadonlySet<string>
  readonly removing: boolean
}
const proposed: Choices = { options: new Map(), without: new Set(), keeping: new Set(), removing: true }

export type Upload = {
  readonly state: Signal<UploadState>
  readonly choices: Signal<Choices>
  /** A file is being made for download. */
  readonly busy: Signal<boolean>
  readonly failure: Signal<string | undefined>
  download(): Promise<void>
  check(file: File): Promise<void>
  /** The same file without these sheets. */
  readWithout(sheets: readonly string[]): Promise<void>
  confirm(): void
  downloadNoted(): Promise<void>
  undo(): void
  reset(): void
}

export type UploadParts = { readonly work: Work; readonly session: DraftSession; readonly model: FormModel }

export function useUpload(parts: UploadParts): Upload {
  return useMemo(() => createUpload(parts), [parts.session])
}

function createUpload({ work, session, model }: UploadParts): Upload {
  const state = signal<UploadState>({ step: 'idle' })
  const busy = signal(false)
  const failure = signal<string | undefined>(undefined)
  const choices = signal(proposed)
  async function whileBusy(get: () => Promise<Blob>, name: string): Promise<void> {
    busy.value = true
    failure.value = undefined
    try {
      saveFile(await get(), name)
    } catch (error) {
      failure.value = sayFailure(error)
    } finally {
      busy.value = false
    }
  }
  async function check(file: File): Promise<void> {
    const { name } = file
    const fail = (why: string) => {
      state.value = { step: 'failed', name, why }
    }
    failure.value = undefined
    if (file.size > maxWorkbookBytes) return fail(say(words.tooLarge))
    state.value = { step: 'checking', name }
    try {
      const packed = await packFile(file)
      if (packed === undefined) return fail(say(words.staysTooLarge))
      await look(name, packed)
    } catch (error) {
      fail(sayFailure(error))
    }
  }
  async function look(name: string, packed: Blob, without: readonly string[] = []): Promise<void> {
    await session.flush()
    const preview = await previewWorkbook(work, packed, without)
    choices.value = proposed
    state.value = { step: 'found', name, packed, preview }
  }
  /** Saves, then tells the server what its file last gave. Without it the next upload only asks more. */
  async function remember({ file }: WorkbookPreview): Promise<void> {
    await session.flush()
    if (file === null || file.offer === null) return
    await noteTaken(work, { download: file.download, offer: file.offer }).catch(() => undefined)
  }
  return {
    state,
    choices,
    busy,
    failure,
    check,
    download: () =>
      whileBusy(async () => {
        await session.flush()
        return fetchTemplate(work)
      }, `${work.form}-${work.agency}.xlsx`),
    downloadNoted: async () => {
      const found = state.peek()
      if (found.step !== 'found') return
      await whileBusy(() => fetchNotedWorkbook(work, found.packed), `${withoutEnding(found.name)}-catatan.xlsx`)
    },
    readWithout: async (sheets) => {
      const found = state.peek()
      if (found.step !== 'found') return
      state.value = { step: 'checking', name: found.name }
      try {
        await look(found.name, found.packed, sheets)
      } catch (error) {
        state.value = { step: 'failed', name: found.name, why: sayFailure(error) }
      }
    },
    confirm: () => {
      const found = state.peek()
      if (found.step !== 'found' || undecided(found.preview, choices.peek()).length > 0) return
      const changes = chosenChanges(found.preview, choices.peek())
      const from = model.answers.peek()
      model.edit(...editsOf(changes, model))
      state.value = { step: 'done', preview: found.preview, counts: countsOf(changes), from, to: model.answers.peek() }
      void remember(found.preview)
    },
    undo: () => {
      const done = state.peek()
      if (done.step !== 'done') return
      const { merged, clashes } = mergeAnswers(done.to, model.answers.peek(), done.from)
      model.edit({ do: 'replace', answers: merged })
      state.value = { step: 'undone', kept: clashes.length }
      void remember(done.preview)
    },
    reset: () => {
      state.value = { step: 'idle' }
      failure.value = undefined
    },
  }
}

/** What is confirmed by these choices. */
export function chosenChanges(preview: WorkbookPreview, choices: Choices): AnswerChanges {
  const tables = choices.removing ? preview.tables : preview.tables.map((table) => ({ ...table, removed: [] }))
  return decided({ ...preview, tables }, choices)
}

export function countsOf({ fields, tables }: AnswerChanges): Done {
  const sum = (count: (table: AnswerChanges['tables'][number]) => number) =>
    tables.reduce((all, table) => all + count(table), 0)
  return {
    added: sum(({ added }) => added.length),
    changed: sum(({ changed }) => changed.filter(({ cells }) => Object.keys(cells).length > 0).length),
    removed: sum(({ removed }) => removed.length),
    fields: Object.keys(fields).length,
  }
}

function withoutEnding(name: string): string {
  return name.replace(/(-catatan)?\.[^.]*$/, '')
}
