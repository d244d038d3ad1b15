/**
 * F1: Aksi 3A, penandaan anggaran tahun berjalan. One row = one sub kegiatan x one funding source, because real budgets list
 * them so. Tagging is meant to measure spending that reaches the target group, not a label on a sub kegiatan; hence
 * `belanjaLangsungSasaran` beside `paguDitandai`.
 */
import type { FormDefinition } from '../schema/form.ts'
import { closingFields, personInCharge } from './header-fields.v1.ts'
import { money, target } from './penandaan-budget-fields.v1.ts'
import { purpose, tracking } from './penandaan-purpose-fields.v1.ts'
import { subActivityFields } from './sub-activity-fields.v1.ts'

export const aksi3aPenandaanAnggaranV1 = {
  id: 'aksi3a-penandaan-anggaran',
  version: 1,
  title: {
    id: 'Aksi 3A: Penandaan Anggaran Tahun Berjalan',
    en: 'Action 3A: Budget Tagging for the Current Year',
  },
  shortTitle: { id: '3A', en: '3A' },
  description: {
    id: 'Tandai sub kegiatan dalam APBD tahun berjalan yang mendukung pencegahan dan percepatan penurunan stunting. Satu baris untuk satu sub kegiatan dan satu sumber dana. Bila unit Anda tidak memilikinya, kirim "Nihil" dengan alasan.',
    en: 'Tag the sub-activities of this year’s budget that support stunting prevention and reduction. One row for one sub-activity and one funding source. If your agency has none, send "Nil" with a reason.',
  },
  fields: [
    ...personInCharge,
    {
      id: 'dokumenAnggaran',
      type: 'choice',
      label: { id: 'Dokumen anggaran', en: 'Budget document' },
      hint: {
        id: 'Dokumen terakhir yang menjadi sumber angka pagu di bawah ini.',
        en: 'The latest document from which the budget figures below were read.',
      },
      required: true,
      choices: [
        { value: 'dpa', label: { id: 'DPA (murni)', en: 'DPA (original budget)' } },
        { value: 'pergeseran', label: { id: 'DPA pergeseran', en: 'DPA after a shift' } },
        { value: 'dppa', label: { id: 'DPPA (perubahan)', en: 'DPPA (revised budget)' } },
      ],
    },
    {
      id: 'nomorDokumen',
      type: 'text',
      label: { id: 'Nomor dokumen', en: 'Document number' },
      required: false,
      maxLength: 100,
    },
    {
      id: 'tanggalDokumen',
      type: 'date',
      label: { id: 'Tanggal dokumen', en: 'Document date' },
      hint: {
        id: 'Antara 1 Oktober tahun sebelumnya dan hari ini.',
        en: 'Between 1 October of the previous year and today.',
      },
      required: true,
      min: { fiscalYearPlus: -1, monthDay: '10-01' },
      max: 'today',
    },
    ...closingFields,
  ],
  tables: [
    {
      id: 'penandaan',
      title: { id: 'Penandaan anggaran', en: 'Tagged budget' },
      hint: {
        id: 'Satu sub kegiatan dengan dua sumber dana ditulis dalam dua baris.',
        en: 'A sub-activity with two funding sources takes two rows.',
      },
      fields: [...subActivityFields, ...target, ...money, ...purpose, ...tracking],
      minRows: 1,
      maxRows: 500,
      uniqueBy: ['kodeSubKegiatan', 'sumberDana'],
    },
  ],
  nilAllowed: true,
} satisfies FormDefinition
