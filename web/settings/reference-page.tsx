/** The region's reference lists: download one, change it in Excel, see what the file changes, put it in force. */
import { useState } from 'preact/hooks'
import { fetchReferenceLists } from '../api/references.ts'
import { useResource } from '../api/resource.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { referenceWording as words } from '../wording/settings.ts'
import { workbookWording } from '../wording/workbook.ts'
import { ListHistory } from './list-history.tsx'
import { FoundInList, ListButtons, ListNews } from './list-workbook.tsx'
import { BackToSettings } from './settings-page.tsx'
import { useListWorkbook } from './use-list-workbook.ts'
import './settings.css'

export function ReferencePage() {
  usePageTitle(say(words.title))
  const { value: lists, error, reload } = useResource('reference-lists', fetchReferenceLists)
  const [loads, setLoads] = useState(0)
  const workbook = useListWorkbook({
    loaded: words.loaded,
    reload: () => {
      reload()
      setLoads(loads + 1)
    },
  })
  if (lists === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <p class="hint">{say(workbookWording.limits)}</p>
      <ListNews workbook={workbook} />
      <FoundInList workbook={workbook} confirmWords={words.confirm} />
      <ul class="setting-links">
        {lists.map(({ id, title, entries }) => (
          <li key={id}>
            <strong>{say(title)}</strong>
            <p class="hint">{entries === 0 ? say(words.notLoaded) : `${say(words.entries)}: ${entries}`}</p>
            <ListButtons
              workbook={workbook}
              list={{
                path: `/api/references/${encodeURIComponent(id)}/workbook`,
                name: say(title),
                fileName: `acuan-${id}.xlsx`,
              }}
            />
            {entries > 0 && <ListHistory list={id} title={title} loads={loads} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
