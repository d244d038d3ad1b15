/** Agencies and people together: by one workbook for both, or by hand on the page of each. */
import { useResource } from '../api/resource.ts'
import { fetchDirectory } from '../api/settings.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { directoryWording } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { stepFacts, stepTitles } from '../wording/set-up.ts'
import { listWorkbookWording } from '../wording/settings.ts'
import { directoryCounts } from './directory-counts.ts'
import { ListWorkbookPanel } from './list-workbook.tsx'
import { BackToSettings } from './settings-page.tsx'

const workbook = () => ({
  path: '/api/directory/workbooks/whole',
  name: say(stepTitles.directory),
  fileName: 'direktori.xlsx',
})

export function DirectoryPage() {
  usePageTitle(say(stepTitles.directory))
  const { value, error, reload } = useResource('settings|directory', fetchDirectory)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { agencies, people } = directoryCounts(value)
  return (
    <section>
      <BackToSettings />
      <h1>{say(stepTitles.directory)}</h1>
      <p>{say(stepFacts.directory(agencies, people))}</p>
      <h2>{say(listWorkbookWording.whole)}</h2>
      <ListWorkbookPanel list={workbook()} lead={listWorkbookWording.wholeLead} reload={reload} />
      <h2>{say(listWorkbookWording.byHand)}</h2>
      <ul>
        <li>
          <a href="/pengaturan/perangkat-daerah">{say(directoryWording.agencies)}</a> ({agencies})
        </li>
        <li>
          <a href="/pengaturan/orang">{say(directoryWording.people)}</a> ({people})
        </li>
      </ul>
    </section>
  )
}
