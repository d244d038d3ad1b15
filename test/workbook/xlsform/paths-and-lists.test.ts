// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** Names used twice, paths, lists that are looked into, choices by place, and older ways to write a form: all mean what ODK means. */
import { describe, expect, it } from 'vitest'
import { dictionarySheet } from '../../../functions/domain/results/dictionary-sheet.ts'
import { rowLabel } from '../../../functions/schema/answers/row-label.ts'
import { settleHeader, settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import { ruleEngine } from '../../../functions/schema/expressions/live/rule-engine.ts'
import { type FormDefinition, formDefinitionSchema } from '../../../functions/schema/form.ts'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { bookOf, type Rows } from './posyandu.ts'

const context = { today: '2026-02-11', agencyId: 'dinsos', fiscalYear: 2026, references: {}, rules: ruleEngine }
const settings: Rows = [
  ['form_title', 'form_id'],
  ['Uji', 'uji'],
]
const choices: Rows = [
  ['list_name', 'name', 'label', 'kab', 'nilai'],
  ['yn', 'ya', 'Ya', 'k1', 3],
  ['yn', 'tidak', 'Tidak', 'k2', 5],
]
type Files = readonly { name: string; bytes: Uint8Array }[]
const csv = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) })

async function read(survey: Rows, more: Record<string, Rows> = {}, files: Files = []) {
  return createXlsForms().read(await bookOf({ survey, choices, settings, ...more }), [], {}, files)
}
async function taken(survey: Rows, more: Record<string, Rows> = {}, files: Files = []): Promise<FormDefinition> {
  const { definition, flaws } = await read(survey, more, files)
  expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
  return formDefinitionSchema.parse(definition)
}
const answers = (fields: Answers['fields'], rows: Answers['rows'] = {}): Answers => ({ fields, rows })
const header = (form: FormDefinition, fields: Answers['fields'], rows: Answers['rows'] = {}) =>
  settleHeader(form, answers(fields, rows), context)
const codes = async (survey: Rows, more: Record<string, Rows> = {}) =>
  (await read(survey, more)).flaws
    .filter(({ blocking }) => blocking)
    .map((flaw) => `${flaw.row} ${flaw.column} ${flaw.code}`)

