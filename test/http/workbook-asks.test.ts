/** Files as offices make them: what is no row, stands twice or may mean several things is said in the preview and decided there. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { expect, it } from 'vitest'
import { applyChanges } from '../../functions/domain/workbook/apply-changes.ts'
import { reviuAksi2025V1 } from '../../functions/forms/reviu-aksi-2025.v1.ts'
import { decided, undecided } from '../../functions/rules/workbook-choices.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import type { WorkbookAsk, WorkbookPreview } from '../../functions/schema/workbook.ts'
import type { Browser } from './browser.ts'
import { form, roundId, useWorld } from './world.ts'

const w = (text: string) => ({ id: text, en: text })
const report: FormDefinition = {
  ...form,
  id: 'laporan',
  fields: [],
  tables: [
    {
      id: 'kegiatan',
      title: w('Kegiatan'),
      minRows: 0,
      maxRows: 100,
      fields: [
        { id: 'kode', label: w('Kode'), required: true, type: 'text', maxLength: 40 },
        { id: 'uraian', label: w('Uraian'), required: true, type: 'text', maxLength: 200 },
        { id: 'satuan', label: w('Satuan'), required: false, type: 'text', maxLength: 40 },
        { id: 'pagu', label: w('Pagu'), required: true, type: 'rupiah', total: true },
        {
          id: 'sasaran',
          label: w('Sasaran'),
          required: false,
          absences: ['not-yet', 'not-applicable'],
          type: 'integer',
          min: 0,
        },
        { id: 'catatan', label: w('Catatan'), required: false, type: 'text', maxLength: 200 },
      ],
    },
  ],
}
const world = useWorld('http-workbook-asks', [report, reviuAksi2025V1])
const path = (of = report.id) => `/api/rounds/${roundId}/agencies/perikanan/forms/${of}`
const titles = ['Kode', 'Uraian', 'Satuan', 'Pagu', 'Sasaran', 'Catatan']
type Cell = string | number | null
type Sheet = { name: string; rows: Cell[][]; merges?: [top: number, left: number, bottom: number][] }
type File = Uint8Array<ArrayBuffer>
let signedIn: Browser | undefined

async function own(): Promise<Browser> {
  world().clock.now = new Date(world().clock.now.getTime() + 10_000)
  signedIn ??= await world().as('op-perikanan')
  return signedIn
}
async function book(sheets: readonly Sheet[]): Promise<File> {
  const written = sheets.map(({ name, rows, merges = [] }) => ({
    name,
    rows,
    merges: merges.map(([startRow, column, endRow]) => ({ startRow, startCol: column, endRow, endCol: column })),
  }))
  return Uint8Array.from(await writeXlsx({ sheets: written }))
}
const kegiatan = (...rows: Cell[][]) => book([{ name: 'Kegiatan', rows: [titles, ...rows] }])
const upload = async (file: File, of?: string, query = '') =>
  (await own()).send('POST', `${path(of)}/workbook${query}`, {
    raw: file,
    headers: { 'content-type': 'application/octet-stream' },
  })
async function preview(file: File | Promise<File>, of?: string, query?: string): Promise<WorkbookPreview> {
  const answer = await upload(await file, of, query)
  expect(answer.status).toBe(200)
  return (await answer.json()) as WorkbookPreview
}
const column = (found: WorkbookPreview, field: string, options?: ReadonlyMap<string, number>) =>
  applyChanges({ fields: {}, rows: {} }, decided(found, options === undefined ? {} : { options })).rows.kegiatan?.map(
    ({ cells }) => cells[field],
  ) ?? []
const pagu = (found: WorkbookPreview, options?: ReadonlyMap<string, number>) => column(found, 'pagu', options)
const asked = ({ asks }: WorkbookPreview) => asks.map(({ kind, about, chosen }) => [kind, about, chosen] as const)
const labels = ({ options }: Pick<WorkbookAsk, 'options'>) => options.map(({ label }) => label.id)
const said = ({ notices }: WorkbookPreview, code: string) =>
  notices.filter((each) => each.code === code).map(({ message }) => message.id)

it('a dash among numbers is asked about once a column, nothing is confirmed before, and each answer gives what it says', async () => {
  const found = await preview(
    kegiatan(
      ['A', 'Satu', 'Orang', 1, '-', null],
      ['B', 'Dua', '-', '–', ' - ', null],
      ['C', 'Tiga', 'Orang', 3, 7, null],
    ),
  )
  expect(asked(found)).toEqual([
    ['dash', 'Pagu', null],
    ['dash', 'Sasaran', null],
  ])
  expect(undecided(found, {})).toHaveLength(2)
  expect(found.counts.undecided).toBe(2)
  const [money, people] = found.asks as [WorkbookAsk, WorkbookAsk]
  expect(people.message.id).toContain('2 sel')
  expect([labels(money), labels(people)]).toEqual([
    ['0 (nol)', 'Kosong'],
    ['Belum ada data', 'Tidak berlaku', '0 (nol)', 'Kosong'],
  ])
  const zero = new Map([[money.id, 0]])
  expect([pagu(found, zero), found.counts.undecided]).toEqual([[1, 0, 3], 2])
  const meant = people.options.map((_, index) => column(found, 'sasaran', new Map([[people.id, index]])))
  expect(meant).toEqual(
    [{ absent: 'not-yet' }, { absent: 'not-applicable' }, 0, undefined].map((value) => [value, value, 7]),
  )
  // A text may be a dash.
  expect(column(found, 'satuan')).toEqual(['Orang', '-', 'Orang'])
})

it.each([
  ['JUMLAH', 0],
  ['TOTAL', 1],
  ['Sub total', 1],
  ['Subtotal', 2],
  ['Jumlah :', 2],
  ['GRAND TOTAL', 0],
  ['Jumlah seluruhnya', 5],
  ['J U M L A H', 0],
])(
  'a line of sums that says %s in text column %i is left out and said, and is a row where somebody says so',
  async (word, at) => {
    const sums: Cell[] = [null, null, null, 3, 9, null]
    sums[at] = word
    const file = kegiatan(['A', 'Satu', null, 1, 4, null], ['B', 'Jumlah ibu hamil', null, 2, 5, null], sums)
    const found = await preview(file)
    expect(pagu(found)).toEqual([1, 2])
    expect(asked(found)).toEqual([['aside', 'A4', 0]])
    expect(found.asks[0]?.message.id).toMatch(/1 baris jumlah tidak dibaca/)
    expect(found.errors).toEqual([])
    expect(pagu(found, new Map([[found.asks[0]?.id ?? '', 1]]))).toEqual([1, 2, 3])
  },
)

it('a line of sums with dashes in its other columns is one too, and nothing is asked about its dashes', async () => {
  const found = await preview(kegiatan(['A', 'Satu', 'Orang', 1, 4, null], ['JUMLAH', '-', '-', 1, '-', '-']))
  expect(pagu(found)).toEqual([1])
  expect(asked(found)).toEqual([['aside', 'A3', 0]])
})

it('the text of merged cells stands for all of them; a merged amount is named and counts once', async () => {
  const rows: Cell[][] = [
    titles,
    ['A', 'Posyandu', 'Orang', 900, 1, null],
    [null, 'Kelas ibu', null, null, 2, null],
    [null, 'Timbang', null, null, 3, null],
  ]
  const merges: Sheet['merges'] = [0, 2, 3].map((left) => [1, left, 3])
  const found = await preview(book([{ name: 'Kegiatan', rows, merges }]))
  expect(column(found, 'kode')).toEqual(['A', 'A', 'A'])
  expect(column(found, 'satuan')).toEqual(['Orang', 'Orang', 'Orang'])
  expect(pagu(found)).toEqual([900, undefined, undefined])
  expect(said(found, 'merged-filled')).toEqual([expect.stringContaining('2 sel gabungan')])
  expect(said(found, 'merged-amount')).toEqual([expect.stringContaining('Pagu: sel gabungan D2:D4')])
})

it('a block of signatures and headers once more below the table are no rows, and are said', async () => {
  const found = await preview(
    kegiatan(
      ['A', 'Satu', 'Orang', 1, 4, null],
      titles,
      ['B', 'Dua', 'Orang', 2, 5, null],
      [],
      [null, null, null, null, 'Kupang, 12 Februari 2026', null],
      [null, 'Mengetahui,', null, null, 'Kepala Dinas', null],
      [],
      [null, null, null, null, 'Maria Lay, S.Pi', null],
      [null, null, null, null, 'NIP. 19700101 199503 2 001', null],
    ),
  )
  expect(pagu(found)).toEqual([1, 2])
  expect(asked(found)).toEqual([
    ['aside', 'A3', 0],
    ['aside', 'A6, A7, A9, A10', 0],
  ])
  expect(found.asks.map(({ message }) => message.id)).toEqual([
    expect.stringContaining('1 baris judul kolom yang berulang'),
    expect.stringContaining('4 baris di bawah tabel tampak seperti blok tanda tangan'),
  ])
  expect(found.errors).toEqual([])
})

it('F2 that is answered "Tidak ada" beside a filled table is asked about, and nothing is confirmed before', async () => {
  const template = new Uint8Array(await (await (await own()).get(`${path(reviuAksi2025V1.id)}/workbook`)).arrayBuffer())
  const { sheets } = await readXlsx(template)
  const answer = sheets[0]?.rows.find(([label]) => String(label).startsWith('Apakah unit Anda')) ?? []
  const place = sheets[0]?.rows.find((row) => row.includes('Jawaban'))?.indexOf('Jawaban') ?? -1
  answer[place] = 'Tidak ada'
  const table = sheets.find(({ rows }) => rows.some((row) => row.some((cell) => String(cell).startsWith('Pagu 2025'))))
  const at = table?.rows.findIndex((row) => row.some((cell) => String(cell).startsWith('Pagu 2025'))) ?? -1
  const head = table?.rows[at] ?? []
  const line = head.map((title): Cell => (/^(Pagu|Realisasi) 2025/.test(String(title)) ? 5_000_000 : null))
  line[0] = '1.02.02.2.02.0001'
  table?.rows.splice(at + 1, 1, line)
  const plain = sheets.map(({ name, rows, veryHidden }) => ({ name, rows, veryHidden: veryHidden === true }))
  const found = await preview(Uint8Array.from(await writeXlsx({ sheets: plain })), reviuAksi2025V1.id)
  const ask = found.asks.find(({ kind }) => kind === 'hidden')
  expect(ask).toMatchObject({ about: 'Realisasi anggaran yang ditandai 2025', chosen: null })
  expect(ask?.message.id).toMatch(/dijawab "Tidak ada", padahal tabel ini terisi 1 baris/)
  expect(undecided(found, {})).toContainEqual(ask)
  expect(labels(ask ?? { options: [] })).toEqual([
    expect.stringMatching(/^Ubah .* menjadi "Ya, ada" dan masukkan tabelnya$/),
    'Jangan masukkan tabel ini',
  ])
  const [taken, left] = [0, 1].map((option) => decided(found, { options: new Map([[ask?.id ?? '', option]]) }))
  expect(taken?.fields).toMatchObject({ adaPenandaan2025: 'ya' })
  expect(taken?.tables.find(({ tableId }) => tableId === 'anggaran')?.added).toHaveLength(1)
  expect(left?.fields).toMatchObject({ adaPenandaan2025: 'tidak' })
  expect(left?.tables.filter(({ tableId, added }) => tableId === 'anggaran' && added.length > 0)).toEqual([])
})

it('a copy of the table on another sheet is named and can be chosen instead; rows moved to a second sheet are read', async () => {
  const lines: Cell[][] = [1, 2, 3, 4].map((pagu) => [`K${pagu}`, `Kegiatan ${pagu}`, null, pagu, null, null])
  const worked = lines.map((line) => (line[0] === 'K4' ? ['K4', 'Kegiatan 4', null, 40, null, null] : line))
  const both = await book([
    { name: 'Kegiatan', rows: [titles, ...lines] },
    { name: 'Kerja', rows: [titles, ...worked] },
  ])
  const found = await preview(both)
  expect(pagu(found)).toEqual([1, 2, 3, 4])
  expect(found.copies).toEqual([{ sheet: 'Kerja', of: 'Kegiatan' }])
  expect(said(found, 'copy-not-read')).toEqual([expect.stringContaining('3 dari 4 barisnya')])
  const chosen = await preview(both, undefined, '?without=Kegiatan')
  expect([pagu(chosen), chosen.copies]).toEqual([[1, 2, 3, 40], []])
  const parts = await preview(
    book([
      { name: 'Kegiatan', rows: [titles, ...lines.slice(0, 2)] },
      { name: 'Bagian 2', rows: [titles, ...lines.slice(2)] },
    ]),
  )
  expect(pagu(parts)).toEqual([1, 2, 3, 4])
  expect(parts.tables.map(({ sheet, rows }) => [sheet, rows])).toEqual([
    ['Kegiatan', 2],
    ['Bagian 2', 2],
  ])
  expect([parts.copies, parts.counts.removed]).toEqual([[], 0])
})

it('fields beyond the header of a CSV are noticed by line', async () => {
  const text = 'Kode;Uraian;Pagu\nA;Satu;1\nB;Dua; tiga;2\nC;Empat;4;;\n'
  const found = await preview(new TextEncoder().encode(text))
  expect(said(found, 'beyond-header')).toEqual([expect.stringMatching(/^1 baris .*\(baris 3\)/)])
  expect(pagu(found)).toEqual([1, ' tiga', 4].map((value) => (typeof value === 'string' ? 'tiga' : value)))
})

it('too many uploads in a minute are answered with how long to wait, and a minute later it goes on', async () => {
  const file = await kegiatan(['A', 'Satu', null, 1, null, null])
  const browser = await own()
  world().clock.now = new Date(world().clock.now.getTime() + 120_000)
  const send = () =>
    browser.send('POST', `${path()}/workbook`, { raw: file, headers: { 'content-type': 'application/octet-stream' } })
  for (let each = 0; each < 20; each += 1) expect((await send()).status).toBe(200)
  const refused = await send()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({
    code: 'too-many-requests',
    detail: expect.stringMatching(/Coba lagi dalam 1 menit/),
  })
  world().clock.now = new Date(world().clock.now.getTime() + 61_000)
  expect((await send()).status).toBe(200)
})
