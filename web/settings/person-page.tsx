/** One person: office, address, role, agencies, deputy. `baru` in the address makes a new one; nobody is ever deleted. */
import { useRoute } from 'preact-iso'
import type { PersonRequest, PersonRevision } from '../../functions/schema/region-requests.ts'
import { useResource } from '../api/resource.ts'
import { createPerson, fetchDirectory } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { type EntryProps, KnownEntry, NewEntry } from './directory-entry.tsx'
import { PersonActs } from './person-acts.tsx'
import { PersonFields } from './person-fields.tsx'
import { LeftWithout } from './staffing.tsx'
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
  const fields = (props: EntryProps<PersonRequest>) => <PersonFields {...props} directory={value} />
  return (
    <section>
      <p>
        <a href="/pengaturan/orang">‹ {say(words.people)}</a>
      </p>
      {person === 'baru' ? (
        <NewEntry
          title={words.addPerson}
          list="/pengaturan/orang"
          create={createPerson}
          blank={blank}
          fields={fields}
        />
      ) : (
        <KnownEntry<PersonRequest, PersonRevision>
          key={person}
          path={`directory/people/${encodeURIComponent(person)}`}
          titleOf={({ name }) => name}
          blank={blank}
          fields={fields}
          after={(newest, refresh) => (
            <PersonActs
              person={person}
              disabled={newest.disabled}
              onDone={refresh}
              consequence={<LeftWithout directory={value} person={{ ...newest, disabled: true }} saved={false} />}
            />
          )}
        />
      )}
    </section>
  )
}
