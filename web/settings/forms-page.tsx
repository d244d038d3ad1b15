/** Which forms there are, and a new one out of a workbook: upload, correct what is named, look at it, publish. */
import { useRef, useState } from 'preact/hooks'
import type { DraftFiles, DraftOptions, FormPreview } from '../../functions/schema/form-draft.ts'
import { useResource } from '../api/resource.ts'
import { type FormVersion, fetchFormSample, fetchForms, previewForm, publishForm } from '../api/settings.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { ChangeList } from '../versions/change-list.tsx'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'
import { fromVersion, versionsWording } from '../wording/versions.ts'
import { fieldId } from './fields.tsx'
import { FormAsked } from './form-asked.tsx'
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

type Chosen = { readonly name: string; readonly file: string; readonly files: DraftFiles['files'] }
type Drafted = { readonly chosen: Chosen; readonly options: DraftOptions; readonly preview: FormPreview }

function Drafting({ reload }: { readonly reload: () => void }) {
  const saving = useSaving()
  const [draft, setDraft] = useState<Drafted>()
  const [published, setPublished] = useState<FormVersion>()
  const [lacking, setLacking] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const look = (chosen: Chosen, options: DraftOptions) =>
    saving.run(async () => setDraft({ chosen, options, preview: await previewForm(filesOf(chosen, options)) }))
  const take = async (list: FileList | null) => {
    setDraft(undefined)
    setPublished(undefined)
    const chosen = await chosenFrom(Array.from(list ?? []))
    setLacking(chosen === undefined)
    if (chosen !== undefined) await look(chosen, {})
    // The same file, corrected, may be chosen again.
    if (input.current !== null) input.current.value = ''
  }
  const publish = () =>
    saving.run(async () => {
      if (draft === undefined) return
      setPublished(await publishForm(filesOf(draft.chosen, draft.options), draft.preview.currentVersion))
      setDraft(undefined)
      reload()
    })
  const busy = saving.state === 'busy'
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
        {lacking && <p class="panel warning">{say(words.noWorkbook)}</p>}
        {busy && <p>{say(words.reading)}</p>}
      </div>
      <p>
        <label class="label" for={fieldId('/file')}>
          {say(words.file)}
        </label>
        <input
          ref={input}
          id={fieldId('/file')}
          type="file"
          accept=".xlsx,.ods,.csv"
          multiple
          onChange={(event) => void take(event.currentTarget.files)}
        />
      </p>
      {draft !== undefined && (
        <FormAsked
          key={draft.chosen.file.length}
          preview={draft.preview}
          options={draft.options}
          fileName={draft.chosen.name}
          busy={busy}
          answer={(options) => look(draft.chosen, options)}
        />
      )}
      {draft !== undefined && <Draft preview={draft.preview} busy={busy} publish={publish} />}
    </>
  )
}

const filesOf = ({ file, files }: Chosen, options: DraftOptions): DraftFiles => ({ ...options, file, files })

/** The workbook and the CSV files beside it; undefined where there is no workbook among them. */
async function chosenFrom(files: readonly File[]): Promise<Chosen | undefined> {
  const workbook = files.find(({ name }) => !/\.csv$/i.test(name)) ?? (files.length === 1 ? files[0] : undefined)
  if (workbook === undefined) return undefined
  const others = files.filter((each) => each !== workbook)
  return {
    name: workbook.name.replace(/\.[^.]*$/, ''),
    file: await base64Of(workbook),
    files: await Promise.all(others.map(async (each) => ({ name: each.name, file: await base64Of(each) }))),
  }
}

function base64Of(file: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

type DraftProps = { readonly preview: FormPreview; readonly busy: boolean; readonly publish: () => unknown }

function Draft({ preview, busy, publish }: DraftProps) {
  const { definition, flaws, publishable, unchanged, currentVersion, changes } = preview
  const verdict = !publishable ? words.notReady : unchanged ? words.unchanged : words.ready
  return (
    <>
      <div class={publishable && !unchanged ? 'panel good' : 'panel warning'} role="status">
        <p>{say(verdict)}</p>
      </div>
      <FormFlaws flaws={flaws} />
      {currentVersion > 0 && !unchanged && (
        <section class="card">
          <h2>{say(fromVersion(currentVersion, currentVersion + 1))}</h2>
          {changes.length === 0 ? <p>{say(versionsWording.none)}</p> : <ChangeList changes={changes} />}
        </section>
      )}
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
