/** Every version of every form that may be assigned: who published it, and what it looks like. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { FormDefinition } from '../../functions/schema/form.ts'
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
          <PublishedForm
            form={form}
            newest={!forms.some(({ id, version }) => id === form.id && version > form.version)}
          />
        </li>
      ))}
    </ul>
  )
}

type Shown = { readonly form: FormVersion; readonly newest: boolean }

function PublishedForm({ form, newest }: Shown) {
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
        {open && <Definition form={form} newest={newest} />}
      </details>
    </div>
  )
}

function Definition({ form, newest }: Shown) {
  const { id, version } = form
  const { value, error, reload } = useResource(`settings|form|${id}|${version}`, () => fetchDefinition(id, version))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <div class="card">
      <ExportForm form={form} />
      {newest && <Checks definition={value} />}
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

/** What is checked besides belongs to the form, not to a version; it stands with the newest one. */
function Checks({ definition }: { readonly definition: FormDefinition }) {
  const [page, setPage] = useState<{ readonly OwnChecks: ComponentType<{ readonly definition: FormDefinition }> }>()
  useEffect(() => void import('./own-checks.tsx').then(setPage), [])
  return page === undefined ? <Loading /> : <page.OwnChecks definition={definition} />
}