describe('a name that stands in two groups', () => {
  const head = ['type', 'name', 'label', 'calculation']
  const groups: Rows = [
    head,
    ['begin group', 'ibu', 'Ibu', null],
    ['integer', 'jumlah', 'Jumlah', null],
    ['end group', null, null, null],
    ['begin group', 'anak', 'Anak', null],
    ['integer', 'jumlah', 'Jumlah', null],
  ]
  const rest: Rows = [['end group', null, null, null]]

  it.each([
    ['/data/ibu/jumlah + /data/anak/jumlah * 100', 302],
    ['../../ibu/jumlah + ../jumlah * 100', 302],
    ['current()/../../ibu/jumlah + 0', 2],
    ['${ibu}/jumlah - ${anak}/jumlah', -1],
    ['./../jumlah * 1', 3],
  ])('is told by its path: %s', async (calculation, expected) => {
    const form = await taken([...groups, ['calculate', 'hasil', 'Hasil', calculation], ...rest])
    const [ibu = '', anak = ''] = form.fields.map(({ id }) => id)
    expect(header(form, { [ibu]: 2, [anak]: 3 }).cells.hasil).toBe(expected)
  })

  it.each([
    ['${jumlah} + 1', '7 calculation field-twice'],
    ['/data/bapak/jumlah', '7 calculation field-unknown'],
    ['../../../../jumlah', '7 calculation field-unknown'],
    ['../ibu/jumlah', '7 calculation field-unknown'],
  ])('and never guessed: %s', async (calculation, expected) => {
    expect(await codes([...groups, ['calculate', 'hasil', 'Hasil', calculation], ...rest])).toEqual([expected])
  })

  it('rows are picked by a path from the row', async () => {
    const form = await taken([
      head,
      ['begin repeat', 'pos', 'Pos', null],
      ['begin group', 'isi', 'Isi', null],
      ['integer', 'jumlah', 'Jumlah', null],
      ['end group', null, null, null],
      ['end repeat', null, null, null],
      ['integer', 'jumlah', 'Batas', null],
      ['calculate', 'besar', 'Besar', 'count(${pos}[./isi/jumlah > /data/jumlah])'],
      ['calculate', 'semua', 'Semua', 'sum(/data/pos/isi/jumlah)'],
    ])
    const [column = ''] = form.tables[0]!.fields.map(({ id }) => id)
    const limit = form.fields[0]!.id
    const rows = { pos: [1, 5, 9].map((value, at) => ({ rowKey: `R${at}`, cells: { [column]: value } })) }
    expect(header(form, { [limit]: 4 }, rows).cells).toMatchObject({ besar: 2, semua: 15 })
  })

  it('the place of a row is not the place of a group in it, which is 1', async () => {
    const rows = (calculation: string): Rows => [
      head,
      ['begin repeat', 'pos', 'Pos', null],
      ['note', 'ini', 'Pos ${urut}', null],
      ['begin group', 'isi', 'Isi', null],
      ['note', 'itu', 'Isi ${urut} dari ${banyak}', null],
      ['calculate', 'urut', 'Urut', calculation],
      ['end group', null, null, null],
      ['end repeat', null, null, null],
      ['calculate', 'banyak', 'Banyak', 'count(${pos})'],
    ]
    const places = async (calculation: string) => {
      const form = await taken(rows(calculation))
      const all = ['R1', 'R2'].map((rowKey) => ({ rowKey, cells: {} }))
      const { cells } = header(form, {}, { pos: all })
      return all.map((row) => settleRow(form.tables[0]!, row, cells).cells.urut)
    }
    expect(await places('position(..)')).toEqual([1, 1])
    expect(await places('position(../..)')).toEqual([1, 2])
    const said = async (calculation: string) => (await read(rows(calculation))).flaws.map(({ code }) => code)
    expect(await said('position(..)')).toContain('position-always-one')
    expect(await said('position(../..)')).not.toContain('position-always-one')
    expect(await codes(rows('position(../../..)'))).toEqual(['6 calculation position-of-group'])
  })
})

describe('lists that are looked into', () => {
  const rows = (calculation: string): Rows => [
    ['type', 'name', 'label', 'calculation'],
    ['select_one yn', 'pilih', 'Pilih', null],
    ['integer', 'kode', 'Kode', null],
    ['calculate', 'hasil', 'Hasil', calculation],
  ]
  const files = [csv('Harga.csv', 'kode,Nama Barang,harga\n1,Beras,15000\n2,Gula,18000\n01,Garam,5000\n')]

  it.each<[string, object, unknown]>([
    ["instance('yn')/root/item[name = ${pilih}]/label", { pilih: 'tidak' }, 'Tidak'],
    ["instance('yn')/root/item[name = ${pilih}]/nilai * 2", { pilih: 'tidak' }, 10],
    ["count(instance('yn')/root/item)", {}, 2],
    ["count(instance('yn')/root/item[kab = 'k1'])", {}, 1],
    ["instance('yn')/root/item[position() = 2]/name", {}, 'tidak'],
    ["instance('harga')/root/item[kode = 2]/harga", {}, '18000'],
    ["pulldata('harga', 'harga', 'kode', ${kode})", { kode: 2 }, '18000'],
    // A key is a text: 1 is not 01, though both are the number 1.
    ["pulldata('harga', 'nama barang', 'kode', '01')", {}, 'Garam'],
    ["pulldata('harga', 'harga', 'kode', ${kode})", { kode: 9 }, undefined],
    ["sum(instance('harga')/root/item[harga > 10000]/harga)", {}, 33_000],
  ])('%s', async (calculation, fields, expected) => {
    const form = await taken(rows(calculation), {}, files)
    expect(header(form, fields as Answers['fields']).cells.hasil).toEqual(expected)
  })

  it('keep only the columns that are looked at', async () => {
    const form = await taken(rows("instance('yn')/root/item[name = ${pilih}]/nilai"))
    expect(form.lists).toEqual({
      yn: [
        { name: 'ya', nilai: '3' },
        { name: 'tidak', nilai: '5' },
      ],
    })
  })

  it.each([
    ["pulldata('tidakada', 'a', 'b', 1)", 'file-missing'],
    ["instance('tidakada')/root/item[a = 1]/b", 'list-absent'],
    ["instance('yn')/root/item[name = 'ya']/harga", 'list-column'],
    ["instance('yn')/root/item[warna = 'ya']/label", 'list-column'],
    ["instance('yn')/label", 'expression-unreadable'],
    ['cht:extension(1)', 'function-foreign'],
  ])('%s is refused', async (calculation, code) => {
    expect(await codes(rows(calculation))).toEqual([`4 calculation ${code}`])
  })
})

