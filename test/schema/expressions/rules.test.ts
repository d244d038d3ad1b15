// biome-ignore-all lint/suspicious/noTemplateCurlyInString: that is how an XLSForm names a question
/** A form's own rules at work: what is asked, worked out, refused and offered; and a key stroke that costs what it touches. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankAnswers } from '../../../functions/schema/answers/blank-answers.ts'
import { measureCompleteness } from '../../../functions/schema/answers/completeness.ts'
import type { AnswerContext } from '../../../functions/schema/answers/context.ts'
import { normaliseAnswers } from '../../../functions/schema/answers/normalise-answers.ts'
import { isTableVisible, settleHeader, settleRow } from '../../../functions/schema/answers/settle-cells.ts'
import { createValidator, validateAnswers } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers, Row } from '../../../functions/schema/answers.ts'
import { type Expression, mapLeaves } from '../../../functions/schema/expressions/expression.ts'
import { ruleEngine } from '../../../functions/schema/expressions/live/rule-engine.ts'
import { parseExpression } from '../../../functions/schema/expressions/parse.ts'
import { type FormDefinition, formDefinitionSchema } from '../../../functions/schema/form.ts'
import { runsOf } from '../../setup/thorough.ts'

const columns = ['jumlah', 'sakit', 'persen', 'urut']
/** Questions of the table stand for all their rows when asked from elsewhere. */
const header = (source: string): Expression =>
  mapLeaves(parseExpression(source), (leaf) =>
    'field' in leaf && columns.includes(leaf.field)
      ? { column: leaf.field, table: 'pos' }
      : 'field' in leaf && leaf.field === 'pos'
        ? { rows: 'pos' }
        : leaf,
  )
const row = parseExpression
const words = (text: string) => ({ id: text, en: text })
const field = (id: string, more: object) => ({ id, label: words(id), required: false, ...more })
const computed = (id: string, expression: Expression, gives = 'number') =>
  field(id, { type: 'computed', decimals: 2, formula: { expression, gives } })

const form: FormDefinition = formDefinitionSchema.parse({
  id: 'uji',
  version: 1,
  title: words('Uji'),
  shortTitle: words('Uji'),
  description: words('Uji'),
  nilAllowed: false,
  ruled: true,
  fields: [
    field('ada', {
      type: 'choice',
      choices: [
        { value: 'ya', label: words('Ya') },
        { value: 'tidak', label: words('Tidak') },
      ],
    }),
    field('batas', { type: 'integer', rules: { default: row('10'), relevant: row("${ada} = 'ya'") } }),
    computed('total', header('sum(${jumlah})')),
    computed('lebih', header("if(${total} > ${batas}, 'lebih', 'cukup')"), 'text'),
    field('alasan', {
      type: 'text',
      maxLength: 100,
      rules: { relevant: row("${lebih} = 'lebih'"), required: row('true()') },
    }),
    field('mulai', {
      type: 'date',
      rules: {
        default: row('today()'),
        constraint: { test: row('. <= today()'), message: words('tidak di masa depan') },
      },
    }),
    field('kab', {
      type: 'choice',
      choices: [
        { value: 'k1', label: words('K1') },
        { value: 'k2', label: words('K2') },
      ],
    }),
    field('kec', {
      type: 'choice',
      choices: [
        { value: 'a', label: words('A'), columns: { kab: 'k1' } },
        { value: 'b', label: words('B'), columns: { kab: 'k2' } },
      ],
      rules: {
        choices: row('kab = ${kab}'),
        label: { id: row("concat('Kecamatan di ', ${kab})"), en: row("concat('In ', ${kab})") },
      },
    }),
  ],
  tables: [
    {
      id: 'pos',
      title: words('Pos'),
      minRows: 0,
      maxRows: 1000,
      rules: { relevant: row("${ada} = 'ya'") },
      fields: [
        field('jumlah', {
          type: 'integer',
          rules: { constraint: { test: row('. >= 0 and . <= ${batas}'), message: words('0 sampai batas') } },
        }),
        field('sakit', {
          type: 'integer',
          rules: {
            relevant: row('${jumlah} > 0'),
            constraint: { test: row('. <= ${jumlah}'), message: words('lebih dari jumlah') },
          },
        }),
        computed('persen', row('round(${sakit} div ${jumlah} * 100, 1)')),
        computed('urut', row('position(..)')),
      ],
    },
  ],
})

const context = (): AnswerContext => ({
  today: '2026-02-13',
  now: '2026-02-13T08:30:00.000',
  agencyId: 'dinsos',
  fiscalYear: 2026,
  references: {},
  rules: ruleEngine,
})
const answers = (fields: Answers['fields'], rows: Answers['fields'][] = []): Answers => ({
  fields,
  rows: { pos: rows.map((cells, at) => ({ rowKey: `R${at}`, cells })) },
})
const errors = (given: Answers) =>
  validateAnswers(form, given, context()).map(({ pointer, code }) => `${pointer} ${code}`)

