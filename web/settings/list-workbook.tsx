/** The parts of loading a list by workbook: the two buttons, what the file was found to do, and what came of it. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Wording } from '../../functions/schema/wording.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { WorkbookCounts, WorkbookErrors } from '../controls/workbook-findings.tsx'
import { say } from '../wording/language.ts'
import { listWorkbookWording as words } from '../wording/settings.ts'
import { workbookWording } from '../wording/workbook.ts'
import { type ListWorkbook, useListWorkbook, type WorkbookList } from './use-list-workbook.ts'
import './settings.css'

/** What is being done, then what came of it. */
export function ListNews({ workbook: { told, busy } }: { workbook: ListWorkbook }) {
  if (busy !== undefined) return <p role="status">{say(busy)}</p>
  if (told === undefined) return null
  return (
    <p class={`panel ${told.tone}`} role="alert">
      {told.text}
    </p>
  )
}

export function ListButtons({ workbook, list }: { workbook: ListWorkbook; list: WorkbookList }) {
  const input = useRef<HTMLInputElement>(null)
  const take = (file: File | undefined) => {
    if (file !== undefined) void workbook.check(list, file)
    // The same file, corrected, must be seen as a change.
    if (input.current) input.current.value = ''
  }
  return (
    <div class="cluster list-buttons">
      <button
        type="button"
        class="button small"
        aria-label={`${say(words.download)}: ${list.name}`}
        onClick={() => void workbook.download(list)}
      >
        {say(words.download)}
      </button>
      <label class="button small file-button">
        {say(words.upload)}
        <input
          ref={input}
          class="unseen"
          type="file"
          accept=".xlsx,.ods,.csv,text/csv"
          aria-label={`${say(words.upload)}: ${list.name}`}
          onChange={(event) => take(event.currentTarget.files?.[0])}
        />
      </label>
    </div>
  )
}

/** What the file would change, in words of its list. */
export type ShowChanges = (preview: WorkbookPreview) => ComponentChildren
type FoundProps = { workbook: ListWorkbook; confirmWords: Wording; changes?: ShowChanges | undefined }

export function FoundInList({ workbook, confirmWords, changes: show }: FoundProps) {
  const { upload } = workbook
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [upload?.preview])
  if (upload === undefined) return null
  const { list, name, preview } = upload
  const { added, changed, removed, wrong, blank } = preview.counts
  const sound = wrong + blank === 0
  const changes = added + changed + removed > 0
  return (
    <div class="card">
      <h2 ref={title} tabIndex={-1}>
        {list.name}: {name}
      </h2>
      <WorkbookCounts preview={preview} />
      {changes && show?.(preview)}
      {preview.errors.length > 0 && <WorkbookErrors preview={preview} hint={words.correctFirst} />}
      {sound && !changes && <p>{say(words.same)}</p>}
      <div class="cluster">
        {sound && changes && (
          <button
            type="button"
            class="button main"
            disabled={workbook.busy !== undefined}
            onClick={() => void workbook.confirm(upload)}
          >
            {say(confirmWords)}
          </button>
        )}
        <button type="button" class="button quiet" onClick={workbook.cancel}>
          {say(workbookWording.cancel)}
        </button>
      </div>
    </div>
  )
}

type DoorProps = {
  readonly list: WorkbookList
  readonly lead: Wording
  readonly reload: () => void
  readonly changes?: ShowChanges
}

/** On a page whose list can be changed by hand as well: folded away until it is wanted. */
export function ListWorkbookDoor(props: DoorProps) {
  const [open, setOpen] = useState(false)
  return (
    <details class="card door" onToggle={() => setOpen(true)}>
      <summary>{say(words.door)}</summary>
      {open && <ListWorkbookPanel {...props} />}
    </details>
  )
}

export function ListWorkbookPanel({ list, lead, reload, changes }: DoorProps) {
  const workbook = useListWorkbook({ loaded: words.loaded, reload })
  return (
    <>
      <p>{say(lead)}</p>
      <p class="hint">{say(workbookWording.limits)}</p>
      <ListButtons workbook={workbook} list={list} />
      <ListNews workbook={workbook} />
      <FoundInList workbook={workbook} confirmWords={words.confirm} changes={changes} />
    </>
  )
}
