/** Everybody who may sign in, or might: found by name, address or agency. */
import { useState } from 'preact/hooks'
import { useResource } from '../api/resource.ts'
import { type Directory, fetchDirectory, type PersonEntry } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { roleWords, directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { listWorkbookWording, settingsWording } from '../wording/settings.ts'
import { ListWorkbookDoor } from './list-workbook.tsx'
import { PeopleChanges } from './people-changes.tsx'
import { BackToSettings } from './settings-page.tsx'
import { StaffingNow } from './staffing.tsx'

const workbook = () => ({ path: '/api/directory/workbooks/people', name: say(words.people), fileName: 'orang.xlsx' })

export function PeoplePage() {
  usePageTitle(say(words.people))
  const { value, error, reload } = useResource('settings|directory', fetchDirectory)
  const [sought, setSought] = useState('')
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const people = value.people.filter((person) => matches(person, value, sought.trim().toLowerCase()))
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.people)}</h1>
      <p>
        <a class="button main" href="/pengaturan/orang/baru">
          {say(words.addPerson)}
        </a>
      </p>
      <StaffingNow directory={value} />
      <ListWorkbookDoor
        list={workbook()}
        lead={listWorkbookWording.peopleLead}
        reload={reload}
        changes={(preview) => <PeopleChanges preview={preview} directory={value} />}
      />
      <p>
        <label class="label" for="find">
          {say(settingsWording.find)}
        </label>
        <input id="find" type="search" value={sought} onInput={(event) => setSought(event.currentTarget.value)} />
      </p>
      <div class="scroll">
        <table class="listing stacked">
          <thead>
            <tr>
              <th scope="col">{say(words.personName)}</th>
              <th scope="col">{say(words.role)}</th>
              <th scope="col">{say(words.ofAgencies)}</th>
              <th scope="col">{say(words.email)}</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <PersonRow key={person.id} person={person} directory={value} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function PersonRow({ person, directory }: { readonly person: PersonEntry; readonly directory: Directory }) {
  return (
    <tr>
      <th scope="row">
        <a href={`/pengaturan/orang/${person.id}`}>{person.name}</a>
        {person.disabled && (
          <>
            {' '}
            <span class="tag">{say(words.disabledTag)}</span>
          </>
        )}
      </th>
      <td>{say(roleWords[person.role])}</td>
      <td>{agencyNames(person, directory)}</td>
      <td>
        {person.email}
        {person.mailbox !== null && (
          <>
            {' '}
            <span class="tag late">{say(words.unreachable)}</span>
          </>
        )}
      </td>
    </tr>
  )
}

function agencyNames({ agencyIds }: PersonEntry, { agencies }: Directory): string {
  return agencyIds.map((id) => agencies.find((agency) => agency.id === id)?.shortName ?? id).join(', ')
}

function matches(person: PersonEntry, directory: Directory, sought: string): boolean {
  const text = [person.name, person.title, person.email, agencyNames(person, directory), say(roleWords[person.role])]
  return sought === '' || text.join(' ').toLowerCase().includes(sought)
}
