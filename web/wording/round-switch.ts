/** Words of the head's way to another round. */
import type { Wording } from '../../functions/schema/wording.ts'

export const roundSwitchWording = {
  menu: { id: 'Menu', en: 'Menu' },
  others: { id: 'Pilih putaran', en: 'Choose a round' },
} satisfies Record<string, Wording>

export const roundStageWords = {
  draft: { id: 'draf', en: 'draft' },
  upcoming: { id: 'belum dibuka', en: 'not open yet' },
  open: { id: 'sedang berjalan', en: 'open' },
  closed: { id: 'sudah ditutup', en: 'closed' },
} satisfies Record<string, Wording>
