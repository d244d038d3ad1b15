/** A small form with one of everything, for cases that no published form has on its own. */
import type { AnswerContext } from '../../functions/schema/answers/context.ts'
import type { Answers, Cells, Row } from '../../functions/schema/answers.ts'
import type { FormDefinition, Table } from '../../functions/schema/form.ts'

const both = (text: string) => ({ id: text, en: `${text} (en)` })

export const sample: FormDefinition = {
  id: 'contoh',
  version: 1,
  title: both('Contoh'),
  shortTitle: both('Contoh'),
  description: both('Contoh'),
  fields: [
    { id: 'nama', type: 'text', label: both('Nama'), required: true, minLength: 3, maxLength: 10 },
    {
      id: 'ada',
      type: 'choice',
      label: both('Ada rincian'),
      required: false,
      choices: [{ value: 'ya', label: both('Ya') }],
    },
    {
      id: 'rinci',
      type: 'text',
      label: both('Rincian'),
      required: true,
      maxLength: 50,
      visibleWhen: { field: 'ada', is: ['ya'] },
    },
    {
      id: 'lanjut',
      type: 'text',
      label: both('Lanjutan'),
      required: true,
      maxLength: 50,
      visibleWhen: { field: 'rinci', given: true },
    },
    {
      id: 'mulai',
      type: 'date',
      label: both('Tanggal mulai'),
      required: false,
      min: { fiscalYearPlus: 0, monthDay: '01-01' },
    },
    {
      id: 'akhir',
      type: 'date',
      label: both('Tanggal akhir'),
      required: false,
      min: { field: 'mulai' },
      max: ['today', '2026-12-31'],
    },
    { id: 'tautan', type: 'url', label: both('Tautan'), required: false },
  ],
  tables: [
    {
      id: 'baris',
      title: both('Baris'),
      minRows: 1,
      maxRows: 3,
      uniqueBy: ['kode', 'dana'],
      fields: [
        { id: 'kode', type: 'text', label: both('Kode'), required: true, maxLength: 20, suggest: 'kode' },
        { id: 'dana', type: 'choice', label: both('Sumber dana'), required: true, choices: { reference: 'dana' } },
        { id: 'pagu', type: 'rupiah', label: both('Pagu sub kegiatan'), required: true, min: 1, total: true },
        {
          id: 'tanda',
          type: 'rupiah',
          label: both('Pagu ditandai'),
          required: true,
          max: { field: 'pagu' },
          total: true,
        },
        { id: 'volume', type: 'decimal', label: both('Volume'), required: false, min: 0.5, decimals: 2 },
        {
          id: 'tempat',
          type: 'choices',
          label: both('Tempat'),
          required: false,
          choices: { reference: 'tempat' },
          minChoices: 2,
        },
        {
          id: 'serapan',
          type: 'computed',
          label: both('Serapan'),
          required: false,
          formula: { percent: { part: 'tanda', whole: 'pagu' } },
          decimals: 1,
        },
        { id: 'alasan', type: 'text', label: both('Alasan'), required: { field: 'serapan', below: 50 }, maxLength: 30 },
        { id: 'judul', type: 'text', label: both('Judul'), required: false, maxLength: 60 },
      ],
    },
    {
      id: 'tetap',
      title: both('Tetap'),
      minRows: 0,
      maxRows: 20,
      fixedRows: { by: [{ field: 'tempat', reference: 'tempat' }] },
      sumLimits: [{ sum: ['a', 'b'], atMost: 'semua', message: both('a ditambah b melebihi semua') }],
      fields: [
        { id: 'tempat', type: 'choice', label: both('Tempat'), required: true, choices: { reference: 'tempat' } },
        {
          id: 'semua',
          type: 'integer',
          label: both('Semua'),
          required: true,
          min: 0,
          absences: ['not-yet', 'not-applicable'],
        },
        { id: 'a', type: 'integer', label: both('A'), required: false, min: 0, absences: ['not-yet'] },
        { id: 'b', type: 'integer', label: both('B'), required: false, min: 0 },
      ],
    },
  ],
  nilAllowed: true,
}

/** The sample's table of this id. */
export function tableOf(id: string): Table {
  const table = sample.tables.find((each) => each.id === id)
  if (table === undefined) throw new Error(`no table ${id}`)
  return table
}

const entry = (value: string, more = {}) => ({ value, label: both(value), ...more })

export const context: AnswerContext = {
  today: '2026-02-13',
  agencyId: 'kec-alak',
  fiscalYear: 2026,
  references: {
    kode: [entry('K.1', { facts: { judul: 'Judul satu' } })],
    dana: [entry('DAU'), entry('PAD', { aliases: ['Asli Daerah'] })],
    tempat: [
      entry('53.71.01.1008', { label: { id: 'Alak', en: 'Alak' }, scope: ['kec-alak'] }),
      entry('53.71.01.1009', { label: { id: 'Batu Plat', en: 'Batu Plat' }, scope: ['kec-alak'] }),
      entry('53.71.02.1001', { label: { id: 'Oepura', en: 'Oepura' }, scope: ['kec-maulafa'] }),
    ],
  },
}

export const goodRow: Cells = { kode: 'K.1', dana: 'DAU', pagu: 1_200_000, tanda: 600_000 }
const fixedRow = (rowKey: string, tempat: string, cells: Cells = { semua: 10 }): Row => ({
  rowKey,
  cells: { tempat, ...cells },
})
export const fixedRows = (first?: Cells, second?: Cells): Row[] => [
  fixedRow('53-71-01-1008', '53.71.01.1008', first),
  fixedRow('53-71-01-1009', '53.71.01.1009', second),
]

/** Answers that may be sent, with changes to the header, the free rows or the fixed rows. */
export function answersWith(change: { fields?: Cells; baris?: Row[]; row?: Cells; tetap?: Row[] } = {}): Answers {
  return {
    fields: { nama: 'Dinas X', ...change.fields },
    rows: {
      baris: change.baris ?? [{ rowKey: 'R1', cells: { ...goodRow, ...change.row } }],
      tetap: change.tetap ?? fixedRows(),
    },
  }
}
