/**
 * What is said above every page: that nobody answers, that a piece of the page is missing, that there is a newer build, and first steps. Fetched at the
 * start, since what says that the server is away cannot be fetched then.
 */
import { useEffect } from 'preact/hooks'
import { sawSteps } from '../help/seen-steps.ts'
import { me } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { noticeWording } from '../wording/notices.ts'
import { errorWording as words } from '../wording/shell.ts'
import { lookForNewBuild } from './build-watch.ts'
import { later } from './later.tsx'
import { missing } from './new-build.ts'
import { NewBuildNotice } from './new-build-notice.tsx'
import { OfflineNotice, online } from './offline-notice.tsx'

const FirstSteps = later(async () => (await import('../help/first-steps.tsx')).FirstSteps)

export function Notices() {
  const role = me.value?.role
  return (
    <>
      <OfflineNotice />
      <MissingNotice />
      <NewBuildNotice />
      {role !== undefined && !sawSteps(role) && <FirstSteps />}
    </>
  )
}

/** Pieces are tried again by themselves; a rebuild may have deleted them for good. */
function MissingNotice() {
  const some = missing.value > 0
  useEffect(() => {
    if (some) void lookForNewBuild()
  }, [some])
  return (
    <div role="status">
      {some && online.value && (
        <div class="notice warning">
          <div class="width">
            {say(noticeWording.missing)}{' '}
            <button type="button" class="link" onClick={() => location.reload()}>
              {say(words.retry)}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
