/** What a file leaves open: until it is answered it is as if it were not in the file, and an answer reaches its row wherever that is. */
import { writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { applyChanges } from '../../functions/domain/workbook/apply-changes.ts'
import { decided, undecided } from '../../functions/rules/workbook-choices.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { WorkbookPreview } from '../../functions/schema/workbook.ts'
import { contextOf } from '../schema/sound-answers.ts'
import { blank, now, subjectOf, workbooks } from './subject.ts'

const w = (text: string) => ({ id: text, en: text })
const form: FormDefinition = {
  id: 'laporan',
  version: 1,
  title: w('Laporan'),
  shortTitle: w('Laporan'),
  description: w('Laporan'),
  nilAllowed: false,
  fields: [
    {
      id: 'ada',
      label: w('Ada kegiatan?'),
      required: true,
      type: 'choice',
      choices: ['ya', 'tidak'].map((value) => ({ value, label: w(value === 'ya' ? 'Ya, ada' : 'Tidak ada') })),
    },
    { id: 'pegawai', label: w('Pegawai'), required: false, absences: ['not-yet'], type: 'integer', min: 0 },
  ],
  tables: [
    {
      id: 'kegiatan',
      title: w('Kegiatan'),
      minRows: 0,
      maxRows: 100,
      uniqueBy: ['kode'],
      visibleWhen: { field: 'ada', is: ['ya'] },
      fields: [
        { id: 'kode', label: w('Kode'), required: true, type: 'text', maxLength: 40 },
        { id: 'uraian', label: w('Uraian'), required: true, type: 'text', maxLength: 200 },
        { id: 'pagu', label: w('Pagu'), required: false, type: 'rupiah' },
        { id: 'sasaran', label: w('Sasaran'), required: false, absences: ['not-yet'], type: 'integer', min: 0 },
        { id: 'catatan', label: w('Catatan'), required: false, type: 'text', maxLength: 200 },
      ],
    },
  ],
}
type Line = (string | number | null)[]
const titles = ['Kode', 'Uraian', 'Pagu', 'Sasaran', 'Catatan']
const context = contextOf('kec-alak')

async function preview(
  answers: Answers,
  lines: readonly Line[],
  questions: readonly Line[] = [],
): Promise<WorkbookPreview> {
  const sheets = [
    ...(questions.length === 0 ? [] : [{ name: 'Umum', rows: [['Isian', 'Jawaban'], ...questions] }]),
    { name: 'Kegiatan', rows: [titles, ...lines] },
  ]
  const subject = subjectOf(answers, { definition: form, context })
  return workbooks.preview(subject, Uint8Array.from(await writeXlsx({ sheets })))
}
const draft = (...rows: readonly (readonly [string, Cells])[]): Answers => ({
  fields: { ada: 'ya' },
  rows: { kegiatan: rows.map(([rowKey, cells]) => ({ rowKey, cells })) },
})
const after = (answers: Answers, found: WorkbookPreview, options: readonly (readonly [string, number])[] = []) =>
  applyChanges(answers, decided(found, { options: new Map(options) }))
const idOf = ({ asks }: WorkbookPreview, kind: string) => asks.find((ask) => ask.kind === kind)?.id ?? ''

it('a dash that is not answered is in no row, no error and no change', async () => {
  const found = await preview(draft(), [['A', 'Satu', '-', '–', '-']])
  expect(found.tables[0]?.added.map(({ cells }) => cells)).toEqual([{ kode: 'A', uraian: 'Satu', catatan: '-' }])
  expect([found.errors, undecided(found, {}).length]).toEqual([[], 2])
  const [row] = after(draft(), found, [[idOf(found, 'dash'), 0]]).rows.kegiatan ?? []
  expect(row?.cells).toEqual({ kode: 'A', uraian: 'Satu', pagu: 0, catatan: '-' })
})

it('a dash in a row that is chosen as a correction goes into the corrected row', async () => {
  const answers = draft(['R1', { kode: '0931', uraian: 'Posyandu', pagu: 5, catatan: 'x' }])
  const found = await preview(answers, [['0932', 'Posyandu', 5, '-', 'x']])
  const [correction, dash] = [idOf(found, 'correction'), idOf(found, 'dash')]
  const corrected = after(answers, found, [
    [correction, 0],
    [dash, 0],
  ])
  expect(corrected.rows.kegiatan).toEqual([
    {
      rowKey: 'R1',
      cells: { kode: '0932', uraian: 'Posyandu', pagu: 5, sasaran: { absent: 'not-yet' }, catatan: 'x' },
    },
  ])
  const asNew =
    after(answers, found, [
      [correction, 1],
      [dash, 1],
    ]).rows.kegiatan ?? []
  expect(asNew.map(({ cells }) => [cells.kode, cells.sasaran])).toEqual([
    ['0931', undefined],
    ['0932', 0],
  ])
})

it('a correction says what the draft has besides', async () => {
  const answers = draft(['R1', { kode: '0931', uraian: 'Posyandu', pagu: 5, sasaran: 9, catatan: 'x' }])
  const found = await preview(answers, [['0932', 'Posyandu', 5, null, 'x']])
  expect(found.asks[0]?.options[0]?.label.id).toBe('Koreksi dari 0931 (Kode: 0931 → 0932; tetap: Sasaran: 9)')
})

it('a dash of a file of unknown past takes nothing that the draft has, and that is said', async () => {
  const answers = draft(['R1', { kode: 'A', uraian: 'Satu', pagu: 5, sasaran: 9 }])
  const found = await preview(answers, [['A', 'Satu', '-', 9, null]])
  expect([found.asks, after(answers, found)]).toEqual([[], answers])
  expect(found.notices.map(({ message }) => message.id)).toContainEqual(expect.stringMatching(/^1 tanda hubung/))
})

it('a dash as the answer of a question is asked about, and a zero is shown as zero', async () => {
  const found = await preview(draft(), [], [['Pegawai', '-']])
  expect(found.fields).toEqual({})
  expect(after(draft(), found, [[idOf(found, 'dash'), 0]]).fields.pegawai).toEqual({ absent: 'not-yet' })
  const answers: Answers = { fields: { ada: 'ya', pegawai: 0 }, rows: { kegiatan: [] } }
  const other = await preview(answers, [], [['Pegawai', 7]])
  expect(other.asks[0]?.message.id).toContain('0 → 7')
})

it('a file that answers "Tidak ada" while the draft has rows is asked about, also where it changes no row', async () => {
  const answers = draft(['R1', { kode: 'A', uraian: 'Satu', pagu: 5 }])
  const subject = subjectOf(answers, { definition: form, context })
  const { readXlsx } = await import('hucre/xlsx')
  const { sheets } = await readXlsx(await workbooks.template(now, subject))
  const rows = sheets.find(({ name }) => name === 'Umum')?.rows ?? []
  const line = rows.find(([label]) => String(label).startsWith('Ada kegiatan'))
  if (line !== undefined) line[1] = 'Tidak ada'
  const plain = sheets.map(({ name, rows: own, veryHidden }) => ({ name, rows: own, veryHidden: veryHidden === true }))
  const found = await workbooks.preview(subject, Uint8Array.from(await writeXlsx({ sheets: plain })))
  expect(found.asks[0]).toMatchObject({ kind: 'hidden', chosen: null })
  expect(found.asks[0]?.message.id).toContain('dijawab "Tidak ada", padahal tabel ini terisi 1 baris')
  expect(after(answers, found, [[found.asks[0]?.id ?? '', 0]])).toEqual(answers)
})

it('a table that is hidden because its question has no answer says so', async () => {
  const found = await preview(blank, [['A', 'Satu', 1, 2, null]])
  expect(found.asks[0]?.message.id).toContain('"Ada kegiatan?" belum dijawab, padahal tabel ini terisi 1 baris')
})

it('a line of sums that was read as a row is that row again, and is not asked about twice', async () => {
  const lines: Line[] = [
    ['A', 'Satu', 1, 2, null],
    ['JUMLAH', null, 1, 2, null],
  ]
  const found = await preview(draft(), lines)
  const once = after(draft(), found, [[idOf(found, 'aside'), 1]])
  expect(once.rows.kegiatan?.map(({ cells }) => cells.kode)).toEqual(['A', 'JUMLAH'])
  const again = await preview(once, [lines[1] ?? [], lines[0] ?? []])
  expect([again.asks, again.counts.added, after(once, again)]).toEqual([[], 0, once])
})

it.each([
  'Oelamasi, 12 Februari 2026',
  'Kupang,        Februari 2026',
  'Kota Bau-Bau, ........................ 2026',
  'Kupang, tanggal 13/02/2026',
  'Soe,',
  'Plh. Kepala Dinas',
])('a block that begins with "%s" is a signature, whatever the place is called', async (first) => {
  const found = await preview(draft(), [
    ['A', 'Satu', 1, 2, null],
    [],
    [null, null, null, null, first],
    [],
    [null, null, null, null, 'Maria Lay'],
  ])
  expect(found.tables[0]?.added).toHaveLength(1)
  expect(found.asks.map(({ kind, about }) => [kind, about])).toEqual([['aside', 'A4, A6']])
})

it.each(['Orang, paket', 'Desa Noelbaki, Kecamatan Kupang Tengah', 'Bantuan pangan, 3 kali setahun'])(
  'a note like "%s" is none',
  async (note) => {
    const found = await preview(draft(), [['A', 'Satu', 1, 2, null], [], [null, 'Dua', null, null, note]])
    expect([found.tables[0]?.added.length, found.asks]).toEqual([2, []])
  },
)

it('a form without questions has its place to sign in the foot of its printed table', async () => {
  const { readZip } = await import('../../functions/workbook/package/read-zip.ts')
  const footOf = async (definition: FormDefinition) => {
    const file = await workbooks.template(now, subjectOf(blank, { definition, context }))
    const zip = readZip(Buffer.from(file))
    return [1, 2].map(
      (at) =>
        zip
          .part(`xl/worksheets/sheet${at}.xml`)
          ?.toString('utf8')
          .match(/<oddFooter>[^<]*/)?.[0],
    )
  }
  const [table] = await footOf({ ...form, fields: [], tables: form.tables.map(({ visibleWhen: _, ...rest }) => rest) })
  expect(table).toMatch(/Nama: \.+ +Jabatan: \.+\s+Tanggal: \.+ +Tanda tangan: \.+.*Halaman/s)
  expect((await footOf(form))[1]).not.toContain('Tanda tangan')
})
