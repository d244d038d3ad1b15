/** What the uploaded file would change and what is wrong in it, by cell; then confirm, correct, or leave it. */
import { useEffect, useRef, useState } from 'preact/hooks'
import { formatValue } from '../../../functions/schema/answers/format-value.ts'
import type { Value } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { WorkbookCounts, WorkbookErrors } from '../../controls/workbook-findings.tsx'
import { language, say } from '../../wording/language.ts'
import { removeWords, workbookWording as words } from '../../wording/workbook.ts'
import { useForm } from '../form-model.ts'
import { fieldAt } from '../model/find-errors.ts'
import type { Upload, UploadState } from './use-upload.ts'

type Found = Extract<UploadState, { step: 'found' }>
type Props = { readonly upload: Upload; readonly found: Found; readonly definition: FormDefinition }

export function PreviewPart({ upload, found, definition }: Props) {
  const { preview, name } = found
  const { counts } = preview
  const title = useRef<HTMLHeadingElement>(null)
  const [removing, setRemoving] = useState(counts.removed > 0)
  useEffect(() => title.current?.focus(), [])
  const changes = counts.added + counts.changed + counts.fields + (removing ? counts.removed : 0)
  return (
    <div class="workbook-preview">
      <h3 ref={title} tabIndex={-1}>
        {say(words.preview)}: {name}
      </h3>
      <WorkbookCounts preview={preview} />
      <Columns preview={preview} definition={definition} />
      {preview.clashes.length > 0 && <Clashes preview={preview} />}
      {preview.errors.length > 0 && <WorkbookErrors preview={preview} hint={words.errorsHint} />}
      {counts.removed > 0 && (
        <p>
          <label class="check">
            <input type="checkbox" checked={removing} onChange={(event) => setRemoving(event.currentTarget.checked)} />{' '}
            {say(removeWords(counts.removed))}
          </label>
        </p>
      )}
      {changes === 0 && <p class="panel">{say(words.same)}</p>}
      <div class="cluster">
        {changes > 0 && (
          <button type="button" class="button main" onClick={() => upload.confirm(removing)}>
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

function Clashes({ preview }: { preview: WorkbookPreview }) {
  const model = useForm()
  const show = (pointer: string, value: Value | null) => {
    const field = fieldAt(model.definition, pointer)
    if (value === null || field === undefined) return say(words.blankCell)
    return formatValue(field, value, language.value, model.context.value)
  }
  return (
    <div class="panel warning">
      <p>{say(words.clashes)}</p>
      <ul>
        {preview.clashes.map(({ sheet, cell, pointer, draft, file }) => (
          <li key={pointer}>
            <strong>
              {sheet}!{cell}
            </strong>{' '}
            {say(words.inDraft)} {show(pointer, draft)}, {say(words.inFile)} {show(pointer, file)}
          </li>
        ))}
      </ul>
    </div>
  )
}
