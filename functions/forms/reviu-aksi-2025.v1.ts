/**
 * F2: reviu of the year 2025. Two tables: what became of each action (one row per action of the city's list, so none is
 * forgotten), and what the tagged budget of 2025 achieved. An agency without tagged budget in 2025 says so; an empty table
 * alone would not tell "none" from "not begun".
 */
import type { FormDefinition } from '../schema/form.ts'
import { closingFields, personInCharge } from './header-fields.v1.ts'
import { actionFields, budgetFields } from './reviu-fields.v1.ts'

export const reviuAksi2025V1 = {
  id: 'reviu-aksi-2025',
  version: 1,
  title: { id: 'Reviu Pelaksanaan Aksi Konvergensi 2025', en: 'Review of the Convergence Actions in 2025' },
  shortTitle: { id: 'Reviu 2025', en: 'Review 2025' },
  description: {
    id: 'Laporkan status setiap aksi yang menyangkut unit Anda selama 2025 dan realisasi anggaran yang ditandai pada tahun itu. Aksi yang tidak menyangkut unit Anda diberi status "Tidak berlaku".',
    en: 'Report the status of each action that concerned your agency in 2025, and what became of the budget tagged that year. Actions that do not concern your agency get "Not applicable".',
  },
  fields: [
    ...personInCharge,
    {
      id: 'adaPenandaan2025',
      type: 'choice',
      label: {
        id: 'Apakah unit Anda memiliki anggaran yang ditandai pada 2025?',
        en: 'Did your agency have tagged budget in 2025?',
      },
      required: true,
      choices: [
        { value: 'ya', label: { id: 'Ya, ada', en: 'Yes' } },
        { value: 'tidak', label: { id: 'Tidak ada', en: 'No' } },
      ],
    },
    ...closingFields,
  ],
  tables: [
    {
      id: 'aksi',
      title: { id: 'Status per aksi', en: 'Status by action' },
      hint: { id: 'Semua aksi dalam daftar diberi status.', en: 'Every action in the list gets a status.' },
      fields: [...actionFields],
      minRows: 0,
      maxRows: 50,
      fixedRows: { by: [{ field: 'kodeAksi', reference: 'aksi' }] },
    },
    {
      id: 'anggaran',
      title: { id: 'Realisasi anggaran yang ditandai 2025', en: 'Spending of the budget tagged in 2025' },
      hint: {
        id: 'Satu baris untuk satu sub kegiatan dan satu sumber dana.',
        en: 'One row for one sub-activity and one funding source.',
      },
      fields: [...budgetFields],
      minRows: 1,
      maxRows: 500,
      uniqueBy: ['kodeSubKegiatan', 'sumberDana'],
      visibleWhen: { field: 'adaPenandaan2025', is: ['ya'] },
    },
  ],
  nilAllowed: true,
} satisfies FormDefinition
