/**
 * The first columns of a tag row of F1, in the order in which a planner reads them off the DPA: what is to be achieved and
 * how much money stands for it. Funding sources and units are lists that the city maintains.
 */
import type { Field } from '../schema/form.ts'

/** Indicator, target and unit of the sub kegiatan. */
export const target = [
  {
    id: 'indikatorSubKegiatan',
    type: 'text',
    label: { id: 'Indikator sub kegiatan', en: 'Sub-activity indicator' },
    hint: {
      id: 'Sesuai DPA, misalnya "Jumlah ibu hamil yang mendapatkan pelayanan kesehatan".',
      en: 'As in the DPA, for example "Number of pregnant women who receive health services".',
    },
    required: true,
    minLength: 3,
    maxLength: 300,
  },
  {
    id: 'targetVolume',
    type: 'decimal',
    label: { id: 'Target', en: 'Target' },
    required: true,
    min: 0.01,
    decimals: 2,
  },
  {
    id: 'satuan',
    type: 'text',
    label: { id: 'Satuan', en: 'Unit' },
    hint: { id: 'Misalnya Orang, Keluarga, Dokumen, Paket.', en: 'For example people, families, documents, packages.' },
    required: true,
    maxLength: 50,
    suggest: 'satuan',
  },
] as const satisfies readonly Field[]

/** Budget by source, the tagged part of it, and what of that reaches beneficiaries. */
export const money = [
  {
    id: 'sumberDana',
    type: 'choice',
    label: { id: 'Sumber dana', en: 'Funding source' },
    hint: {
      id: 'Dana Desa, ADD, dan APBDes tidak ada di Kota Kupang. "Non-APBD" dan "Lainnya" perlu keterangan.',
      en: 'Village funds do not exist in Kota Kupang. "Outside the budget" and "Other" need a note.',
    },
    required: true,
    choices: { reference: 'sumber-dana' },
  },
  {
    id: 'paguSubKegiatan',
    type: 'rupiah',
    label: { id: 'Pagu sub kegiatan', en: 'Sub-activity budget' },
    hint: {
      id: 'Pagu sub kegiatan ini dari sumber dana ini, rupiah penuh.',
      en: 'The budget of this sub-activity from this source, in whole rupiah.',
    },
    required: true,
    min: 1,
    total: true,
  },
  {
    id: 'paguDitandai',
    type: 'rupiah',
    label: { id: 'Pagu ditandai', en: 'Tagged budget' },
    hint: {
      id: 'Bagian pagu yang benar-benar mendukung penurunan stunting menurut rincian belanja. Bukan otomatis seluruh pagu.',
      en: 'The part of the budget that really supports stunting reduction by its spending detail. Not automatically all of it.',
    },
    required: true,
    min: 1,
    max: { field: 'paguSubKegiatan' },
    total: true,
  },
  {
    id: 'belanjaLangsungSasaran',
    type: 'rupiah',
    label: { id: 'Belanja langsung ke sasaran', en: 'Direct-to-beneficiary spending' },
    hint: {
      id: 'Bagian pagu ditandai yang diterima langsung oleh sasaran: makanan tambahan, bantuan, layanan. Rapat, perjalanan dinas, dan ATK tidak termasuk. Isi 0 bila tidak ada.',
      en: 'The part of the tagged budget that beneficiaries receive: food, aid, services. Meetings, travel and stationery do not count. Enter 0 if there is none.',
    },
    required: true,
    min: 0,
    max: { field: 'paguDitandai' },
    total: true,
  },
] as const satisfies readonly Field[]
