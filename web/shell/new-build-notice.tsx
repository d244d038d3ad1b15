/** An open page is told of a newer build once nothing on it is unsaved. */
import { say } from '../wording/language.ts'
import { noticeWording as words } from '../wording/notices.ts'
import { newBuild, unsaved } from './new-build.ts'

export function NewBuildNotice() {
  return (
    <div role="status">
      {newBuild.value && !unsaved.value && (
        <div class="notice">
          <div class="width">
            {say(words.newBuild)}{' '}
            <button type="button" class="link" onClick={() => location.reload()}>
              {say(words.reload)}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
