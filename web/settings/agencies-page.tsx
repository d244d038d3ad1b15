/** The region's agencies, with the way to change each. */
import { useResource } from '../api/resource.ts'
import { fetchDirectory } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { agencyKinds, directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { listWorkbookWording } from '../wording/settings.ts'
import { ListWorkbookDoor } from './list-workbook.tsx'
import { BackToSettings } from './settings-page.tsx'
import { LackTags } from './staffing.tsx'

const workbook = () => ({
  path: '/api/directory/workbooks/agencies',
  name: say(words.agencies),
  fileName: 'perangkat-daerah.xlsx',
})

export function AgenciesPage() {
  usePageTitle(say(words.agencies))
  const { value, error, reload } = useResource('settings|directory', fetchDirectory)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.agencies)}</h1>
      <p>
        <a class="button main" href="/pengaturan/perangkat-daerah/baru">
          {say(words.addAgency)}
        </a>
      </p>
      <ListWorkbookDoor list={workbook()} lead={listWorkbookWording.agenciesLead} reload={reload} />
      <div class="scroll">
        <table class="listing stacked">
          <thead>
            <tr>
              <th scope="col">{say(words.name)}</th>
              <th scope="col">{say(words.kind)}</th>
              <th scope="col">{say(words.week)}</th>
              <th scope="col">{say(words.people)}</th>
            </tr>
          </thead>
          <tbody>
            {value.agencies.map((agency) => (
              <tr key={agency.id}>
                <th scope="row">
                  <a href={`/pengaturan/perangkat-daerah/${agency.id}`}>{say(agency.name)}</a>
                  <LackTags agency={agency} people={value.people} />
                  {agency.outOfUse === true && (
                    <>
                      {' '}
                      <span class="tag">{say(words.outOfUseTag)}</span>
                    </>
                  )}
                </th>
                <td>{say(agencyKinds[agency.kind])}</td>
                <td>{say(words.weekOf(agency.workingWeek))}</td>
                <td class="number" data-unit={say(words.people).toLowerCase()}>
                  {value.people.filter((each) => !each.disabled && each.agencyIds.includes(agency.id)).length}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
