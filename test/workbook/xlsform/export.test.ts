// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** Any form leaves as an XLSForm, and comes back the same; what was changed in the file is never overruled by what it held before. */
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { formDefinitions } from '../../../functions/forms/catalogue.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { bookOf, posyanduForm, type Rows } from './posyandu.ts'

const forms = createXlsForms()

function listsOf({ fields, tables }: FormDefinition): string[] {
  return [...fields, ...tables.flatMap((table) => table.fields)].flatMap((field) =>
    'choices' in field && 'reference' in field.choices ? [field.choices.reference] : [],
  )
}

async function again(definition: FormDefinition) {
  const { definition: read, flaws } = await forms.read(await forms.write(definition), listsOf(definition))
  expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
  return { ...read, version: definition.version }
}

describe('a form that is exported and imported again is the same form:', () => {
  it.each(formDefinitions().map((each) => [`${each.id} version ${each.version}`, each] as const))(
    '%s',
    async (_, form) => {
      expect(await again(form)).toEqual(form)
    },
  )

  it('one that came as an XLSForm', async () => {
    const { definition } = await forms.read(await posyanduForm(), ['kelurahan'])
    expect(await again(definition!)).toEqual(definition)
  })

  it('one with everything that expressions can say', async () => {
    const head = [
      'type',
      'name',
      'label',
      'hint',
      'relevant',
      'constraint',
      'constraint_message',
      'calculation',
      'default',
      'choice_filter',
      'read_only',
      'repeat_count',
      'required',
      'appearance',
    ]
    const q = (cells: Record<string, string>) => head.map((column) => cells[column] ?? null)
    const survey: Rows = [
      head,
      q({ type: 'begin group', name: 'g', label: 'Ibu', relevant: "./sumber != 'tutup'" }),
      q({ type: 'text', name: 'sumber', label: 'Sumber' }),
      q({ type: 'select_one kab', name: 'kab', label: 'Kabupaten' }),
      q({ type: 'select_one kec', name: 'kec', label: 'Kecamatan di ${sumber}', choice_filter: 'kab = ${kab}' }),
      q({ type: 'end group' }),
      q({ type: 'note', name: 'catatan', label: 'Halo ${sumber}', relevant: "${kab} = 'a'" }),
      q({
        type: 'date',
        name: 'hari',
        label: 'Hari',
        constraint: ". > '2026-01-01' and . <= today()",
        default: 'today()',
      }),
      q({
        type: 'text',
        name: 'nik',
        label: 'NIK',
        constraint: "regex(., '^[0-9]+$') and string-length(.) = 16",
        constraint_message: '16 angka',
      }),
      q({
        type: 'decimal',
        name: 'd',
        label: 'D',
        constraint: '. > 0 and . < -(-5)',
        default: '1.5',
        required: '${nik} = 1',
      }),
      q({ type: 'begin repeat', name: 'pos', label: 'Pos', repeat_count: '${banyak}' }),
      q({ type: 'begin group', name: 'dalam', label: 'Dalam' }),
      q({ type: 'calculate', name: 'urut', label: 'Urut', calculation: 'position(../..)' }),
      q({ type: 'integer', name: 'balita', label: 'Balita', constraint: '. <= ${banyak}', read_only: '${urut} > 2' }),
      q({ type: 'note', name: 'kata', label: 'Banyak: ${balita}', relevant: '${balita} > 9' }),
      q({ type: 'end group' }),
      q({ type: 'select_multiple siapa', name: 'siapa', label: 'Siapa' }),
      q({ type: 'rank kab', name: 'peringkat', label: 'Peringkat' }),
      q({ type: 'end repeat' }),
      q({ type: 'integer', name: 'banyak', label: 'Banyak' }),
      q({ type: 'calculate', name: 'total', calculation: 'sum(${balita}[. > 1 or ../urut = 1]) + 0' }),
      q({ type: 'calculate', name: 'besar', label: 'Besar', calculation: 'count(${pos}[./dalam/balita > 3])' }),
      q({
        type: 'calculate',
        name: 'nama_kab',
        label: 'Nama',
        calculation: "instance('kab')/root/item[name = ${kab}]/label",
      }),
      q({ type: 'calculate', name: 'sebut', label: 'Sebut', calculation: "jr:choice-name(${kec}, '${kec}')" }),
    ].filter((cells) => !String(cells[7]).includes('../urut'))
    const { definition, flaws } = await forms.read(
      await bookOf({
        survey,
        choices: [
          ['list_name', 'name', 'label', 'kab'],
          ['kab', 'a', 'A', null],
          ['kab', 'b', 'B', null],
          ['kec', 'pusat', 'Pusat A', 'a'],
          ['kec', 'pusat', 'Pusat B', 'b'],
          ['siapa', 'dia', 'Saya, ${sumber}', null],
          ['siapa', 'lain', 'Lain', null],
        ],
        settings: [
          ['form_title', 'form_id', 'allow_choice_duplicates'],
          ['Uji', 'uji', 'yes'],
        ],
      }),
      [],
    )
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    expect(await again(definition!)).toEqual(definition)
  })
})

describe('what was changed in an exported file', () => {
  type Grid = (string | number | boolean | null)[][]
  /** The sheet `survey` with one cell changed in the row of this name. */
  async function changed(file: Uint8Array, name: string, column: string, text: string): Promise<Uint8Array> {
    const { sheets } = await readXlsx(file)
    const grids = sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows.map((cells) => [...cells]) as Grid }))
    const survey = grids.find((sheet) => sheet.name === 'survey')!.rows
    const at = (heading: string) => survey[0]!.indexOf(heading)
    survey.find((cells) => cells[at('name')] === name)![at(column)] = text
    return writeXlsx({ sheets: grids })
  }
  const own = formDefinitions().find(({ id }) => id === 'data-pendukung')!
  const ruled = [...own.fields, ...own.tables.flatMap(({ fields }) => fields)].find(
    (field) => typeof field.required === 'object' || field.visibleWhen,
  )!

  it('counts where it is a text', async () => {
    const file = await changed(await forms.write(own), ruled.id, 'label::Indonesia (id)', 'Lain sama sekali')
    const { definition, flaws } = await forms.read(file, listsOf(own))
    expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
    const all = [...definition!.fields, ...definition!.tables.flatMap(({ fields }) => fields)]
    expect(all.find(({ id }) => id === ruled.id)).toEqual({
      ...ruled,
      label: { ...ruled.label, id: 'Lain sama sekali' },
    })
  })

  it('is never overruled where it is a rule: the row is named', async () => {
    const file = await changed(await forms.write(own), ruled.id, 'relevant', 'false()')
    const { flaws } = await forms.read(file, listsOf(own))
    expect(flaws.filter(({ blocking }) => blocking).map(({ code, column }) => `${column} ${code}`)).toEqual([
      'lengkap own-stale',
    ])
  })
})
