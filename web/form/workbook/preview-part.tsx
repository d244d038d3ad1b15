/** What the uploaded file would change and what is wrong in it, by cell; what it leaves open is decided; then confirm, correct, or leave it. */
import { useEffect, useRef } from 'preact/hooks'
import { undecided } from '../../../functions/rules/workbook-choices.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { WorkbookCounts, WorkbookErrors } from '../../controls/workbook-findings.tsx'
import { presentInstant } from '../../shell/clock.ts'
import { say } from '../../wording/language.ts'
import { fileAge, readInstead, removeWords, undecidedWords, workbookWording as words } from '../../wording/workbook.ts'
import { PreviewAsks } from './preview-asks.tsx'
import { PreviewClashes } from './preview-clashes.tsx'
import { PreviewSheets } from './preview-sheets.tsx'
import { chosenChanges, countsOf, type Upload, type UploadState } from './use-upload.ts'

type Found = Extract<UploadState, { step: 'found' }>
type Props = { readonly upload: Upload; readonly found: Found; readonly definition: FormDefinition }

export function PreviewPart({ upload, found, definition }: Props) {
  const { preview, name } = found
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  const choices = upload.choices.value
  const done = countsOf(chosenChanges(preview, choices))
  const changes = done.added + done.changed + done.removed + done.fields
  const open = undecided(preview, choices).length
  return (
    <div class="workbook-preview">
      <h3 ref={title} tabIndex={-1}>
        {say(words.preview)}: {name}
      </h3>
      {preview.file !== null && <p class="hint">{say(fileAge(preview.file, presentInstant()))}</p>}
      <WorkbookCounts preview={preview} />
      {preview.copies.map((copy) => (
        <p key={copy.sheet}>
          <button type="button" class="button small" onClick={() => void upload.readWithout([copy.of])}>
            {say(readInstead(copy))}
          </button>
        </p>
      ))}
      <Columns preview={preview} definition={definition} />
      <PreviewSheets upload={upload} preview={preview} definition={definition} />
      {preview.asks.length > 0 && <PreviewAsks upload={upload} preview={preview} />}
      {preview.clashes.length > 0 && <PreviewClashes upload={upload} preview={preview} />}
      {preview.errors.length > 0 && <WorkbookErrors preview={preview} hint={words.errorsHint} />}
      <Removal upload={upload} preview={preview} />
      {changes === 0 && open === 0 && (
        <p class="panel">{say(preview.asks.length > 0 ? words.nothingChosen : words.same)}</p>
      )}
      {open > 0 && (
        <p class="panel warning" role="status">
          {say(undecidedWords(open))}
        </p>
      )}
      <div class="cluster">
        {(changes > 0 || open > 0) && (
          <button type="button" class="button main" disabled={open > 0} onClick={upload.confirm}>
            {say(words.confirm)}
          </button>
        )}
        {preview.errors.length > 0 && (
          <button type="button" class="button" disabled={upload.busy.value} onClick={() => void upload.downloadNoted()}>
            {say(upload.busy.value ? words.downloading : words.noted)}
          </button>
        )}
        <button type="button" class="button quiet" onClick={upload.reset}>
          {say(changes > 0 ? words.cancel : words.other)}
        </button>
      </div>
    </div>
  )
}

function Removal({ upload, preview }: { upload: Upload; preview: WorkbookPreview }) {
  const choices = upload.choices.value
  if (preview.counts.removed === 0) return null
  const set = (removing: boolean) => {
    upload.choices.value = { ...choices, removing }
  }
  return (
    <p>
      <label class="check">
        <input type="checkbox" checked={choices.removing} onChange={(event) => set(event.currentTarget.checked)} />{' '}
        {say(removeWords(preview.counts.removed))}
      </label>
    </p>
  )
}

function Columns({ preview, definition }: { preview: WorkbookPreview; definition: FormDefinition }) {
  const extra = preview.tables.flatMap(({ extraColumns }) => extraColumns)
  const missing = preview.tables.flatMap(({ tableId, missingColumns }) => {
    const all = definition.tables.find(({ id }) => id === tableId)?.fields.length ?? 0
    return missingColumns.length < all ? missingColumns : []
  })
  return (
    <>
      {extra.length > 0 && (
        <p>
          {say(words.extra)}: {extra.join(', ')}
        </p>
      )}
      {missing.length > 0 && (
        <p>
          {say(words.missing)}: {missing.map(say).join(', ')}
        </p>
      )}
    </>
  )
}
