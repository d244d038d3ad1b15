/** Which forms there are, and a new one out of a workbook: upload, correct what is named, look at it, publish. */
import { useRef, useState } from 'preact/hooks'
import type { FormPreview } from '../../functions/schema/form-draft.ts'
import { useResource } from '../api/resource.ts'
import { type FormVersion, fetchFormSample, fetchForms, previewForm, publishForm } from '../api/settings.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'
import { fieldId } from './fields.tsx'
import { FormFlaws } from './form-flaws.tsx'
import { FormTrial } from './form-trial.tsx'
import { PublishedForms } from './published-forms.tsx'
import { SaveProblems } from './save-parts.tsx'
import { useSaving } from './saving.ts'
import { BackToSettings } from './settings-page.tsx'
import './settings.css'

export function FormsPage() {
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource('settings|forms', fetchForms)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <h2>{say(words.published)}</h2>
      <PublishedForms forms={value} />
      <Drafting reload={reload} />
    </section>
  )
}

function Drafting({ reload }: { readonly reload: () => void }) {
  const saving = useSaving()
  const [draft, setDraft] = useState<{ file: Blob; preview: FormPreview }>()
  const [published, setPublished] = useState<FormVersion>()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined) => {
    if (file === undefined) return
    setDraft(undefined)
    setPublished(undefined)
    await saving.run(async () => setDraft({ file, preview: await previewForm(file) }))
    // The same file, corrected, may be chosen again.
    if (input.current !== null) input.current.value = ''
  }
  const publish = () =>
    saving.run(async () => {
      if (draft === undefined) return
      setPublished(await publishForm(draft.file, draft.preview.currentVersion))
      setDraft(undefined)
      reload()
    })
  return (
    <>
      <h2>{say(words.draft)}</h2>
      <p>{say(words.draftLead)}</p>
      <p>
        <button
          type="button"
          class="button"
          onClick={() => void saving.run(async () => saveFile(await fetchFormSample(), 'contoh-formulir.xlsx'))}
        >
          {say(words.sample)}
        </button>
      </p>
      <SaveProblems saving={saving} />
      <div role="status">
        {published !== undefined && (
          <p class="panel good">
            <strong>{say(published.title)}</strong>: {say(words.publishedAs(published.version))}
          </p>
        )}
        {saving.state === 'busy' && <p>{say(words.reading)}</p>}
      </div>
      <p>
        <label class="label" for={fieldId('/file')}>
          {say(words.file)}
        </label>
        <input
          ref={input}
          id={fieldId('/file')}
          type="file"
          accept=".xlsx,.ods"
          onChange={(event) => void take(event.currentTarget.files?.[0])}
        />
      </p>
      {draft !== undefined && <Draft preview={draft.preview} busy={saving.state === 'busy'} publish={publish} />}
    </>
  )
}

type DraftProps = { readonly preview: FormPreview; readonly busy: boolean; readonly publish: () => unknown }

function Draft({ preview, busy, publish }: DraftProps) {
  const { definition, flaws, publishable, unchanged, currentVersion } = preview
  const verdict = !publishable ? words.notReady : unchanged ? words.unchanged : words.ready
  return (
    <>
      <div class={publishable && !unchanged ? 'panel good' : 'panel warning'} role="status">
        <p>{say(verdict)}</p>
      </div>
      <FormFlaws title={words.flaws} flaws={flaws.filter(({ blocking }) => blocking)} />
      <FormFlaws title={words.notes} flaws={flaws.filter(({ blocking }) => !blocking)} />
      {publishable && !unchanged && (
        <p>
          <button type="button" class="button main" disabled={busy} onClick={() => void publish()}>
            {say(words.publishAs(currentVersion + 1))}
          </button>
        </p>
      )}
      {definition !== null && (
        <section class="card" aria-labelledby="trial">
          <h2 id="trial">{say(words.preview)}</h2>
          <p class="hint">{say(words.previewLead)}</p>
          <FormTrial definition={definition} />
        </section>
      )}
    </>
  )
}
