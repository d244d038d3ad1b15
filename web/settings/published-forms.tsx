/** Every version of every form that may be assigned: who published it, and what it looks like. */
import { useState } from 'preact/hooks'
import { useResource } from '../api/resource.ts'
import { fetchDefinition } from '../api/rounds.ts'
import { type FormVersion, fetchXlsForm } from '../api/settings.ts'
import { saveFile } from '../form/workbook/save-file.ts'
import { zone } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { formsWording as words } from '../wording/form-drafting.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { FormTrial } from './form-trial.tsx'
import { SaveProblems } from './save-parts.tsx'
import { useSaving } from './saving.ts'

export function PublishedForms({ forms }: { readonly forms: readonly FormVersion[] }) {
  return (
    <ul class="days">
      {forms.map((form) => (
        <li key={`${form.id} ${form.version}`}>
          <PublishedForm form={form} />
        </li>
      ))}
    </ul>
  )
}

function PublishedForm({ form }: { readonly form: FormVersion }) {
  const { title, version, published } = form
  const [open, setOpen] = useState(false)
  return (
    <div class="whole">
      <strong>{say(title)}</strong>{' '}
      <span class="hint">
        {say(words.version)} {version} ·{' '}
        {published === undefined
          ? say(words.ofHouse)
          : `${say(words.by)} ${published.byName}, ${fullMoment(published.at, zone.value)}`}
      </span>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary aria-label={`${say(words.look)}: ${say(title)}, ${say(words.version)} ${version}`}>
          {say(words.look)}
        </summary>
        {open && <Definition form={form} />}
      </details>
    </div>
  )
}

function Definition({ form }: { readonly form: FormVersion }) {
  const { id, version } = form
  const { value, error, reload } = useResource(`settings|form|${id}|${version}`, () => fetchDefinition(id, version))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <div class="card">
      <ExportForm form={form} />
      <p class="hint">{say(words.previewLead)}</p>
      <FormTrial definition={value} />
    </div>
  )
}

function ExportForm({ form: { id, version } }: { readonly form: FormVersion }) {
  const saving = useSaving()
  const save = () => saving.run(async () => saveFile(await fetchXlsForm(id, version), `${id}-v${version}.xlsx`))
  return (
    <>
      <p>
        <button type="button" class="button" disabled={saving.state === 'busy'} onClick={() => void save()}>
          {say(words.exportForm)}
        </button>
      </p>
      <SaveProblems saving={saving} />
    </>
  )
}