describe('choices', () => {
  const twice: Rows = [
    ['list_name', 'name', 'label', 'kec'],
    ['kec', 'a', 'A', null],
    ['kec', 'b', 'B', null],
    ['kel', 'pusat', 'Pusat di A', 'a'],
    ['kel', 'pusat', 'Pusat di B', 'b'],
    ['kel', 'tepi', 'Tepi', 'a'],
  ]
  const survey: Rows = [
    ['type', 'name', 'label', 'choice_filter'],
    ['select_one kec', 'kec', 'Kecamatan', null],
    ['select_one kel', 'kel', 'Kelurahan', 'kec = ${kec}'],
  ]

  it('that stand in a list twice are offered where each belongs, if the form allows it', async () => {
    expect(await codes(survey, { choices: twice })).toEqual(['5 name choice-twice'])
    const allowed: Rows = [
      ['form_title', 'form_id', 'allow_choice_duplicates'],
      ['Uji', 'uji', 'yes'],
    ]
    const form = await taken(survey, { choices: twice, settings: allowed })
    const offered = (kec: string) => {
      const now = header(form, { kec }).ruled?.now(form.fields[1]!)
      return now?.type === 'choice' && !('reference' in now.choices) ? now.choices.map(({ label }) => label.id) : []
    }
    expect(offered('a')).toEqual(['Pusat di A', 'Tepi'])
    expect(offered('b')).toEqual(['Pusat di B'])
    expect(validateAnswers(form, answers({ kec: 'b', kel: 'pusat' }), context)).toEqual([])
    expect(validateAnswers(form, answers({ kec: 'b', kel: 'tepi' }), context)).toHaveLength(1)
  })

  it('say answers that stand in their labels', async () => {
    const form = await taken(
      [
        ['type', 'name', 'label'],
        ['text', 'nama', 'Nama'],
        ['select_one siapa', 'siapa', 'Siapa'],
      ],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['siapa', 'dia', 'Saya, ${nama}'],
          ['siapa', 'lain', 'Orang lain'],
        ],
      },
    )
    expect(form.fields[1]).toMatchObject({ choices: [{ label: { id: 'Saya, …' } }, { label: { id: 'Orang lain' } }] })
    const labels = (nama: string) => {
      const now = header(form, { nama }).ruled?.now(form.fields[1]!)
      return now?.type === 'choice' && !('reference' in now.choices) ? now.choices.map(({ label }) => label.id) : []
    }
    expect(labels('Ani')).toEqual(['Saya, Ani', 'Orang lain'])
    expect(labels('Budi')).toEqual(['Saya, Budi', 'Orang lain'])
  })

  it('may have blanks in their names where one is chosen, and not where several are', async () => {
    const spaced: Rows = [
      ['list_name', 'name', 'label'],
      ['c', 'dua kata', 'Dua kata'],
    ]
    const one = (type: string): Rows => [
      ['type', 'name', 'label'],
      [type, 'a', 'A'],
    ]
    const form = await taken(one('select_one c'), { choices: spaced })
    expect(validateAnswers(form, answers({ a: 'dua kata' }), context)).toEqual([])
    expect(await codes(one('select_multiple c'), { choices: spaced })).toEqual(['2 type choice-spaced'])
  })

  it('of the sheet external_choices are chosen from by their filter', async () => {
    const form = await taken(
      [
        ['type', 'name', 'label', 'choice_filter'],
        ['select_one kec', 'kec', 'Kecamatan', null],
        ['select_one_external kel', 'kel', 'Kelurahan', 'kec = ${kec}'],
      ],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['kec', 'a', 'A'],
          ['kec', 'b', 'B'],
        ],
        external_choices: [
          ['list_name', 'name', 'label', 'kec'],
          ['kel', 'x', 'X', 'a'],
          ['kel', 'y', 'Y', 'b'],
        ],
      },
    )
    expect([...(header(form, { kec: 'b' }).ruled?.offered.get('kel') ?? [])]).toEqual(['y'])
  })
})

