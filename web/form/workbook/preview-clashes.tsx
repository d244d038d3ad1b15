/** Cells that were changed both in the file and in the draft: the file's value is proposed, the draft's can be kept. */
import type { Value } from '../../../functions/schema/answers.ts'
import type { WorkbookPreview } from '../../../functions/schema/workbook.ts'
import { say } from '../../wording/language.ts'
import { workbookWording as words } from '../../wording/workbook.ts'
import { useForm } from '../form-model.ts'
import { fieldAt } from '../model/find-errors.ts'
import { shownValue } from './shown-value.ts'
import type { Upload } from './use-upload.ts'

export function PreviewClashes({ upload, preview }: { upload: Upload; preview: WorkbookPreview }) {
  const model = useForm()
  const choices = upload.choices.value
  const show = (pointer: string, value: Value | null) =>
    shownValue(fieldAt(model.definition, pointer), value, model.context.value)
  const keep = (pointer: string, keeping: boolean) => {
    const next = new Set(choices.keeping)
    if (keeping) next.add(pointer)
    else next.delete(pointer)
    upload.choices.value = { ...choices, keeping: next }
  }
  return (
    <div class="panel warning">
      <p>{say(words.clashes)}</p>
      <ul class="workbook-clashes">
        {preview.clashes.map(({ sheet, cell, pointer, draft, file }) => (
          <li key={pointer}>
            <strong>
              {sheet}!{cell}
            </strong>{' '}
            {say(words.inDraft)} {show(pointer, draft)}, {say(words.inFile)} {show(pointer, file)}{' '}
            <label class="check">
              <input
                type="checkbox"
                checked={choices.keeping.has(pointer)}
                onChange={(event) => keep(pointer, event.currentTarget.checked)}
              />{' '}
              {say(words.keepDraft)}
            </label>
          </li>
        ))}
      </ul>
    </div>
  )
}
