/** Words of a round's timeline. */
import type { TimelineKind } from '../../functions/schema/timeline.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const timelineWording = {
  title: { id: 'Linimasa putaran', en: 'Timeline of the round' },
  kind: { id: 'Jenis peristiwa', en: 'Kind of event' },
  none: { id: 'Belum ada peristiwa.', en: 'Nothing has happened yet.' },
} satisfies Record<string, Wording>

export const timelineKindWords: Record<TimelineKind, Wording> = {
  submission: { id: 'Kiriman', en: 'Submission' },
  decision: { id: 'Keputusan', en: 'Decision' },
  window: { id: 'Jendela', en: 'Window' },
  version: { id: 'Versi', en: 'Version' },
  call: { id: 'Panggilan', en: 'Call' },
  mail: { id: 'Surel', en: 'Mail' },
}
