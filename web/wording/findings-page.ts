/** Words of the page of all findings that no form needs. */

import type { Stake } from '../../functions/rules/finding-groups.ts'
import { formatNumber, formatRupiah } from '../../functions/schema/formats.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const groupWording = {
  explainAll: { id: 'Jelaskan semuanya', en: 'Explain all' },
  returnAll: { id: 'Kembalikan kirimannya', en: 'Return the submissions' },
  dealtWith: { id: 'Sudah dijelaskan atau dikesampingkan', en: 'Explained or put aside' },
  returnAsk: {
    id: 'Tiap kiriman dikembalikan dengan temuannya sebagai catatan pada selnya; perangkat daerah menerima surel.',
    en: 'Each submission is returned with its findings as comments at their cells; the agencies are mailed.',
  },
} satisfies Record<string, Wording>

/** The button under the list: so many at once, of so many that are left. */
export function moreFindings(next: number, left: number): Wording {
  return {
    id: next === left ? `Tampilkan ${left} lagi` : `Tampilkan ${next} lagi dari ${left} yang tersisa`,
    en: next === left ? `Show ${left} more` : `Show ${next} more of the ${left} left`,
  }
}

/** "44 temuan pada 12 perangkat daerah, Rp1.200.000.000". */
export function groupCounts(count: number, agencies: number, stake: Stake | undefined): Wording {
  const at = (language: 'id' | 'en') =>
    stake === undefined
      ? ''
      : stake.unit === 'rupiah'
        ? `, ${formatRupiah(stake.amount, language)}`
        : `, ${formatNumber(stake.amount, language)} ${language === 'id' ? 'orang' : 'people'}`
  return {
    id: `${count} temuan pada ${agencies} perangkat daerah${at('id')}`,
    en: `${count} finding${count === 1 ? '' : 's'} at ${agencies === 1 ? '1 agency' : `${agencies} agencies`}${at('en')}`,
  }
}

export function askTitle(act: 'explain' | 'aside' | 'return', count: number): Wording {
  return {
    explain: { id: `Jelaskan ${count} temuan?`, en: `Explain ${count} findings?` },
    aside: { id: `Kesampingkan ${count} temuan?`, en: `Put ${count} findings aside?` },
    return: { id: `Kembalikan ${count} kiriman?`, en: `Return ${count} submission${count === 1 ? '' : 's'}?` },
  }[act]
}

/** What became of an act on a group. */
export function groupDone(done: number, left: number): Wording {
  const rest =
    left > 0
      ? { id: ` ${left} tidak: keadaannya sudah berubah.`, en: ` ${left} not: they changed meanwhile.` }
      : { id: '', en: '' }
  return { id: `Tersimpan: ${done}.${rest.id}`, en: `Saved: ${done}.${rest.en}` }
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
