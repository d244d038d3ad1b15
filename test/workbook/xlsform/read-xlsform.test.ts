// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** A workbook in XLSForm layout becomes a form; what cannot is named with its sheet, row and column, and never left out unseen. */
import { describe, expect, it } from 'vitest'
import { blankAnswers } from '../../../functions/schema/answers/blank-answers.ts'
import { validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import { formDefinitionSchema } from '../../../functions/schema/form.ts'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { columns, posyanduForm, type Rows, row, settings, survey } from './posyandu.ts'

const read = async (over: Record<string, Rows> = {}) => createXlsForms().read(await posyanduForm(over), ['kelurahan'])
const context = { today: '2026-02-11', agencyId: 'dinsos', fiscalYear: 2026, references: {} }
const label = { 'label::Indonesia (id)': 'Judul', 'label::English (en)': 'Title' }

describe('a whole form', () => {
  it('is read with its languages, notes, conditions, bounds, tables and computed cells', async () => {
    const { definition, flaws } = await read()
    expect(flaws.map(({ row: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      '21 calculation shown-as-total',
    ])
    expect(formDefinitionSchema.parse(definition)).toEqual(definition)
    expect(definition).toMatchObject({
      id: 'data-posyandu',
      title: { id: 'Data posyandu', en: 'Posyandu data' },
      nilAllowed: true,
    })
    const field = (id: string) =>
      [...definition!.fields, ...definition!.tables[0]!.fields].find((each) => each.id === id)
    expect(field('nomorSk')).toMatchObject({
      type: 'text',
      required: true,
      maxLength: 40,
      hint: { id: 'Isi sesuai buku register.' },
      pattern: { source: '[0-9]{1,4}/[A-Z]+/2026', message: { en: 'Write it like 12/SK/2026.' } },
    })
    expect(field('tanggalSk')).toMatchObject({ min: '2025-10-01', max: 'today' })
    expect(field('jumlahKader')).toMatchObject({ min: 1, max: 500, visibleWhen: { field: 'adaKader', is: ['ya'] } })
    expect(field('jenisPelatihan')).toMatchObject({
      type: 'choices',
      minChoices: 1,
      visibleWhen: {
        all: [
          { field: 'adaKader', is: ['ya'] },
          {
            any: [
              {
                any: [
                  { field: 'jumlahKader', above: 5 },
                  { field: 'jumlahKader', equals: 5 },
                ],
              },
              { not: { field: 'jumlahKader', below: 2 } },
            ],
          },
        ],
      },
    })
    expect(field('pelatihanLain')).toMatchObject({
      multiline: true,
      required: { field: 'jenisPelatihan', includes: ['lain'] },
    })
    expect(definition!.tables[0]).toMatchObject({
      id: 'posyandu',
      minRows: 1,
      visibleWhen: { field: 'adaKader', given: true },
      sumLimits: [{ sum: ['pendek', 'sangatPendek'], atMost: 'balita' }],
    })
    expect(field('balita')).toMatchObject({ min: 0, total: true, absences: ['not-yet'] })
    expect(field('sangatPendek')).toMatchObject({ min: 0 })
    expect(field('stunting')).toMatchObject({ type: 'computed', formula: { sum: ['pendek', 'sangatPendek'] } })
    expect(field('persen')).toMatchObject({ formula: { percent: { part: 'pendek', whole: 'balita' } }, decimals: 1 })
    expect(field('biaya')).toMatchObject({ type: 'decimal', min: 0.01, visibleWhen: { field: 'persen', above: 20 } })
    expect(field('anggaran')).toMatchObject({ type: 'rupiah' })
  })

  it('judges answers as its author meant', async () => {
    const definition = (await read()).definition!
    const answers = (fields: Answers['fields'], cells: Answers['fields']): Answers => ({
      ...blankAnswers(definition, context),
      fields,
      rows: { posyandu: [{ rowKey: 'R1', cells }] },
    })
    const header = {
      nomorSk: '12/SK/2026',
      tanggalSk: '2026-01-05',
      adaKader: 'ya',
      jumlahKader: 3,
      jenisPelatihan: ['pmba'],
    }
    const cells = { nama: 'Melati', balita: 40, pendek: 6, sangatPendek: 2 }
    const wrong = (given: Answers) => validateAnswers(definition, given, context).map(({ pointer }) => pointer)
    expect(wrong(answers(header, cells))).toEqual([])
    expect(
      wrong(answers({ ...header, nomorSk: '12-SK', tanggalSk: '2026-03-01', jumlahKader: 0 }, cells)).sort(),
    ).toEqual(['/fields/jumlahKader', '/fields/nomorSk', '/fields/tanggalSk'])
    expect(wrong(answers(header, { ...cells, balita: 7 }))).not.toEqual([])
  })
})

const plain: Record<string, [Record<string, string>, string]> = {
  'a type that is not known': [{ type: 'geopoint', name: 'titik' }, 'type type-not-supported'],
  'a list that is not there': [{ type: 'select_one kota', name: 'kota' }, 'type list-unknown'],
  'a question that is not there': [{ type: 'text', name: 'a', relevant: '${tiada} = 1' }, 'relevant field-unknown'],
  'a question of another table': [{ type: 'text', name: 'a', relevant: '${balita} > 1' }, 'relevant field-unknown'],
  'a choice that is not there': [
    { type: 'text', name: 'a', relevant: "${ada_kader} = 'mungkin'" },
    'relevant choice-unknown',
  ],
  'a number compared with a text': [
    { type: 'text', name: 'a', relevant: "${jumlah_kader} = 'lima'" },
    'relevant wrong-kind',
  ],
  'sums inside a condition': [
    { type: 'text', name: 'a', relevant: '${jumlah_kader} + 1 > 3' },
    'relevant arithmetic-in-condition',
  ],
  'an expression cut off': [
    { type: 'text', name: 'a', relevant: '${jumlah_kader} >' },
    'relevant expression-unreadable',
  ],
  'a function that is not known': [
    { type: 'text', name: 'a', relevant: 'pulldata(1)' },
    'relevant expression-not-supported',
  ],
  'a constraint with or': [
    { type: 'integer', name: 'a', constraint: '. = 1 or . = 2' },
    'constraint constraint-with-or',
  ],
  'a constraint about another question': [
    { type: 'integer', name: 'a', constraint: '${jumlah_kader} > 2' },
    'constraint expression-not-supported',
  ],
  'a pattern that looks ahead': [
    { type: 'text', name: 'a', constraint: "regex(., '(?=.*[0-9]).{8,}')" },
    'constraint pattern-look-around',
  ],
  'a pattern that refers back': [
    { type: 'text', name: 'a', constraint: "regex(., '([a-z])\\1')" },
    'constraint pattern-back-reference',
  ],
  'a pattern with too many repetitions': [
    { type: 'text', name: 'a', constraint: "regex(., '(a{1,900}b){1,900}')" },
    'constraint pattern-too-large',
  ],
  'a pattern that is not closed': [
    { type: 'text', name: 'a', constraint: "regex(., '[0-9')" },
    'constraint pattern-broken',
  ],
  'a question that appears only once it has appeared': [
    { type: 'text', name: 'a', relevant: "${a} = 'x'" },
    'relevant condition-circle',
  ],
  'a name that JavaScript has already': [{ type: 'text', name: 'constructor' }, 'name name-reserved'],
  'a choice of one’s own (or_other)': [{ type: 'select_one ya_tidak or_other', name: 'a' }, 'type type-not-supported'],
  'a range': [{ type: 'range', name: 'a' }, 'type type-not-supported'],
  'a function that chooses': [
    { type: 'calculate', name: 'a', calculation: 'if(${jumlah_kader} > 1, 1, 0)' },
    'calculation expression-not-supported',
  ],
  'a difference': [
    { type: 'calculate', name: 'a', calculation: '${jumlah_kader} - ${jumlah_kader}' },
    'calculation expression-not-supported',
  ],
  'the answer to another question inside a label': [
    { type: 'text', name: 'a', 'label::Indonesia (id)': 'Alamat ${nomor_sk}' },
    'label::indonesia (id) answer-in-text',
  ],
  'a calculation that is no sum or share': [
    { type: 'calculate', name: 'a', calculation: '${jumlah_kader} * 3' },
    'calculation expression-not-supported',
  ],
  'a total of what is no whole number': [
    { type: 'calculate', name: 'a', calculation: 'sum(${biaya})' },
    'calculation total-of-integers',
  ],
  'a name used twice': [{ type: 'text', name: 'nomor_sk' }, 'name name-twice'],
  'a name that cannot be one': [{ type: 'text', name: '1 satu' }, 'name name-shape'],
  'a repeat without columns': [{ type: 'begin_repeat', name: 'kosong' }, 'type repeat-empty'],
}

describe('what cannot be mapped is named with its row:', () => {
  it.each(Object.entries(plain))('%s', async (_, [cells, expected]) => {
    const rows = [
      ...survey,
      row({ ...label, ...cells }),
      ...(cells.type === 'begin_repeat' ? [row({ type: 'end_repeat' })] : []),
    ]
    const { flaws } = await read({ survey: rows })
    const here = flaws.filter((each) => each.row === survey.length + 1 && each.blocking)
    expect(here.map(({ column, code }) => `${column} ${code}`)).toEqual([expected])
    expect(here[0]?.sheet).toBe('survey')
    expect(here[0]?.message.id).not.toBe(here[0]?.message.en)
  })

  it('columns that would change the form, and a label in one language only', async () => {
    const wide = [...columns, 'default', 'choice_filter', 'bind::esri']
    const rows = [wide, [...row({ type: 'text', name: 'a', 'label::Indonesia (id)': 'Satu' }), 'x', 'y', 'z']]
    const { flaws } = await read({ survey: rows, choices: [['list_name', 'name', 'label']] })
    expect(flaws.map(({ column, code, blocking }) => `${column} ${code} ${blocking}`).sort()).toEqual([
      'bind::esri column-not-used false',
      'choice_filter column-not-supported true',
      'default column-not-supported true',
      'label label-one-language false',
    ])
  })

  it('two questions that wait for each other, each in its row', async () => {
    const pair = [
      row({ type: 'integer', name: 'a', ...label, relevant: '${b} > 1' }),
      row({ type: 'integer', name: 'b', ...label, relevant: '${a} > 1' }),
    ]
    const { flaws } = await read({ survey: [...survey, ...pair] })
    const circles = flaws.filter(({ code }) => code === 'condition-circle')
    expect(circles.map(({ row: at, column }) => `${at} ${column}`)).toEqual([
      `${survey.length + 1} relevant`,
      `${survey.length + 2} relevant`,
    ])
  })

  it('a repeat left open, one inside another, and a form without id, title or questions', async () => {
    const repeat = row({ type: 'begin_repeat', name: 'luar', ...label })
    const inner = row({ type: 'begin_repeat', name: 'dalam', ...label })
    const codes = async (over: Record<string, Rows>) => (await read(over)).flaws.map(({ code }) => code)
    expect(await codes({ survey: [columns, repeat, inner, row({ type: 'text', name: 'a', ...label })] })).toEqual(
      expect.arrayContaining(['nested-repeat', 'end-missing']),
    )
    expect(await codes({ settings: [settings[0]!, [null, null, 'tidak sah!']] })).toEqual(
      expect.arrayContaining(['title-missing', 'form-id']),
    )
    expect(await codes({ survey: [columns] })).toContain('no-questions')
    expect((await createXlsForms().read(new TextEncoder().encode('a,b\n1,2'), [])).flaws[0]?.code).toBe('no-sheet')
  })
})

describe('as forms of ODK and Kobo are written', () => {
  it('types in capitals, codes that are numbers, an exact length, and rows that are not asked', async () => {
    const wide = [...columns, 'disabled']
    const rows = [
      wide,
      row({ type: 'start', name: 'start' }),
      row({ type: 'deviceid', name: 'deviceid' }),
      row({ type: 'Begin Group', name: 'g' }),
      row({ type: 'select one ada', name: 'ada', ...label }),
      row({ type: 'Text', name: 'nik', ...label, relevant: '${ada} = 1', constraint: 'string-length(.) = 16' }),
      row({ type: 'select_multiple ada', name: 'banyak', ...label, relevant: 'selected(${ada}, 0)' }),
      [...row({ type: 'geopoint', name: 'titik', ...label }), 'yes'],
      row({ type: 'end group' }),
    ]
    const list = [
      ['list_name', 'name', 'label::Indonesia (id)', 'label::English (en)'],
      ['ada', 1, 'Ada', 'Yes'],
      ['ada', 0, 'Tidak', 'No'],
    ]
    const { definition, flaws } = await read({ survey: rows, choices: list })
    expect(flaws.map(({ row: at, code, blocking }) => `${at} ${code} ${blocking}`)).toEqual([
      '2 metadata-not-used false',
      '3 metadata-not-used false',
      '8 row-disabled false',
    ])
    expect(definition?.fields).toMatchObject([
      { id: 'ada', type: 'choice' },
      { id: 'nik', minLength: 16, maxLength: 16, visibleWhen: { field: 'ada', is: ['1'] } },
      { id: 'banyak', type: 'choices', visibleWhen: { field: 'ada', is: ['0'] } },
    ])
  })

  it('what is told stands in the order of the file, what must be corrected first', async () => {
    const rows = [
      columns,
      row({ type: 'integer', name: 'a', ...label, relevant: 'if(1)' }),
      row({ type: 'text', name: 'b', 'label::Indonesia (id)': '**Tebal**' }),
      row({ type: 'audio', name: 'c', ...label }),
    ]
    const { flaws } = await read({ survey: rows, choices: [['list_name', 'name', 'label']] })
    expect(flaws.map(({ row: at, code }) => `${at} ${code}`)).toEqual([
      '2 expression-not-supported',
      '4 type-not-supported',
      '3 label-one-language',
      '3 markup-in-text',
    ])
  })
})
