// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** A workbook in XLSForm layout becomes a form that means the same; what cannot is named with its sheet, row and column. */
import { describe, expect, it } from 'vitest'
import { blankAnswers } from '../../../functions/schema/answers/blank-answers.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import { ruleEngine } from '../../../functions/schema/expressions/live/rule-engine.ts'
import { type Field, type FormDefinition, formDefinitionSchema } from '../../../functions/schema/form.ts'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { bookOf, columns, posyanduForm, type Rows, row, settings, survey } from './posyandu.ts'

const read = async (over: Record<string, Rows> = {}) => createXlsForms().read(await posyanduForm(over), ['kelurahan'])
const context = { today: '2026-02-11', agencyId: 'dinsos', fiscalYear: 2026, references: {}, rules: ruleEngine }
const label = { 'label::Indonesia (id)': 'Judul', 'label::English (en)': 'Title' }
/** A file of any headings, as other offices write them. */
const foreign = async (surveyRows: Rows, more: Record<string, Rows> = {}) =>
  createXlsForms().read(
    await bookOf({
      survey: surveyRows,
      choices: [
        ['list_name', 'name', 'label', 'kab'],
        ['yn', 'ya', 'Ya', 'k1'],
        ['yn', 'tidak', 'Tidak', 'k2'],
      ],
      settings: [
        ['form_title', 'form_id'],
        ['Uji', 'uji'],
      ],
      ...more,
    }),
    [],
  )
const codes = ({ flaws }: Awaited<ReturnType<typeof read>>) =>
  flaws.filter(({ blocking }) => blocking).map(({ row: at, column, code }) => `${at} ${column} ${code}`)
const field = (definition: FormDefinition | null, id: string): Field | undefined =>
  [...(definition?.fields ?? []), ...(definition?.tables ?? []).flatMap(({ fields }) => fields)].find(
    (each) => each.id === id,
  )
const wrong = (definition: FormDefinition, fields: Answers['fields'], rows: Answers['rows'] = {}) =>
  validateAnswers(definition, { fields, rows }, context).map(({ pointer, code }) => `${pointer} ${code}`)

