// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** Whatever stands in a known row and does not end in the definition is named with its column; what nobody could answer is refused. */
import { describe, expect, it } from 'vitest'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { bookOf } from './posyandu.ts'

const more = {
  choices: [
    ['list_name', 'name', 'label'],
    ['yn', 'ya', 'Ya'],
    ['yn', 'tidak', 'Tidak'],
  ],
  settings: [
    ['form_title', 'form_id'],
    ['Uji', 'uji'],
  ],
}

async function read(type: string, cells: Record<string, string>) {
  const survey = [
    ['type', 'name', 'label', ...Object.keys(cells)],
    [type, 'a', 'A', ...Object.values(cells)],
    ['text', 'z', 'Z'],
  ]
  const draft = await createXlsForms().read(await bookOf({ survey, ...more }), [])
  const said = (blocking: boolean) =>
    draft.flaws.filter((flaw) => flaw.blocking === blocking && flaw.row === 2 && flaw.sheet === 'survey')
  return {
    ...draft,
    stops: said(true).map(({ column, code }) => `${column} ${code}`),
    notes: said(false).map(({ code }) => code),
  }
}

describe('a constraint that nothing could meet is refused:', () => {
  it.each([
    ['integer', '. >= 10 and . <= 5'],
    ['integer', '. > 5 and . < 6'],
    ['integer', '. = 5 and . = 6'],
    ['integer', '. > 5 and 5 > .'],
    ['integer', 'not(. < 10) and . < 5'],
    ['integer', '. >= 5 + 5 and . <= 9'],
    ['integer', '. >= 10 and (. <= 5 and . > 1)'],
    ['integer', 'false()'],
    ['integer', '0'],
    ['decimal', '. > 5 and . < 5'],
    ['decimal', '. >= 5 and . < 5'],
    ['range', '. >= 50'],
    ['text', 'string-length(.) = 3 and string-length(.) = 5'],
    ['text', 'string-length(.) < 1'],
    ['text', 'string-length(.) > 5000'],
    ['date', ". > '2026-03-01' and . < '2026-02-01'"],
    ['date', ". > '2026-01-31' and . < '2026-02-01'"],
    ['date', ". >= date('2026-03-01') and . <= date('2026-02-01')"],
    ['date', '. > today() and . < today()'],
    ['date', '. >= today() + 7 and . <= today() + 3'],
    ['time', ". >= '08:00' and . <= '07:00'"],
    ['select_multiple yn', 'count-selected(.) >= 3'],
    ['select_multiple yn', 'count-selected(.) <= 0'],
    ['select_multiple yn', 'count-selected(.) = 1 and count-selected(.) = 2'],
  ])('%s %s', async (type, constraint) => {
    expect((await read(type, { constraint })).stops).toEqual(['constraint range-empty'])
  })
})

describe('a constraint that something meets is taken:', () => {
  it.each<[string, string, object]>([
    ['integer', '. >= 5 and . <= 5', { min: 5, max: 5 }],
    ['decimal', '. > 5 and . < 6', {}],
    ['decimal', '. >= 5 and . <= 5', { min: 5, max: 5 }],
    ['integer', '. > 10 or . < 5', {}],
    ['date', ". > '2026-01-31' and . < '2026-03-01'", { min: '2026-02-01', max: '2026-02-28' }],
    ['date', ". > '2025-12-31' and . <= today()", { min: '2026-01-01', max: 'today' }],
    ['date', '. > today()', {}],
    ['text', 'string-length(.) >= 600', { minLength: 600, maxLength: 5_000 }],
    ['text', 'string-length(.) = 16', { minLength: 16, maxLength: 16 }],
    ['select_multiple yn', 'count-selected(.) >= 2', { minChoices: 2 }],
    ['time', ". >= '07:00' and . <= '08:00'", {}],
  ])('%s %s', async (type, constraint, expected) => {
    const { stops, definition } = await read(type, { constraint })
    expect(stops).toEqual([])
    expect(definition?.fields[0]).toMatchObject(expected)
  })
})

