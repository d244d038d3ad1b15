/** What a finding of the accuracy checks is. */
import type { Severity } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'

/** Said beside it: an error keeps the form from being sent, a warning does not. */
export const severityWords: Record<Severity, Wording> = {
  blocking: { id: 'Kesalahan', en: 'Error' },
  warning: { id: 'Peringatan', en: 'Warning' },
  info: { id: 'Catatan', en: 'Note' },
}