describe('a group that a question inside it decides on', () => {
  it('is asked by what was typed there, and comes back', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'relevant'],
      ['begin group', 'g', 'G', "./sumber != 'tutup'"],
      ['text', 'sumber', 'Sumber', null],
      ['text', 'isi', 'Isi', null],
      ['end group', null, null, null],
    ]
    const form = await taken(survey)
    const visible = (sumber?: string) => [...header(form, sumber === undefined ? {} : { sumber }).visible]
    expect(visible()).toEqual(['sumber', 'isi'])
    expect(visible('tutup')).toEqual([])
    expect(visible('lain')).toEqual(['sumber', 'isi'])
    expect((await read(survey)).flaws.map(({ code }) => code)).toContain('group-own-child')
  })

  it('a question that decides on itself is a circle', async () => {
    expect(
      await codes([
        ['type', 'name', 'label', 'relevant'],
        ['text', 'a', 'A', "${a} != 'x'"],
      ]),
    ).toEqual(['2 relevant circle'])
  })
})

describe('what Excel makes of days', () => {
  const day = (text: string) => new Date(text)
  it('is a day where a day is wanted, and a flaw where a choice is named', async () => {
    const survey: Rows = [
      ['type', 'name', 'label', 'default'],
      ['date', 'hari', 'Hari', day('2026-03-01T00:00:00Z')],
      ['text', 'teks', 'Teks', null],
    ]
    expect((await taken(survey)).fields[0]?.rules?.default).toEqual({ text: '2026-03-01' })
    for (const text of ['0812-345', '2026-03-01', 'Jl. Melati - 3'])
      expect((await taken([...survey.slice(0, 1), ['text', 'a', 'A', text]])).fields[0]?.rules?.default).toEqual({
        text,
      })
    const sum = await taken([...survey.slice(0, 1), ['integer', 'a', 'A', '10 - 3']])
    expect(sum.fields[0]?.rules?.default).toHaveProperty('call')
    expect(await codes([...survey.slice(0, 2), ['text', 'teks', 'Teks', day('2026-03-01T00:00:00Z')]])).toEqual([
      '3 default cell-date',
    ])
  })
})

