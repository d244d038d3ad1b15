/** Words of the page of all findings that no form needs. */
import type { Wording } from '../../functions/schema/wording.ts'

/** The button under the list: so many at once, of so many that are left. */
export function moreFindings(next: number, left: number): Wording {
  return {
    id: next === left ? `Tampilkan ${left} lagi` : `Tampilkan ${next} lagi dari ${left} yang tersisa`,
    en: next === left ? `Show ${left} more` : `Show ${next} more of the ${left} left`,
  }
}
