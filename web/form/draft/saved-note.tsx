/** Where the work lies: saved, being saved, or only on this device. */
import { sayFailure } from '../../api/problem.ts'
import { zone } from '../../session/session.ts'
import { savedAtWords, undecidedWords, draftWording as words } from '../../wording/form.ts'
import { say } from '../../wording/language.ts'
import { clockTime } from '../../wording/moments.ts'
import type { DraftSession } from './draft-port.ts'
import type { DraftStatus } from './draft-status.ts'

export function SavedNote({ session }: { session: DraftSession }) {
  const status = session.status.value
  const waiting = session.conflict.value?.clashes.length ?? 0
  const bad = status.kind === 'device-only' || status.kind === 'refused' || waiting > 0
  return (
    <p class={bad ? 'saved-note bad' : 'saved-note'} role="status">
      {sayStatus(status, session.onDevice.value)}
      {waiting > 0 && ` ${say(undecidedWords(waiting, session.onDevice.value))}`}
    </p>
  )
}

function sayStatus(status: DraftStatus, onDevice: boolean): string {
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
      return say(onDevice ? words.deviceOnly : words.pageOnly)
    case 'refused':
      return `${say(onDevice ? words.refused : words.pageOnly)} ${sayFailure(status.error)}`
  }
}
