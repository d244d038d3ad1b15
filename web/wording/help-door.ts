/** Words of the door to the help. */
import type { Wording } from '../../functions/schema/wording.ts'

export const helpDoorWording = {
  open: { id: 'Bantuan halaman ini', en: 'Help for this page' },
} satisfies Record<string, Wording>
