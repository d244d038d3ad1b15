/**
 * The columns of one coverage figure of F3. Sources are asked only of figures that exist. A figure above 100 %, over nothing,
 * or not there yet needs a note, because each of them is either an error or a story.
 */
import type { Field } from '../schema/form.ts'

export const coverageFields = [
  {
    id: 'kelurahan',
    type: 'choice',
    label: { id: 'Kelurahan', en: 'Kelurahan' },
    required: true,
    choices: { reference: 'kelurahan' },
  },
  {
    id: 'indikator',
    type: 'choice',
    label: { id: 'Indikator', en: 'Indicator' },
    required: true,
    choices: { reference: 'indikator-layanan' },
  },
  {
    id: 'pembilang',
    type: 'integer',
    label: { id: 'Pembilang', en: 'Numerator' },
    hint: {
      id: 'Jumlah sasaran yang menerima layanan. Untuk indikator 12 dan 13 (unmet need, kehamilan tidak diinginkan) angka yang rendah justru baik.',
      en: 'How many of the group received the service. For indicators 12 and 13 (unmet need, unwanted pregnancy) a low figure is the good one.',
    },
    required: true,
    min: 0,
    absences: ['not-yet', 'not-applicable'],
  },
  {
    id: 'penyebut',
    type: 'integer',
    label: { id: 'Penyebut', en: 'Denominator' },
    hint: {
      id: 'Jumlah seluruh sasaran di kelurahan ini. Kemendagri meminta data Dukcapil sebagai penyebut.',
      en: 'The whole target group in this kelurahan. The ministry asks for civil-registry data as the denominator.',
    },
    required: true,
    visibleWhen: { not: { field: 'pembilang', absent: ['not-applicable'] } },
    min: 0,
    absences: ['not-yet'],
  },
  {
    id: 'persentase',
    type: 'computed',
    label: { id: 'Persentase', en: 'Percentage' },
    required: false,
    formula: { percent: { part: 'pembilang', whole: 'penyebut' } },
    decimals: 1,
  },
  {
    id: 'sumberPembilang',
    type: 'choice',
    label: { id: 'Sumber pembilang', en: 'Source of the numerator' },
    required: true,
    visibleWhen: { field: 'pembilang', given: true },
    choices: { reference: 'sumber-data' },
  },
  {
    id: 'sumberPenyebut',
    type: 'choice',
    label: { id: 'Sumber penyebut', en: 'Source of the denominator' },
    required: true,
    visibleWhen: { field: 'penyebut', given: true },
    choices: { reference: 'sumber-data' },
  },
  {
    id: 'catatan',
    type: 'text',
    label: { id: 'Catatan', en: 'Note' },
    hint: {
      id: 'Wajib bila data belum ada, bila penyebut 0, atau bila pembilang melebihi penyebut (di atas 100 %).',
      en: 'Required when there are no data yet, when the denominator is 0, or when the numerator exceeds it (above 100 %).',
    },
    required: {
      any: [
        { field: 'pembilang', absent: ['not-yet'] },
        { field: 'penyebut', absent: ['not-yet'] },
        { field: 'penyebut', equals: 0 },
        { field: 'pembilang', above: { field: 'penyebut' } },
      ],
    },
    maxLength: 500,
    multiline: true,
  },
] as const satisfies readonly Field[]
