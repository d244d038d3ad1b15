/** Which files left the region, and who took them. */
import type { TakenFile } from '../../functions/http/file-access.ts'
import { request } from '../api/request.ts'
import { useResource } from '../api/resource.ts'
import { me } from '../session/session.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { fileWords, fileAccessWording as words } from '../wording/file-access.ts'
import { say } from '../wording/language.ts'
import { fullMoment } from '../wording/moments.ts'
import { BackToSettings } from './settings-page.tsx'

const fetchFiles = async () => (await request<{ files: TakenFile[] }>('GET', '/api/file-access')).body.files

export function FileAccessPage() {
  usePageTitle(say(words.title))
  const { value, error, reload } = useResource('settings|files', fetchFiles)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  const { zone = 'UTC', zoneName = 'UTC' } = me.value ?? {}
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      {value.length === 0 ? (
        <p>{say(words.none)}</p>
      ) : (
        <div class="scroll">
          <table class="listing stacked">
            <thead>
              <tr>
                <th scope="col">{say(words.when)}</th>
                <th scope="col">{say(words.who)}</th>
                <th scope="col">{say(words.what)}</th>
              </tr>
            </thead>
            <tbody>
              {value.map((file) => (
                <tr key={`${file.at}${file.by}${file.route}`}>
                  <th scope="row">{fullMoment(file.at, { zone, zoneName })}</th>
                  <td>{file.byName}</td>
                  <td>{[say(fileWords(file.route)), file.round, file.agencyId].filter(Boolean).join(' · ')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
