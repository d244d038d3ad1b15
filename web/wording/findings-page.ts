/** Words of the page of all findings that no form needs. */
import type { Wording } from '../../functions/schema/wording.ts'

/** The button under the list: so many at once, of so many that are left. */
export function moreFindings(next: number, left: number): Wording {
  return {
    id: next === left ? `Tampilkan ${left} lagi` : `Tampilkan ${next} lagi dari ${left} yang tersisa`,
    en: next === left ? `Show ${left} more` : `Show ${next} more of the ${left} left`,
  }
}

export const decideWording = {
  setAside: { id: 'Kesampingkan', en: 'Set aside' },
  whyAside: { id: 'Mengapa temuan ini dikesampingkan?', en: 'Why is this finding set aside?' },
  asideMeans: {
    id: 'Temuan ini tidak ditagih lagi pada putaran ini, juga bila angkanya berubah. Alasan dan nama Anda tersimpan.',
    en: 'Nobody is reminded of it in this round any more, also when its figures change. The reason and your name are kept.',
  },
  wasSetAside: { id: 'Dikesampingkan', en: 'Set aside' },
  toCity: { id: 'Buka halaman kota', en: 'Open the page of the city' },
} satisfies Record<string, Wording>