describe('older ways to write a form', () => {
  it('a loop over a list asks once for each choice', async () => {
    const form = await taken(
      [
        ['type', 'name', 'label'],
        ['begin loop over yn', 'ulang', 'Ulang'],
        ['integer', 'berapa', 'Berapa %(label)s?'],
        ['end loop', null, null],
        ['calculate', 'beda', 'Beda'].concat([]) as string[],
      ].map((cells, at) =>
        at === 0
          ? [...cells, 'calculation']
          : [...cells, at === 4 ? '/data/ulang/ya/berapa - /data/ulang/tidak/berapa' : null],
      ),
    )
    expect(form.fields.map(({ label }) => label.id)).toEqual(['Berapa Ya?', 'Berapa Tidak?', 'Beda'])
    expect(form.fields[0]?.under?.map(({ id }) => id)).toEqual(['Ulang', 'Ya'])
    const [ya = '', tidak = ''] = form.fields.map(({ id }) => id)
    expect(header(form, { [ya]: 5, [tidak]: 2 }).cells.beda).toBe(3)
  })

  it.each([
    ['add text prompt', { type: 'text' }],
    ['q int', { type: 'integer' }],
    ['percentage', { type: 'integer', min: 0, max: 100 }],
    ['number of days in last month', { type: 'integer', min: 0, max: 31 }],
    ['q select1 yn', { type: 'choice' }],
    ['select one using yn', { type: 'choice' }],
    ['select multiple using yn', { type: 'choices' }],
  ])('%s', async (type, expected) => {
    const form = await taken([
      ['type', 'name', 'label'],
      [type, 'a', 'A'],
    ])
    expect(form.fields[0]).toMatchObject(expected)
  })

  it('curly quotes are quotes, and a hyphen beside a class of a pattern is itself', async () => {
    const form = await taken([
      ['type', 'name', 'label', 'relevant', 'constraint'],
      ['text', 'a', 'A', null, String.raw`regex(., '^[\w-\.]+@[\w-]+$')`],
      ['text', 'b', 'B', "${a} = ‘x@y’ or ${a} = 'z@y’", null],
    ])
    expect(validateAnswers(form, answers({ a: 'a.b-c@d-e' }), context)).toEqual([])
    expect(validateAnswers(form, answers({ a: 'a b@d' }), context)).toHaveLength(1)
    expect([...header(form, { a: 'z@y' }).visible]).toEqual(['a', 'b'])
    expect([...header(form, { a: 'q@y' }).visible]).toEqual(['a'])
  })

  it('a note in a table belongs to its row', async () => {
    const rows = (...more: Rows): Rows => [
      ['type', 'name', 'label', 'relevant'],
      ['begin repeat', 'anak', 'Anak', null],
      ['note', 'timbang', 'Timbang ${nama}.', null],
      ['text', 'nama', 'Nama', null],
      ['note', 'kurang', 'Kurang dari 2 kg: rujuk.', '${berat} < 2'],
      ...more,
      ['end repeat', null, null, null],
    ]
    const form = await taken(rows(['decimal', 'berat', 'Berat', null]))
    const all = [
      { rowKey: 'R1', cells: { nama: 'Ani', berat: 1.5 } },
      { rowKey: 'R2', cells: { nama: 'Budi', berat: 3 } },
    ]
    const { cells } = header(form, {}, { anak: all })
    const [table] = form.tables
    const seen = all.map((row) => {
      const { visible, ruled } = settleRow(table!, row, cells)
      return table!.fields.flatMap((field) => (visible.has(field.id) ? [(ruled?.now(field) ?? field).label.id] : []))
    })
    expect(seen).toEqual([
      ['Timbang Ani.', 'Nama', 'Kurang dari 2 kg: rujuk.', 'Berat'],
      ['Timbang Budi.', 'Nama', 'Berat'],
    ])
    expect(rowLabel(table!, all[0]!, 0, context).id).toBe('Baris 1 · Ani')
    expect(dictionarySheet(form, context, 'id').rows.map(([, name]) => name)).not.toContain('timbang')
    expect(validateAnswers(form, answers({}, { anak: all }), context)).toEqual([])
    const notesOnly = rows().filter(([type]) => type !== 'text')
    expect(await codes(notesOnly)).toContain('2 type repeat-empty')
  })

  it('a path from a note begins where the note stands', async () => {
    const form = await taken([
      ['type', 'name', 'label', 'relevant'],
      ['integer', 'a', 'Luar', null],
      ['begin group', 'g', 'G', null],
      ['integer', 'a', 'Dalam', null],
      ['note', 'n', 'Ada', '../a = 1'],
      ['note', null, 'Ada juga', '../a = 1'],
      ['end group', null, null, null],
    ])
    const [outer = '', inner = ''] = form.fields.map(({ id }) => id)
    const seen = (cells: Answers['fields']) => [...header(form, cells).visible].slice(2)
    expect(seen({ [outer]: 1 })).toEqual([])
    expect(seen({ [inner]: 1 })).toHaveLength(2)
  })

  it('a note with a calculation says what comes out', async () => {
    const form = await taken([
      ['type', 'name', 'label', 'calculation'],
      ['integer', 'a', 'A', null],
      ['note', 'n', 'Dua kali', '${a} * 2'],
    ])
    expect(header(form, { a: 4 }).cells.n).toBe(8)
  })
})
