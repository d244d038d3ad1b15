/** Words of the table itself; those of its tools stand in grid-tools.ts. */
import type { Wording } from '../../functions/schema/wording.ts'

export const gridWording = {
  allRows: { id: 'Jumlah semua baris, juga yang sedang tidak tampil', en: 'Sum of all rows, also those not shown' },
} satisfies Record<string, Wording>

/** `2 baris belum terbaca`: what a sum leaves out. */
export function unreadRows(count: number): Wording {
  return { id: `${count} baris belum terbaca`, en: `${count} row${count === 1 ? '' : 's'} not read yet` }
}
