/** Filling in by workbook: download, upload by button or by dropping a file, look at what it would change, confirm. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Work } from '../../api/work.ts'
import { dateWording } from '../../wording/dates.ts'
import { say } from '../../wording/language.ts'
import { doneWords, undoneBut, workbookWording as words } from '../../wording/workbook.ts'
import type { DraftSession } from '../draft/draft-port.ts'
import { useForm } from '../form-model.ts'
import { PreviewPart } from './preview-part.tsx'
import { type Upload, useUpload } from './use-upload.ts'
import './workbook.css'

export function WorkbookPanel({ work, session }: { work: Work; session: DraftSession }) {
  const model = useForm()
  const upload = useUpload({ work, session, model })
  const state = upload.state.value
  return (
    <section class="workbook" aria-labelledby="workbook-title">
      <h2 id="workbook-title" class="unseen">
        {say(dateWording.byWorkbook)}
      </h2>
      {state.step !== 'found' && (
        <div class="workbook-steps">
          <Download upload={upload} />
          <DropBox upload={upload} />
        </div>
      )}
      {upload.failure.value !== undefined && (
        <p class="error-text" role="alert">
          {upload.failure.value}
        </p>
      )}
      <Outcome upload={upload} />
      {state.step === 'found' && <PreviewPart upload={upload} found={state} definition={model.definition} />}
    </section>
  )
}

function Download({ upload }: { upload: Upload }) {
  return (
    <div>
      <h3>1. {say(words.download)}</h3>
      <p>{say(words.downloadHint)}</p>
      <button type="button" class="button" disabled={upload.busy.value} onClick={() => void upload.download()}>
        {say(upload.busy.value ? words.downloading : words.download)}
      </button>
    </div>
  )
}

function DropBox({ upload }: { upload: Upload }) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const checking = upload.state.value.step === 'checking'
  const take = (files: FileList | null | undefined) => {
    const [file] = files ?? []
    if (file !== undefined && !checking) void upload.check(file)
    // The same file, corrected, must be seen as a change.
    if (input.current) input.current.value = ''
  }
  const hold = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button in it does the same.
    <div
      class={over ? 'drop-box over' : 'drop-box'}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer?.files)
      }}
    >
      <h3>2. {say(words.upload)}</h3>
      <p id="workbook-limits">{say(words.limits)}</p>
      <p>
        <label class={checking ? 'button waiting' : 'button'}>
          {say(checking ? words.checking : words.choose)}
          <input
            ref={input}
            class="unseen"
            type="file"
            accept=".xlsx,.ods,.csv,text/csv"
            aria-describedby="workbook-limits"
            disabled={checking}
            onChange={(event) => take(event.currentTarget.files)}
          />
        </label>{' '}
        <span class="drop-hint">{say(words.drop)}</span>
      </p>
      <p class="hint">{say(words.nothingSaved)}</p>
    </div>
  )
}

/** What came of the last file; it takes the focus, so that a screen reader says it. */
function Outcome({ upload }: { upload: Upload }) {
  const state = upload.state.value
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (state.step === 'failed' || state.step === 'done') place.current?.focus()
  }, [state.step])
  if (state.step === 'failed') {
    return (
      <div ref={place} class="panel bad" role="alert" tabIndex={-1}>
        <p>
          <strong>
            {say(words.failed)}: {state.name}
          </strong>
        </p>
        <p>{state.why}</p>
      </div>
    )
  }
  if (state.step === 'undone') {
    return <p class="panel">{say(state.kept > 0 ? undoneBut(state.kept) : words.undone)}</p>
  }
  if (state.step !== 'done') return null
  return (
    <div ref={place} class="panel good" role="status" tabIndex={-1}>
      <p>
        <strong>{say(doneWords(state.counts))}</strong>{' '}
        <button type="button" class="link" onClick={upload.undo}>
          {say(words.undo)}
        </button>
      </p>
      <p>
        {say(words.goOnHint)}{' '}
        <button type="button" class="button small" disabled={upload.busy.value} onClick={() => void upload.download()}>
          {say(upload.busy.value ? words.downloading : words.goOn)}
        </button>
      </p>
    </div>
  )
}
