/** One agency: names, kind, telephone, working week. `baru` in the address makes a new one. */
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { AgencyRequest, AgencyRevision } from '../../functions/schema/region-requests.ts'
import { createAgency, revise } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { agencyKinds, settingsWording, directoryWording as words } from '../wording/settings.ts'
import { SelectField, TextField, WordingFields } from './fields.tsx'
import { RevisionHistory, SaveBar, SaveProblems } from './save-parts.tsx'
import { type Saving, useEdited, useSaving } from './saving.ts'
import './settings.css'

const blank: AgencyRequest = {
  id: '',
  name: { id: '', en: '' },
  shortName: '',
  kind: 'opd',
  sectors: [],
  workingWeek: 5,
}

export function AgencyPage() {
  const { agency = '' } = useRoute().params
  usePageTitle(say(words.agencies))
  return (
    <section>
      <p>
        <a href="/pengaturan/perangkat-daerah">‹ {say(words.agencies)}</a>
      </p>
      {agency === 'baru' ? <NewAgency /> : <KnownAgency key={agency} id={agency} />}
    </section>
  )
}

function NewAgency() {
  const { route } = useLocation()
  const saving = useSaving()
  const [typed, setTyped] = useState(blank)
  const send = async () => {
    await createAgency(typed)
    route('/pengaturan/perangkat-daerah')
  }
  return (
    <>
      <h1>{say(words.addAgency)}</h1>
      <SaveProblems saving={saving} />
      <form
        class="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void saving.run(send)
        }}
      >
        <TextField
          pointer="/id"
          label={settingsWording.code}
          hint={settingsWording.codeHint}
          saving={saving}
          value={typed.id}
          onInput={(id) => setTyped({ ...typed, id })}
        />
        <AgencyFields typed={typed} saving={saving} change={(part) => setTyped({ ...typed, ...part })} />
        <SaveBar saving={saving} />
      </form>
    </>
  )
}

function KnownAgency({ id }: { readonly id: string }) {
  const path = `directory/agencies/${encodeURIComponent(id)}`
  const edited = useEdited<AgencyRevision, AgencyRequest>(path, (newest) => ({ ...blank, ...newest }))
  const { typed, history, saving, change } = edited
  if (typed === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  const saved = history?.revisions[0]
  return (
    <>
      <h1>{saved === undefined ? id : say(saved.name)}</h1>
      <SaveProblems saving={saving} reload={edited.reload} rebase={edited.rebase} />
      <form
        key={history?.etag}
        class="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void edited.save((content, etag) => revise(path, content, etag))
        }}
      >
        <AgencyFields typed={typed} saving={saving} change={change} />
        <SaveBar saving={saving} />
      </form>
      <RevisionHistory revisions={history?.revisions ?? []} />
    </>
  )
}

type FieldsProps = {
  readonly typed: AgencyRequest
  readonly saving: Saving
  readonly change: (part: Partial<AgencyRequest>) => void
}

function AgencyFields({ typed, saving, change }: FieldsProps) {
  const [sectors, setSectors] = useState(typed.sectors.join(', '))
  return (
    <>
      <WordingFields
        pointer="/name"
        label={words.name}
        saving={saving}
        value={typed.name}
        onInput={(name) => change({ name })}
      />
      <div class="trio">
        <TextField
          pointer="/shortName"
          label={words.shortName}
          saving={saving}
          value={typed.shortName}
          onInput={(shortName) => change({ shortName })}
        />
        <TextField
          pointer="/phone"
          label={settingsWording.phone}
          saving={saving}
          value={typed.phone ?? ''}
          input={{ type: 'tel', class: 'text-input' }}
          onInput={(phone) => change({ phone })}
        />
      </div>
      <div class="trio">
        <SelectField
          pointer="/kind"
          label={words.kind}
          saving={saving}
          value={typed.kind}
          options={Object.entries(agencyKinds).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(kind) => change({ kind: kind as AgencyRequest['kind'] })}
        />
        <SelectField
          pointer="/workingWeek"
          label={words.week}
          saving={saving}
          value={String(typed.workingWeek)}
          options={[5, 6].map((days) => ({ value: String(days), label: say(words.weekOf(days)) }))}
          onChange={(days) => change({ workingWeek: days === '6' ? 6 : 5 })}
        />
      </div>
      <TextField
        pointer="/sectors"
        label={words.sectors}
        hint={words.sectorsHint}
        saving={saving}
        value={sectors}
        onInput={(text) => {
          setSectors(text)
          change({ sectors: text.split(/[,;\s]+/).filter((part) => part !== '') })
        }}
      />
    </>
  )
}
