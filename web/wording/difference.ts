/** Words for what changed between two revisions. */
import type { Wording } from '../../functions/schema/wording.ts'

export const differenceWording = {
  compareWith: { id: 'Bandingkan dengan', en: 'Compare with' },
  revision: { id: 'Revisi', en: 'Revision' },
  decided: { id: 'keputusan terakhir', en: 'the last decision' },
  became: { id: 'menjadi', en: 'became' },
  all: { id: 'Tampilkan semua perubahan', en: 'Show all changes' },
} satisfies Record<string, Wording>

export const kindWords: Record<'added' | 'removed' | 'changed', Wording> = {
  added: { id: 'baru', en: 'new' },
  removed: { id: 'dihapus', en: 'removed' },
  changed: { id: 'berubah', en: 'changed' },
}

/** "Yang berubah sejak keputusan terakhir (revisi 1)". */
export function sinceWords(from: number, decided: boolean): Wording {
  return decided
    ? {
        id: `Yang berubah sejak keputusan terakhir (revisi ${from})`,
        en: `Changes since the last decision (revision ${from})`,
      }
    : { id: `Yang berubah dibanding revisi ${from}`, en: `Changes compared with revision ${from}` }
}

export function changeCount(count: number): Wording {
  if (count === 0) return { id: 'Tidak ada perbedaan.', en: 'No differences.' }
  return { id: `${count} perubahan.`, en: `${count} change${count === 1 ? '' : 's'}.` }
}
