/** Words of checking and sending a form. */
import type { Wording } from '../../functions/schema/wording.ts'

export const submitWording = {
  check: { id: 'Periksa dan kirim', en: 'Check and submit' },
  checking: { id: 'Memeriksa…', en: 'Checking…' },
  sending: { id: 'Mengirim…', en: 'Submitting…' },
} satisfies Record<string, Wording>
