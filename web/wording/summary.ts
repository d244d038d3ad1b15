/** Words of the summary of an own form. */
import type { Wording } from '../../functions/schema/wording.ts'

export const summaryWording = {
  heading: { id: 'Isian menurut formulir', en: 'What was answered, by form' },
  title: { id: 'Ringkasan', en: 'Summary' },
  nothing: {
    id: 'Formulir ini tidak punya pilihan atau angka untuk diringkas.',
    en: 'This form has no choices or numbers to sum up.',
  },
  answered: (count: number, blank: number): Wording => ({
    id: `${count} terisi, ${blank} kosong`,
    en: `${count} answered, ${blank} blank`,
  }),
  choice: { id: 'Pilihan', en: 'Choice' },
  count: { id: 'Banyak', en: 'Count' },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  area: { id: 'Kelurahan', en: 'Kelurahan' },
  by: ({ id, en }: Wording): Wording => ({ id: `Menurut ${id.toLowerCase()}`, en: `By ${en.toLowerCase()}` }),
  sum: { id: 'Jumlah', en: 'Sum' },
  mean: { id: 'Rata-rata', en: 'Mean' },
  least: { id: 'Terkecil', en: 'Least' },
  most: { id: 'Terbesar', en: 'Most' },
}
