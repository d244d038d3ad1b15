/**
 * The steps of an upload: chosen, checked by the server, confirmed. The draft is saved before the file is compared with it, so
 * that the preview speaks of what is on the page.
 */
import { type Signal, signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { maxWorkbookBytes } from '../../../functions/schema/workbook-limits.ts'
import { sayFailure } from '../../api/problem.ts'
import type { Work } from '../../api/work.ts'
import { fetchNotedWorkbook, fetchTemplate, previewWorkbook } from '../../api/workbook.ts'
import { say } from '../../wording/language.ts'
import { workbookWording as words } from '../../wording/workbook.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import type { FormModel } from '../form-model.ts'
import { editsOf } from './apply-preview.ts'
import { packFile } from './pack-file.ts'
import { saveFile } from './save-file.ts'

export type UploadState =
  | { readonly step: 'idle' }
  | { readonly step: 'checking'; readonly name: string }
  | { readonly step: 'failed'; readonly name: string; readonly why: string }
  | { readonly step: 'found'; readonly name: string; readonly packed: Blob; readonly preview: WorkbookPreview }
  | { readonly step: 'done'; readonly preview: WorkbookPreview; readonly removing: boolean }
  | { readonly step: 'undone' }

export type Upload = {
  readonly state: Signal<UploadState>
  /** A file is being made for download. */
  readonly busy: Signal<boolean>
  readonly failure: Signal<string | undefined>
  download(): Promise<void>
  check(file: File): Promise<void>
  confirm(removing: boolean): void
  downloadNoted(): Promise<void>
  undo(): void
  reset(): void
}

export type UploadParts = { readonly work: Work; readonly session: DraftSession; readonly model: FormModel }

export function useUpload(parts: UploadParts): Upload {
  return useMemo(() => createUpload(parts), [parts.session])
}

export function createUpload({ work, session, model }: UploadParts): Upload {
  const state = signal<UploadState>({ step: 'idle' })
  const busy = signal(false)
  const failure = signal<string | undefined>(undefined)
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
      await session.flush()
      state.value = { step: 'found', name, packed, preview: await previewWorkbook(work, packed) }
    } catch (error) {
      fail(sayFailure(error))
    }
  }
  return {
    state,
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
    confirm: (removing) => {
      const found = state.peek()
      if (found.step !== 'found') return
      model.edit(...editsOf(found.preview, model, removing))
      void session.flush()
      state.value = { step: 'done', preview: found.preview, removing }
    },
    undo: () => {
      model.undo()
      void session.flush()
      state.value = { step: 'undone' }
    },
    reset: () => {
      state.value = { step: 'idle' }
      failure.value = undefined
    },
  }
}

function withoutEnding(name: string): string {
  return name.replace(/(-catatan)?\.[^.]*$/, '')
}