describe('a whole form', () => {
  it('is read with its languages, notes, conditions, bounds, tables and computed cells', async () => {
    const { definition, flaws } = await read()
    expect(flaws.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual(['3 constraint pattern-loose'])
    expect(formDefinitionSchema.parse(definition)).toEqual(definition)
    expect(definition).toMatchObject({ id: 'data-posyandu', title: { id: 'Data posyandu', en: 'Posyandu data' } })
    expect(field(definition, 'nomorSk')).toMatchObject({ maxLength: 40, hint: { id: 'Isi sesuai buku register.' } })
    expect(field(definition, 'tanggalSk')).toMatchObject({ min: '2025-10-01', max: 'today' })
    expect(field(definition, 'jumlahKader')).toMatchObject({ min: 1, max: 500 })
    expect(field(definition, 'balita')).toMatchObject({ min: 0, total: true, absences: ['not-yet'] })
    expect(definition!.tables[0]).toMatchObject({ id: 'posyandu', minRows: 1 })
  })

  it('judges answers as its author meant', async () => {
    const definition = (await read()).definition!
    const header = { nomorSk: '12/SK/2026', tanggalSk: '2026-01-05', adaKader: 'ya', jumlahKader: 3 }
    const answers = (fields: Answers['fields'], cells: Answers['fields']): Answers => ({
      ...blankAnswers(definition, context),
      fields,
      rows: { posyandu: [{ rowKey: 'R1', cells }] },
    })
    const cells = { nama: 'Melati', balita: 40, pendek: 6, sangatPendek: 2 }
    const found = (given: Answers) => validateAnswers(definition, given, context).map(({ pointer }) => pointer)
    expect(found(answers(header, cells))).toEqual([])
    expect(found(answers({ ...header, nomorSk: '12-SK', tanggalSk: '2026-03-01', jumlahKader: 0 }, cells))).toEqual([
      '/fields/nomorSk',
      '/fields/tanggalSk',
      '/fields/jumlahKader',
    ])
    expect(found(answers(header, { ...cells, balita: 7 }))).toEqual(['/rows/posyandu/R1/balita'])
    expect(found(answers({ ...header, adaKader: 'tidak', jumlahKader: 900 }, cells))).toEqual([])
  })
})

describe('columns are known by every name that converters know them by:', () => {
  it.each([
    ['relevance', "${a} = 'ya'", 'relevant'],
    ['bind::relevant', "${a} = 'ya'", 'relevant'],
    ['Bind :: Relevant', "${a} = 'ya'", 'relevant'],
    ['bind::required', "${a} = 'ya'", 'required'],
    ['bind::constraint', '. > 0.5 and . != 3', 'constraint'],
    ['readonly', 'yes', 'readOnly'],
    ['read only', 'true()', 'readOnly'],
    ['bind::readonly', 'yes', 'readOnly'],
  ])('%s', async (heading, text, rule) => {
    const { definition, flaws } = await foreign([
      ['type', 'name', 'label', heading],
      ['select_one yn', 'a', 'A', null],
      ['integer', 'b', 'B', text],
    ])
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(field(definition, 'b')?.rules).toHaveProperty(rule)
  })

  it.each(['command', 'type'])('%s, with tag, caption and count', async (type) => {
    const { definition } = await foreign([
      [type, 'tag', 'caption', 'count'],
      ['begin repeat', 'r', 'R', 3],
      ['int', 'x', 'X', null],
      ['end repeat', null, null, null],
    ])
    expect(definition?.tables).toMatchObject([
      { id: 'r', minRows: 3, maxRows: 3, fields: [{ id: 'x', type: 'integer' }] },
    ])
  })

  it('two that mean the same are refused, not one of them taken', async () => {
    const draft = await foreign([
      ['type', 'name', 'label', 'relevant', 'bind::relevant'],
      ['text', 'a', 'A', "${a} = 'x'", 'true()'],
    ])
    expect(codes(draft)).toContain('1 bind::relevant column-twice')
  })
})

const refused: Record<string, [Record<string, string | number>, string]> = {
  'a place': [{ type: 'geopoint', name: 'titik' }, 'type place-type'],
  'a picture': [{ type: 'image', name: 'foto' }, 'type media-type'],
  'a list that is not there': [{ type: 'select_one from kota', name: 'kota' }, 'type list-unknown'],
  'a question that is not there': [{ type: 'text', name: 'a', relevant: '${tiada} = 1' }, 'relevant field-unknown'],
  'many answers in the place of one': [
    { type: 'text', name: 'a', relevant: '${balita} + 1 > 1' },
    'relevant many-answers',
  ],
  'an expression cut off': [
    { type: 'text', name: 'a', relevant: '${jumlah_kader} >' },
    'relevant expression-unreadable',
  ],
  'a function that is not known': [{ type: 'text', name: 'a', relevant: 'random()' }, 'relevant function-unknown'],
  'too few arguments': [{ type: 'text', name: 'a', relevant: 'if(1)' }, 'relevant function-arguments'],
  'what is made anew each time': [{ type: 'calculate', name: 'a', calculation: 'uuid()' }, 'calculation made-anew'],
  'a pattern that looks ahead': [
    { type: 'text', name: 'a', constraint: "regex(., '(?=.*[0-9]).{8,}')" },
    'constraint pattern-look-around',
  ],
  'a pattern that refers back': [
    { type: 'text', name: 'a', constraint: "regex(., '([a-z])\\1')" },
    'constraint pattern-back-reference',
  ],
  'a pattern that is not closed': [
    { type: 'text', name: 'a', constraint: "regex(., '[0-9')" },
    'constraint pattern-broken',
  ],
  'a range without an answer': [
    { type: 'integer', name: 'a', constraint: '. >= 10 and . <= 5' },
    'constraint range-empty',
  ],
  'days without an answer': [
    { type: 'date', name: 'a', constraint: ". >= '2026-03-01' and . <= '2026-02-01'" },
    'constraint range-empty',
  ],
  'a day that is none': [{ type: 'date', name: 'a', constraint: ". >= '2026-02-31'" }, 'constraint date-unreal'],
  'a question that appears only once it has appeared': [
    { type: 'text', name: 'a', relevant: "${a} = 'x'" },
    'relevant circle',
  ],
  'a default that is no answer': [{ type: 'integer', name: 'a', default: 'banyak' }, 'default default-unfit'],
  'a filter by a column that is not there': [
    { type: 'select_one ya_tidak', name: 'a', choice_filter: 'kab = ${ada_kader}' },
    'choice_filter choice-column',
  ],
  'a constraint of what is worked out': [
    { type: 'integer', name: 'a', calculation: '1 + 1', constraint: '. > 3' },
    'constraint constraint-of-computed',
  ],
}

describe('what cannot be read with its meaning is named with its row:', () => {
  const wide = [...columns, 'default', 'choice_filter']
  const cellsOf = (cells: Record<string, string | number>) => wide.map((column) => cells[column] ?? null)

  it.each(Object.entries(refused))('%s', async (_, [cells, expected]) => {
    const rows = [wide, ...survey.slice(1), cellsOf({ ...label, ...cells })]
    const { flaws } = await read({ survey: rows })
    const here = flaws.filter((each) => each.row === rows.length && each.blocking)
    expect(here.map(({ column, code }) => `${column} ${code}`)).toEqual([expected])
    expect(here[0]?.message.id).not.toBe(here[0]?.message.en)
  })

  it('rules in rows that have none: a note, a group, an end', async () => {
    const draft = await foreign([
      ['type', 'name', 'label', 'constraint', 'calculation', 'default'],
      ['note', 'n', 'N', null, '1', null],
      ['begin group', 'g', 'G', '. > 1', null, null],
      ['text', 'a', 'A', null, null, null],
      ['end group', null, null, null, null, 'x'],
    ])
    expect(codes(draft)).toEqual(['3 constraint column-not-here', '5 default column-not-here'])
  })

  it('questions that wait for each other, with the way of the circle', async () => {
    const draft = await foreign([
      ['type', 'name', 'label', 'calculation', 'relevant'],
      ['calculate', 'satu', 'Satu', '${dua} + 1', null],
      ['calculate', 'dua', 'Dua', '${tiga} + 1', null],
      ['integer', 'tiga', 'Tiga', null, '${satu} > 1'],
    ])
    expect(codes(draft)).toEqual(['2 calculation circle'])
    expect(draft.flaws.find(({ code }) => code === 'circle')?.message.en).toContain('satu → dua → tiga → satu')
  })

  it('a repeat inside another, one left open, and a form without questions', async () => {
    const repeat = ['begin_repeat', 'luar', 'Luar']
    const head = ['type', 'name', 'label']
    expect(codes(await foreign([head, repeat, ['begin_repeat', 'dalam', 'Dalam'], ['text', 'a', 'A']]))).toEqual(
      expect.arrayContaining(['3 type nested-repeat', '2 type end-missing']),
    )
    expect(codes(await foreign([head]))).toContain('0  no-questions')
    expect((await createXlsForms().read(new TextEncoder().encode('a,b\n1,2'), [])).flaws[0]?.code).toBe('no-sheet')
  })
})

describe('bounds', () => {
  const bounded = async (type: string, constraint: string) =>
    field(
      (
        await foreign([
          ['type', 'name', 'label', 'constraint'],
          [type, 'a', 'A', constraint],
        ])
      ).definition,
      'a',
    )

  it.each([
    ['integer', '. > 0.5 and . < 10.5', { min: 1, max: 10 }],
    ['integer', '. >= 0 and . >= 3 and 9 >= . and . <= 12', { min: 3, max: 9 }],
    ['integer', '. = 5', { min: 5, max: 5 }],
    ['text', 'string-length(.) >= 3 and string-length(.) >= 5', { minLength: 5 }],
    ['text', 'string-length(.) <= 900', { maxLength: 900 }],
    ['text', 'string-length(.) <= 9000', { maxLength: 5_000 }],
  ])('of %s %s are intersected', async (type, constraint, expected) => {
    expect(await bounded(type, constraint)).toMatchObject(expected)
  })

  it('that a number cannot state exactly stay a rule', async () => {
    const { definition } = await foreign([
      ['type', 'name', 'label', 'constraint'],
      ['decimal', 'a', 'A', '. > 0.005 and . < 0.995'],
      ['integer', 'b', 'B', null],
      ['integer', 'c', 'C', '. >= ${b} and . >= 0'],
    ])
    expect(wrong(definition!, { a: 0.99, b: 1, c: 1 })).toEqual([])
    expect(wrong(definition!, { a: 0.005, b: 4, c: 3 })).toEqual(['/fields/a rule', '/fields/c rule'])
    expect(wrong(definition!, { a: 0.006, b: 4, c: -1 })).toEqual(['/fields/c too-small', '/fields/c rule'])
  })
})

describe('cells that Excel changed', () => {
  it('an error, and a date made of 1-3, are flaws; a shown number is the name of a choice', async () => {
    const draft = await foreign(
      [
        ['type', 'name', 'label', 'relevant'],
        ['select_one c', 'a', 'A', null],
        ['text', 'b', 'B', { error: '#REF!' } as never],
      ],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['c', new Date('2026-03-01T00:00:00Z'), 'Satu sampai tiga'],
          ['c', 'x', 'X'],
        ],
      },
    )
    expect(draft.flaws.map(({ code }) => code)).toContain('cell-date')
  })
})

