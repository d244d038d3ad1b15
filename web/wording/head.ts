/** Words of the line above the data of a form. */
import type { Wording } from '../../functions/schema/wording.ts'

export const headWording = {
  person: { id: 'Penanggung jawab', en: 'Person in charge' },
  general: { id: 'Isian umum', en: 'General answers' },
  change: { id: 'ubah', en: 'change' },
  ways: { id: 'Cara lain', en: 'Other ways' },
  about: { id: 'Petunjuk, tenggat', en: 'About, dates' },
} satisfies Record<string, Wording>
