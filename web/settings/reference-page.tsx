/** The region's reference lists: download one, change it in Excel, see what the file changes, put it in force. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { maxWorkbookBytes } from '../../functions/schema/workbook-limits.ts'
import { sayFailure } from '../api/problem.ts'
import {
  fetchReferenceLists,
  fetchReferenceWorkbook,
  loadReferences,
  type ReferenceSummary,
} from '../api/references.ts'
import { useResource } from '../api/resource.ts'
import { WorkbookCounts, WorkbookErrors } from '../controls/workbook-findings.tsx'
import { packFile } from '../form/workbook/pack-file.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { referenceWording as words } from '../wording/settings.ts'
import { workbookWording } from '../wording/workbook.ts'
import { BackToSettings } from './settings-page.tsx'
import './settings.css'

type Upload = {
  readonly list: ReferenceSummary
  readonly name: string
  readonly file: Blob
  readonly preview: WorkbookPreview
}

export function ReferencePage() {
  usePageTitle(say(words.title))
  const { value: lists, error, reload } = useResource('reference-lists', fetchReferenceLists)
  const [upload, setUpload] = useState<Upload>()
  const [told, setTold] = useState<{ tone: 'good' | 'bad'; text: string }>()
  const attempt = async (act: () => Promise<unknown>) => {
    setTold(undefined)
    try {
      await act()
    } catch (failure) {
      setTold({ tone: 'bad', text: sayFailure(failure) })
    }
  }
  const check = (list: ReferenceSummary, file: File) =>
    attempt(async () => {
      const packed = file.size > maxWorkbookBytes ? undefined : await packFile(file)
      if (packed === undefined) return setTold({ tone: 'bad', text: say(workbookWording.tooLarge) })
      setUpload({ list, name: file.name, file: packed, preview: await loadReferences(list.id, packed, false) })
    })
  const confirm = ({ list, file }: Upload) =>
    attempt(async () => {
      await loadReferences(list.id, file, true)
      setUpload(undefined)
      setTold({ tone: 'good', text: `${say(list.title)}: ${say(words.loaded)}` })
      reload()
    })
  if (lists === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <p class="hint">{say(workbookWording.limits)}</p>
      {told !== undefined && (
        <p class={`panel ${told.tone}`} role="alert">
          {told.text}
        </p>
      )}
      {upload !== undefined && (
        <Found upload={upload} confirm={() => void confirm(upload)} cancel={() => setUpload(undefined)} />
      )}
      <ul class="setting-links">
        {lists.map((list) => (
          <ListItem
            key={list.id}
            list={list}
            download={() =>
              void attempt(async () => saveFile(await fetchReferenceWorkbook(list.id), `acuan-${list.id}.xlsx`))
            }
            check={(file) => void check(list, file)}
          />
        ))}
      </ul>
    </section>
  )
}

type ItemProps = {
  readonly list: ReferenceSummary
  readonly download: () => void
  readonly check: (file: File) => void
}

function ListItem({ list, download, check }: ItemProps) {
  const input = useRef<HTMLInputElement>(null)
  const name = say(list.title)
  const take = (file: File | undefined) => {
    if (file !== undefined) check(file)
    // The same file, corrected, must be seen as a change.
    if (input.current) input.current.value = ''
  }
  return (
    <li>
      <strong>{name}</strong>
      <p class="hint">{list.entries === 0 ? say(words.notLoaded) : `${say(words.entries)}: ${list.entries}`}</p>
      <div class="cluster">
        <button type="button" class="button small" aria-label={`${say(words.download)}: ${name}`} onClick={download}>
          {say(words.download)}
        </button>
        <label class="button small file-button">
          {say(words.upload)}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".xlsx,.ods,.csv,text/csv"
            aria-label={`${say(words.upload)}: ${name}`}
            onChange={(event) => take(event.currentTarget.files?.[0])}
          />
        </label>
      </div>
    </li>
  )
}

function Found({ upload, confirm, cancel }: { upload: Upload; confirm: () => void; cancel: () => void }) {
  const { list, name, preview } = upload
  const { added, changed, removed, wrong, blank } = preview.counts
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [preview])
  const sound = wrong + blank === 0
  return (
    <div class="card">
      <h2 ref={title} tabIndex={-1}>
        {say(list.title)}: {name}
      </h2>
      <WorkbookCounts preview={preview} />
      {preview.errors.length > 0 && <WorkbookErrors preview={preview} hint={words.correctFirst} />}
      <div class="cluster">
        {sound && added + changed + removed > 0 && (
          <button type="button" class="button main" onClick={confirm}>
            {say(words.confirm)}
          </button>
        )}
        <button type="button" class="button quiet" onClick={cancel}>
          {say(workbookWording.cancel)}
        </button>
      </div>
    </div>
  )
}