describe('as forms of ODK and Kobo are written', () => {
  it('types by other names, codes that are numbers, rows that are not asked', async () => {
    const { definition, flaws } = await foreign(
      [
        ['type', 'name', 'label', 'relevant', 'constraint', 'disabled'],
        ['start', 'start', null, null, null, null],
        ['Begin Group', 'g', 'Ibu hamil', null, null, null],
        ['select one ada', 'ada', 'Ada', null, null, null],
        ['Text', 'nik', 'NIK', '${ada} = 1', 'string-length(.) = 16', null],
        ['select_multiple ada', 'banyak', 'Banyak', 'selected(${ada}, 0)', null, null],
        ['geopoint', 'titik', 'Titik', null, null, 'yes'],
        ['end group', null, null, null, null, null],
        ['dateTime', 'saat', 'Saat', null, null, null],
        ['acknowledge', 'setuju', 'Setuju', null, null, null],
        ['rank ada', 'urut', 'Urutkan', null, null, null],
        ['hidden', 'kode', null, null, null, null],
      ],
      {
        choices: [
          ['list_name', 'name', 'label'],
          ['ada', 1, 'Ada'],
          ['ada', 0, 'Tidak'],
        ],
      },
    )
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(definition?.fields).toMatchObject([
      { id: 'ada', type: 'choice', under: [{ id: 'Ibu hamil' }] },
      { id: 'nik', minLength: 16, maxLength: 16 },
      { id: 'banyak', type: 'choices' },
      { id: 'saat', type: 'moment' },
      { id: 'setuju', type: 'choice', choices: [{ value: 'OK' }] },
      { id: 'urut', type: 'choices', ordered: true, minChoices: 2 },
      { id: 'kode', type: 'computed', hidden: true },
    ])
    expect(wrong(definition!, { ada: '1', nik: '12' })).toEqual(['/fields/nik too-short'])
    expect(wrong(definition!, { ada: '0', nik: '12' })).toEqual([])
  })

  it('a list that is taken with or_other once offers it wherever it is taken, as in ODK', async () => {
    const { definition } = await foreign([
      ['type', 'name', 'label'],
      ['select_one yn', 'satu', 'Satu'],
      ['select_multiple yn or_other', 'dua', 'Dua'],
    ])
    const offered = (id: string) => JSON.stringify(field(definition, id)).includes('"other"')
    expect(['satu', 'dua'].map(offered)).toEqual([true, true])
    expect(definition?.fields.map(({ id }) => id)).toEqual(['satu', 'dua', 'duaOther'])
  })

  it('who answers, and on which device, is a gap in a text with a note, and refused in a rule', async () => {
    const { definition, flaws } = await foreign([
      ['type', 'name', 'label', 'relevant'],
      ['username', 'siapa', null, null],
      ['text', 'a', 'Halo ${siapa}', null],
      ['text', 'b', 'B', "${siapa} = 'x'"],
    ])
    expect(flaws.filter(({ code }) => code === 'text-not-known').map(({ row, blocking }) => [row, blocking])).toEqual([
      [3, false],
    ])
    expect(flaws.filter(({ blocking }) => blocking).map(({ row, code }) => `${row} ${code}`)).toEqual([
      '4 field-refused',
    ])
    expect(field(definition, 'a')).toMatchObject({ label: { id: 'Halo …' } })
  })

  it('or_other, cascades, ranges, defaults, answers in labels, and notes that are not always shown', async () => {
    const { definition, flaws } = await foreign([
      ['type', 'name', 'label', 'choice_filter', 'parameters', 'default', 'relevant'],
      ['select_one yn or_other', 'mana', 'Mana', null, null, 'ya', null],
      ['select_one yn', 'kab', 'Kab', "kab = 'k1' or ${mana} = 'other'", null, null, null],
      ['range', 'nilai', 'Nilai', null, 'start=0 end=10 step=5', null, null],
      ['date', 'mulai', 'Mulai sejak ${mana}?', null, null, 'today()', null],
      ['note', 'n', 'Bagus!', null, null, null, "${mana} = 'ya'"],
    ])
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(blankAnswers(definition!, context).fields).toEqual({ mana: 'ya', mulai: '2026-02-11' })
    expect(definition?.fields.map(({ id, type }) => `${id} ${type}`)).toEqual([
      'mana choice',
      'manaOther text',
      'kab choice',
      'nilai integer',
      'mulai date',
      'n computed',
    ])
    expect(field(definition, 'mulai')).toMatchObject({ label: { id: 'Mulai sejak …?' } })
    expect(wrong(definition!, { mana: 'ya', kab: 'tidak', nilai: 7 })).toEqual([
      '/fields/kab not-offered',
      '/fields/nilai rule',
    ])
    expect(wrong(definition!, { mana: 'other', manaOther: 'x', kab: 'tidak', nilai: 5 })).toEqual([])
  })

  it('a list from a CSV file beside it', async () => {
    const file = await bookOf({
      survey: [
        ['type', 'name', 'label', 'parameters'],
        ['select_one_from_file desa.csv', 'desa', 'Desa', 'value=kode label=nama'],
      ],
      settings: [
        ['form_id', 'form_title'],
        ['uji', 'Uji'],
      ],
    })
    expect(codes(await createXlsForms().read(file, []))).toEqual(['2 type file-missing'])
    const csv = { name: 'Desa.csv', bytes: new TextEncoder().encode('kode,nama\nd1,Desa Satu\nd2,Desa Dua\n') }
    const { definition, flaws } = await createXlsForms().read(file, [], {}, [csv])
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(field(definition, 'desa')).toMatchObject({
      choices: [{ value: 'd1', label: { id: 'Desa Satu' } }, { value: 'd2' }],
    })
  })

  it('languages that are neither of ours, and a form without id or title, are asked about', async () => {
    const file = await bookOf({
      survey: [
        ['type', 'name', 'label::Français', 'label::Kiswahili'],
        ['text', 'a', 'Nom', 'Jina'],
      ],
    })
    const first = await createXlsForms().read(file, [])
    expect(first.languages).toEqual(['français', 'kiswahili'])
    expect(
      first.flaws
        .filter(({ blocking }) => blocking)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(['form-id', 'languages-unknown', 'title-missing'])
    const options = { formId: 'uji_desa', title: 'Uji desa', languages: { id: 'Kiswahili' } }
    const { definition, flaws } = await createXlsForms().read(file, [], options)
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(definition).toMatchObject({ id: 'uji-desa', title: { id: 'Uji desa' }, fields: [{ label: { id: 'Jina' } }] })
  })

  it('what is told stands in the order of the file, what must be corrected first', async () => {
    const rows = [
      columns,
      row({ type: 'integer', name: 'a', ...label, relevant: 'if(1)' }),
      row({ type: 'text', name: 'b', ...label, 'label::Indonesia (id)': '**Tebal**' }),
      row({ type: 'audio', name: 'c', ...label }),
    ]
    const { flaws } = await read({ survey: rows, choices: [['list_name', 'name', 'label']], settings })
    expect(flaws.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
      '2 function-arguments',
      '4 media-type',
      '3 markup-in-text',
    ])
  })
})