describe('the rules of a form', () => {
  it('work answers out across header and table', () => {
    const given = answers({ ada: 'ya', batas: 5 }, [
      { jumlah: 4, sakit: 1 },
      { jumlah: 3, sakit: 3 },
    ])
    const { cells, visible } = settleHeader(form, given, context())
    expect(cells).toMatchObject({ total: 7, lebih: 'lebih' })
    expect(visible.has('alasan')).toBe(true)
    const [first, second] = given.rows.pos!.map((each) => settleRow(form.tables[0]!, each, cells).cells)
    expect(first).toMatchObject({ persen: 25, urut: 1 })
    expect(second).toMatchObject({ persen: 100, urut: 2 })
    expect(errors(given)).toEqual(['/fields/alasan required'])
  })

  it('refuse what breaks them, in their author’s words', () => {
    expect(
      errors(
        answers({ ada: 'ya', batas: 5, mulai: '2026-02-14', alasan: 'x' }, [{ jumlah: 6 }, { jumlah: 2, sakit: 3 }]),
      ),
    ).toEqual(['/fields/mulai rule', '/rows/pos/R0/jumlah rule', '/rows/pos/R1/sakit rule'])
  })

  it('know a sum with a blank cell as not known, and count rows all the same', () => {
    const { cells } = settleHeader(form, answers({ ada: 'ya' }, [{ jumlah: 4 }, {}]), context())
    expect(cells.total).toBeUndefined()
    expect(cells.lebih).toBe('cukup')
  })

  it('drop what is not asked, and with it what was worked out', () => {
    const given = answers({ ada: 'tidak', batas: 5, alasan: 'x' }, [{ jumlah: 4 }])
    expect(normaliseAnswers(form, given, context())).toEqual({ fields: { ada: 'tidak' }, rows: { pos: [] } })
    expect(isTableVisible(form.tables[0]!, settleHeader(form, given, context()).cells)).toBe(false)
  })

  it('begin with their defaults, offer the choices that go together, and word labels with answers', () => {
    expect(blankAnswers(form, context()).fields).toEqual({ batas: 10, mulai: '2026-02-13' })
    const { ruled } = settleHeader(form, answers({ kab: 'k2', kec: 'a' }), context())
    expect([...(ruled?.offered.get('kec') ?? [])]).toEqual(['b'])
    expect(ruled?.labels.get('kec')).toEqual({ id: 'Kecamatan di k2', en: 'In k2' })
    expect(errors(answers({ kab: 'k2', kec: 'a' }))).toEqual(['/fields/kec not-offered'])
  })

  it('count as missing only what they ask for', () => {
    const { completeness } = measureCompleteness(
      form,
      answers({ ada: 'ya', batas: 1 }, [{ jumlah: 1 }, { jumlah: 1 }]),
      context(),
    )
    expect(completeness).toEqual({ expected: 1, answered: 0 })
  })
})

const anyCell = fc.record({
  jumlah: fc.option(fc.integer({ min: -2, max: 12 }), { nil: undefined }),
  sakit: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
})
const anyEdit = fc.oneof(
  fc.record({
    do: fc.constant('header' as const),
    id: fc.constantFrom('ada', 'batas', 'kab', 'kec'),
    value: fc.constantFrom('ya', 'tidak', 3, 9, 'k1', 'k2', 'a', undefined),
  }),
  fc.record({ do: fc.constant('row' as const), at: fc.nat(5), cells: anyCell }),
  fc.record({ do: fc.constant('insert' as const), at: fc.nat(5), cells: anyCell }),
  fc.record({ do: fc.constant('remove' as const), at: fc.nat(5) }),
)
type Edit = typeof anyEdit extends fc.Arbitrary<infer T> ? T : never
let keys = 0

function edited(before: Answers, edit: Edit): Answers {
  const rows = before.rows.pos ?? []
  const clean = (cells: object) => Object.fromEntries(Object.entries(cells).filter(([, value]) => value !== undefined))
  if (edit.do === 'header')
    return { ...before, fields: clean({ ...before.fields, [edit.id]: edit.value }) as Answers['fields'] }
  const put = (next: readonly Row[]) => ({ ...before, rows: { pos: [...next] } })
  if (edit.do === 'remove') return put(rows.filter((_, at) => at !== edit.at))
  const cells = clean(edit.cells) as Row['cells']
  if (edit.do === 'row') return put(rows.map((each, at) => (at === edit.at ? { ...each, cells } : each)))
  keys += 1
  return put([...rows.slice(0, edit.at), { rowKey: `K${keys}`, cells }, ...rows.slice(edit.at)])
}

it('after any edits say what they would say of the same answers at once', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 25 }), (edits) => {
      const kept = context()
      const validator = createValidator(form, kept)
      let given = answers({ ada: 'ya' }, [{ jumlah: 1 }])
      for (const edit of edits) {
        given = edited(given, edit)
        const fresh = structuredClone(given)
        expect(validator.validate(given)).toEqual(validateAnswers(form, fresh, context()))
        expect(normaliseAnswers(form, given, kept)).toEqual(normaliseAnswers(form, fresh, context()))
        const [live, anew] = [settleHeader(form, given, kept), settleHeader(form, fresh, context())]
        expect(live.cells).toEqual(anew.cells)
        expect({ ...live.ruled, now: null }).toEqual({ ...anew.ruled, now: null })
        if (isTableVisible(form.tables[0]!, live.cells))
          for (const [at, each] of (given.rows.pos ?? []).entries())
            expect(settleRow(form.tables[0]!, each, live.cells).cells).toEqual(
              settleRow(form.tables[0]!, fresh.rows.pos![at]!, anew.cells).cells,
            )
      }
    }),
    { numRuns: runsOf(400) },
  )
})
