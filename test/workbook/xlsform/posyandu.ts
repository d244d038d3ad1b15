// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** An XLSForm as an office would make it: a header, a table of posyandu, groups, notes, lists, both languages. */
import { type CellValue, writeXlsx } from 'hucre/xlsx'

export type Rows = readonly (readonly CellValue[])[]
export type Sheets = Record<string, Rows>

const heading = [
  'type',
  'name',
  'label::Indonesia (id)',
  'label::English (en)',
  'hint::Indonesia (id)',
  'hint::English (en)',
]
const more = [
  'required',
  'relevant',
  'constraint',
  'constraint_message::Indonesia (id)',
  'constraint_message::English (en)',
  'calculation',
  'appearance',
  'absences',
]
export const columns = [...heading, ...more]

/** A survey row by column name. */
export function row(cells: Partial<Record<(typeof columns)[number] | 'default', CellValue>>): CellValue[] {
  return columns.map((column) => cells[column] ?? null)
}
const q = (type: string, name: string, id: string, en: string, rest: Parameters<typeof row>[0] = {}) =>
  row({ type, name, 'label::Indonesia (id)': id, 'label::English (en)': en, ...rest })

export const survey: Rows = [
  columns,
  q('note', 'pengantar', 'Isi sesuai buku register.', 'Fill in from the register.'),
  q('text', 'nomor_sk', 'Nomor SK', 'Decree number', {
    required: 'yes',
    constraint: "regex(., '[0-9]{1,4}/[A-Z]+/2026') and string-length(.) <= 40",
    'constraint_message::Indonesia (id)': 'Tulis seperti 12/SK/2026.',
    'constraint_message::English (en)': 'Write it like 12/SK/2026.',
  }),
  q('date', 'tanggal_sk', 'Tanggal SK', 'Decree date', { constraint: ". >= '2025-10-01' and . <= today()" }),
  q('select_one ya_tidak', 'ada_kader', 'Ada kader?', 'Any cadres?', { required: 'true()' }),
  row({ type: 'begin_group', name: 'kader', relevant: "${ada_kader} = 'ya'" }),
  q('integer', 'jumlah_kader', 'Jumlah kader', 'Cadres', { required: 'yes', constraint: '. > 0 and . <= 500' }),
  q('select_multiple pelatihan', 'jenis_pelatihan', 'Pelatihan', 'Trainings', {
    relevant: '${jumlah_kader} >= 5 or not(${jumlah_kader} < 2)',
    constraint: 'count-selected(.) >= 1',
  }),
  q('text', 'pelatihan_lain', 'Sebutkan', 'Which', {
    relevant: "selected(${jenis_pelatihan}, 'lain')",
    required: "selected(${jenis_pelatihan}, 'lain')",
    appearance: 'multiline',
  }),
  row({ type: 'end_group' }),
  row({
    type: 'begin repeat',
    name: 'posyandu',
    'label::Indonesia (id)': 'Posyandu',
    'label::English (en)': 'Posyandu',
    required: 'yes',
    relevant: "${ada_kader} != ''",
  }),
  q('text', 'nama', 'Nama posyandu', 'Name', { required: 'yes' }),
  q('integer', 'balita', 'Jumlah balita', 'Under-fives', {
    required: 'yes',
    constraint: '. >= 0 and . >= ${pendek} + ${sangat_pendek}',
    absences: 'not-yet',
  }),
  q('integer', 'pendek', 'Pendek', 'Stunted', { constraint: '. >= 0' }),
  q('integer', 'sangat_pendek', 'Sangat pendek', 'Severely stunted', { constraint: '0 <= .' }),
  q('calculate', 'stunting', 'Stunting', 'Stunting', { calculation: '${pendek} + ${sangat_pendek}' }),
  q('calculate', 'persen', 'Persen pendek', 'Percent stunted', {
    calculation: 'round(${pendek} div ${balita} * 100, 1)',
  }),
  q('decimal', 'biaya', 'Biaya per balita', 'Cost per child', { constraint: '. > 0', relevant: '${persen} > 20' }),
  q('integer', 'anggaran', 'Anggaran', 'Budget', { appearance: 'rupiah' }),
  row({ type: 'end repeat' }),
  q('calculate', 'total_balita', 'Total balita', 'All under-fives', { calculation: 'sum(${balita})' }),
]

export const choices: Rows = [
  ['list_name', 'name', 'label::Indonesia (id)', 'label::English (en)'],
  ['ya_tidak', 'ya', 'Ya', 'Yes'],
  ['ya_tidak', 'tidak', 'Tidak', 'No'],
  ['pelatihan', 'pmba', 'PMBA', 'IYCF'],
  ['pelatihan', 'lain', 'Lainnya', 'Other'],
]

export const settings: Rows = [
  [
    'form_title::Indonesia',
    'form_title::English',
    'form_id',
    'short_title',
    'description::Indonesia',
    'description::English',
    'nil_allowed',
  ],
  ['Data posyandu', 'Posyandu data', 'data_posyandu', 'Posyandu', 'Per posyandu.', 'By posyandu.', 'yes'],
]

export async function bookOf(sheets: Sheets): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows: rows.map((each) => [...each]) })),
  })
}

export const posyanduForm = (over: Sheets = {}) => bookOf({ survey, choices, settings, ...over })
