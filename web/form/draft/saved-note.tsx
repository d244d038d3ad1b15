/** Where the work lies: saved, being saved, or only on this device. */
import { sayFailure } from '../../api/problem.ts'
import type { StoredDraft } from '../../api/work.ts'
import { me, zone } from '../../session/session.ts'
import { mergedWords, savedAtWords, draftWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { clockTime } from '../../wording/moments.ts'
import type { DraftSession } from './draft-port.ts'
import type { DraftStatus } from './draft-status.ts'

export function SavedNote({ session }: { session: DraftSession }) {
  const status = session.status.value
  const bad = status.kind === 'device-only' || status.kind === 'refused' || status.kind === 'conflict'
  return (
    <p class={bad ? 'saved-note bad' : 'saved-note'} role="status">
      {sayStatus(status)}
    </p>
  )
}

function sayStatus(status: DraftStatus): string {
  switch (status.kind) {
    case 'untouched':
      return say(words.untouched)
    case 'waiting':
      return say(words.waiting)
    case 'saving':
      return say(words.saving)
    case 'saved':
      return say(savedAtWords(`${clockTime(status.at, zone.value)} ${zone.value.zoneName}`))
    case 'device-only':
      return say(words.deviceOnly)
    case 'refused':
      return `${say(words.refused)} ${sayFailure(status.error)}`
    case 'conflict':
      return say(words.conflict)
  }
}

/** A colleague's changes came in and were put together with these. */
export function MergedNote({ session }: { session: DraftSession }) {
  const merged = session.mergedWith.value
  if (merged === undefined || merged.draft.savedAt === null) return null
  const { savedAt } = merged.draft
  return (
    <p class="panel" role="status">
      {say(mergedWords(saverOf(merged.draft), `${clockTime(savedAt, zone.value)} ${zone.value.zoneName}`))}
    </p>
  )
}

/** Oneself may have saved from another window; of a colleague the name, where the server tells it. */
export function saverOf({ savedBy, savedByName }: StoredDraft['draft']): string {
  if (savedBy === null || savedBy === me.value?.id) return say(words.yourself)
  return savedByName ?? say(words.colleague)
}
