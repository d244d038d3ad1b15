// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** The workbook that a coordinator begins a form with: a small form that can be published as it is, and a sheet that explains. */
import { type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { headStyle, titleStyle, wrapStyle } from '../template/styles.ts'

const indonesian = (column: string) => `${column}::Indonesia (id)`
const english = (column: string) => `${column}::English (en)`
const columns = [
  'type',
  'name',
  indonesian('label'),
  english('label'),
  indonesian('hint'),
  'required',
  'relevant',
  'constraint',
  indonesian('constraint_message'),
  english('constraint_message'),
  'calculation',
  'appearance',
] as const
type Cells = Partial<Record<(typeof columns)[number], string>>
const asked = (type: string, name: string, label: [id: string, en: string], more: Cells = {}): Cells => ({
  type,
  name,
  [indonesian('label')]: label[0],
  [english('label')]: label[1],
  ...more,
})
const survey: readonly Cells[] = [
  asked('text', 'nomor_sk', ['Nomor SK', 'Decree number'], {
    required: 'yes',
    constraint: "regex(., '[0-9]{1,4}/SK/[0-9]{4}')",
    [indonesian('constraint_message')]: 'Tulis seperti 12/SK/2026.',
    [english('constraint_message')]: 'Write it like 12/SK/2026.',
  }),
  asked('date', 'tanggal_sk', ['Tanggal SK', 'Decree date'], { constraint: '. <= today()' }),
  asked('select_one ya_tidak', 'ada_kader', ['Ada kader?', 'Are there cadres?'], { required: 'yes' }),
  asked('integer', 'jumlah_kader', ['Jumlah kader', 'Number of cadres'], {
    required: 'yes',
    relevant: "${ada_kader} = 'ya'",
    constraint: '. > 0 and . <= 500',
  }),
  asked('select_multiple pelatihan', 'jenis_pelatihan', ['Pelatihan yang diikuti', 'Trainings attended'], {
    relevant: "${ada_kader} = 'ya'",
  }),
  asked('begin_repeat', 'posyandu', ['Posyandu', 'Posyandu'], { required: 'yes' }),
  asked('text', 'nama', ['Nama posyandu', 'Name of the posyandu'], { required: 'yes' }),
  asked('select_one kelurahan', 'kelurahan', ['Kelurahan', 'Kelurahan'], {
    [indonesian('hint')]: 'Daftar dari Data acuan, jadi tidak perlu ditulis di lembar choices.',
  }),
  asked('integer', 'balita', ['Jumlah balita', 'Under-fives'], { required: 'yes', constraint: '. >= 0' }),
  asked('integer', 'stunting', ['Balita stunting', 'Stunted under-fives'], {
    required: 'yes',
    constraint: '. >= 0 and . <= ${balita}',
  }),
  asked('calculate', 'persen', ['Persen stunting', 'Percent stunted'], {
    calculation: 'round(${stunting} div ${balita} * 100, 1)',
  }),
  asked('integer', 'anggaran', ['Anggaran', 'Budget'], { appearance: 'rupiah' }),
  { type: 'end_repeat' },
  asked('calculate', 'total_balita', ['Total balita', 'All under-fives'], { calculation: 'sum(${balita})' }),
]
const choices = [
  ['list_name', 'name', indonesian('label'), english('label')],
  ['ya_tidak', 'ya', 'Ya', 'Yes'],
  ['ya_tidak', 'tidak', 'Tidak', 'No'],
  ['pelatihan', 'pmba', 'PMBA', 'Infant feeding'],
  ['pelatihan', 'antropometri', 'Antropometri', 'Anthropometry'],
]
const settings = [
  [indonesian('form_title'), english('form_title'), 'form_id', 'short_title', 'nil_allowed'],
  ['Contoh: data posyandu', 'Sample: posyandu data', 'contoh-posyandu', 'Posyandu', 'yes'],
]

/** Lembar, apa yang ditulis, contoh, what that is. */
const guide: readonly (readonly [where: string, write: string, id: string, en: string])[] = [
  [
    'survey › type',
    'text',
    'Teks; appearance multiline: beberapa baris; url: alamat web',
    'Text; appearance multiline or url',
  ],
  [
    'survey › type',
    'integer',
    'Bilangan bulat; appearance rupiah: rupiah utuh',
    'Whole number; appearance rupiah: whole rupiah',
  ],
  [
    'survey › type',
    'decimal',
    'Angka dengan desimal; appearance percent: persen',
    'Number with decimals; appearance percent: a percentage',
  ],
  ['survey › type', 'date, time, dateTime', 'Tanggal, jam, keduanya', 'Date, time of day, both'],
  [
    'survey › type',
    'range, rank, acknowledge',
    'Angka di antara dua batas, urutan pilihan, satu kotak centang',
    'A number between two ends, choices in order, one box to tick',
  ],
  [
    'survey › type',
    'select_one DAFTAR',
    'Satu pilihan dari lembar choices atau dari Data acuan',
    'One choice of the sheet choices or of a reference list',
  ],
  ['survey › type', 'select_multiple DAFTAR', 'Beberapa pilihan', 'Several choices'],
  [
    'survey › type',
    'begin_repeat … end_repeat',
    'Tabel; required = paling sedikit satu baris',
    'A table; required = at least one row',
  ],
  [
    'survey › type',
    'begin_group … end_group',
    'relevant kelompok berlaku bagi semua pertanyaannya',
    'The group’s relevant holds for each question',
  ],
  ['survey › type', 'note', 'Keterangan di atas pertanyaan berikutnya', 'A remark above the next question'],
  [
    'survey › type',
    'calculate',
    'Dihitung otomatis; sum(${kolom}) menjumlahkan tabel; tanpa label tidak ditampilkan',
    'Worked out; sum(${column}) adds up a table; not shown without a label',
  ],
  [
    'survey › required',
    'yes, atau syarat',
    'Wajib diisi, atau wajib bila syarat berlaku',
    'Required, or while a condition holds',
  ],
  [
    'survey › relevant',
    "${ada_kader} = 'ya' and ${jumlah} > 2",
    'Tampak hanya bila syarat berlaku (and, or, not, selected)',
    'Shown only while it holds (and, or, not, selected)',
  ],
  [
    'survey › constraint',
    '. >= 0 and . <= ${balita}',
    'Aturan isian; constraint_severity warning = hanya peringatan',
    'A rule of the answer; constraint_severity warning = only said',
  ],
  [
    'survey › calculation',
    'if(${a} > 0, ${b} div ${a} * 100, 0)',
    'Rumus seperti di ODK: if, coalesce, round, sum, concat, format-date, …',
    'As in ODK: if, coalesce, round, sum, concat, format-date, …',
  ],
  [
    'survey › default, choice_filter',
    'today()',
    'Isian awal; pilihan yang ditawarkan',
    'What it begins with; the choices on offer',
  ],
  ['choices', 'list_name, name, label', 'Satu baris satu pilihan', 'A row a choice'],
  [
    'settings',
    'form_id',
    'Kode formulir; kode yang sama diterbitkan sebagai versi berikutnya',
    'Code of the form; the same code is published as the next version',
  ],
]

export async function writeSample(): Promise<Uint8Array> {
  const rows = survey.map((cells) => columns.map((column) => cells[column] ?? null))
  return writeXlsx({
    sheets: [
      sheet('survey', [[...columns], ...rows], [22, 18, 28, 28, 28, 10, 26, 30, 28, 28, 36, 14]),
      sheet('choices', choices, [18, 18, 30, 30]),
      sheet('settings', settings, [34, 34, 22, 18, 14]),
      guideSheet(),
    ],
  })
}

/** With its first row as the head. */
function sheet(name: string, rows: readonly (readonly CellValue[])[], widths: readonly number[]): WriteSheet {
  const cells = new Map(rows[0]?.map((_, column) => [`0,${column}`, { style: headStyle }] as const))
  return { name, rows: rows.map((each) => [...each]), columns: widths.map((width) => ({ width })), cells }
}

function guideSheet(): WriteSheet {
  const head = ['Lembar › kolom', 'Tulis', 'Artinya', 'Meaning']
  const cells = new Map(
    guide.flatMap((line, row) => line.map((_, column) => [`${row + 2},${column}`, { style: wrapStyle }])),
  )
  cells.set('0,0', { style: titleStyle })
  for (const column of head.keys()) cells.set(`1,${column}`, { style: headStyle })
  const title = 'Petunjuk · Ganti isi ketiga lembar di depan, lalu unggah di Pengaturan › Formulir. / Guide'
  return {
    name: 'petunjuk',
    rows: [[title], head, ...guide.map((line) => [...line])],
    columns: [24, 40, 60, 60].map((width) => ({ width })),
    cells,
  }
}
