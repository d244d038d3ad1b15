/** One person: office, address, role, agencies, deputy. `baru` in the address makes a new one; nobody is ever deleted. */
import { useState } from 'preact/hooks'
import { useLocation, useRoute } from 'preact-iso'
import type { PersonRequest, PersonRevision } from '../../functions/schema/region-requests.ts'
import { useResource } from '../api/resource.ts'
import { createPerson, fetchDirectory, revise } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { settingsWording, directoryWording as words } from '../wording/settings.ts'
import { TextField } from './fields.tsx'
import { PersonFields } from './person-fields.tsx'
import { RevisionHistory, SaveBar, SaveProblems } from './save-parts.tsx'
import { useEdited, useSaving } from './saving.ts'
import './settings.css'

const blank: PersonRequest = {
  id: '',
  name: '',
  title: '',
  email: '',
  role: 'operator',
  agencyIds: [],
  language: 'id',
  disabled: false,
}

export function PersonPage() {
  const { person = '' } = useRoute().params
  const { value, error, reload } = useResource('settings|directory', fetchDirectory)
  usePageTitle(say(words.people))
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <p>
        <a href="/pengaturan/orang">‹ {say(words.people)}</a>
      </p>
      {person === 'baru' ? <NewPerson directory={value} /> : <KnownPerson key={person} id={person} directory={value} />}
    </section>
  )
}

type Props = { readonly directory: Awaited<ReturnType<typeof fetchDirectory>> }

function NewPerson({ directory }: Props) {
  const { route } = useLocation()
  const saving = useSaving()
  const [typed, setTyped] = useState(blank)
  const send = async () => {
    await createPerson(typed)
    route('/pengaturan/orang')
  }
  return (
    <>
      <h1>{say(words.addPerson)}</h1>
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
        <PersonFields
          typed={typed}
          saving={saving}
          directory={directory}
          change={(part) => setTyped({ ...typed, ...part })}
        />
        <SaveBar saving={saving} />
      </form>
    </>
  )
}

function KnownPerson({ id, directory }: Props & { readonly id: string }) {
  const path = `directory/people/${encodeURIComponent(id)}`
  const edited = useEdited<PersonRevision, PersonRequest>(path, (newest) => ({ ...blank, ...newest }))
  const { typed, history, saving, change } = edited
  if (typed === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  return (
    <>
      <h1>{history?.revisions[0]?.name ?? id}</h1>
      <SaveProblems saving={saving} reload={edited.reload} rebase={edited.rebase} />
      <form
        class="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void edited.save((content, etag) => revise(path, content, etag))
        }}
      >
        <PersonFields typed={typed} saving={saving} directory={directory} change={change} />
        <SaveBar saving={saving} />
      </form>
      <RevisionHistory revisions={history?.revisions ?? []} />
    </>
  )
}