describe('a column that is nearly one of the known', () => {
  it.each([
    ['relevent', 'column-misspelt'],
    ['requried', 'column-misspelt'],
    ['Constraints', 'column-misspelt'],
    ['calculaton', 'column-misspelt'],
    ['relevant::English', 'column-language'],
    ['constraint::Indonesia (id)', 'column-language'],
    ['trigger', 'trigger-works'],
  ])('is not passed over: %s', async (heading, code) => {
    expect((await read('integer', { [heading]: '1' })).stops).toEqual([`${heading} ${code}`])
  })

  it.each(['mandatory', 'skip logic', 'kobo--score-choices', 'instance::x'])(
    '%s is named in a note',
    async (heading) => {
      const { stops, notes } = await read('integer', { [heading]: '1' })
      expect(stops).toEqual([])
      expect(notes).toContain('column-not-used')
    },
  )

  it.each(['bind:relevant', 'bind : relevant', 'Bind::Relevant', 'RELEVANCE'])('%s is relevant', async (heading) => {
    expect((await read('integer', { [heading]: "${z} = 'x'" })).definition?.fields[0]?.rules).toHaveProperty('relevant')
  })
})

describe('what means nothing in ODK either is passed over, and said:', () => {
  it.each([
    ['text', 'choice_filter', "${z} = 'x'", 'filter-without-choices'],
    ['note', 'choice_filter', "${z} = 'x'", 'column-not-used'],
    ['integer', 'appearance', "ex:org.opendatakit.counter(form_id='x')", 'appearance-of-app'],
    ['calculate', 'calculation', "if(${z} = 'x', 1, if(${z} = 'y', 2, null))", 'null-as-blank'],
  ])('%s with %s %s', async (type, column, text, code) => {
    const { stops, notes } = await read(type, { [column]: text })
    expect(stops).toEqual([])
    expect(notes).toContain(code)
  })

  it('a constraint of a calculate row, which nobody sees there', async () => {
    const { stops, notes } = await read('calculate', { calculation: '1 + 1', constraint: '. < 2' })
    expect(stops).toEqual([])
    expect(notes).toContain('constraint-never-asked')
    expect((await read('integer', { calculation: '1 + 1', constraint: '. < 2' })).stops).toEqual([
      'constraint constraint-of-computed',
    ])
  })

  it('null within a comparison is not guessed', async () => {
    expect((await read('calculate', { calculation: '${z} = null' })).stops).toEqual(['calculation name-bare'])
  })
})

it('a form is as large as its bytes are many, which letters beyond ASCII have two or three of', async () => {
  const sized = async (letter: string) => {
    const survey = [
      ['type', 'name', 'label'],
      ...Array.from({ length: 150 }, (_, at) => ['text', `a${at}`, letter.repeat(1_000)]),
    ]
    const { flaws } = await createXlsForms().read(await bookOf({ survey, ...more }), [])
    return flaws.filter(({ blocking }) => blocking).map(({ code }) => code)
  }
  expect(await sized('a')).toEqual([])
  expect(await sized('ب')).toEqual(['too-large'])
})

describe('a day', () => {
  it.each([
    [". >= '31/12/2026'", 'date-unreal'],
    [". >= '2026-02-30'", 'date-unreal'],
    ['. <= 2026-12-31', 'date-unquoted'],
  ])('that is none is refused: %s', async (constraint, code) => {
    expect((await read('date', { constraint })).stops).toEqual([`constraint ${code}`])
  })
})

describe('what holds whatever is answered is said:', () => {
  it.each([
    ['5', 'always-holds'],
    ['10 < . < 20', 'comparison-chained'],
  ])('%s', async (constraint, code) => {
    expect((await read('integer', { constraint })).notes).toContain(code)
  })
})
