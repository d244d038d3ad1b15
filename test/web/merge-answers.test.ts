/** Two people on one draft: what does not clash is put together, what clashes is asked, nothing is lost. */
import { describe, expect, it } from 'vitest'
import type { Answers } from '../../functions/schema/answers.ts'
import { mergeAnswers, takeTheirs } from '../../web/form/model/merge-answers.ts'

const row = (rowKey: string, cells: Record<string, string | number>) => ({ rowKey, cells })
const answers = (fields: Record<string, string>, ...rows: ReturnType<typeof row>[]): Answers => ({
  fields,
  rows: { t: rows },
})

describe('merging', () => {
  it('changes of different answers and rows are put together', () => {
    const base = answers({ a: '1', b: '1' }, row('x', { p: 1, q: 1 }))
    const mine = answers({ a: '2', b: '1' }, row('x', { p: 2, q: 1 }), row('mine', { p: 9 }))
    const theirs = answers({ a: '1', b: '3' }, row('x', { p: 1, q: 3 }), row('theirs', { p: 8 }))
    const { merged, clashes } = mergeAnswers(base, mine, theirs)
    expect(clashes).toEqual([])
    expect(merged).toEqual(
      answers({ a: '2', b: '3' }, row('x', { p: 2, q: 3 }), row('theirs', { p: 8 }), row('mine', { p: 9 })),
    )
  })

  it('the same change on both sides is no clash', () => {
    expect(mergeAnswers(answers({ a: '1' }), answers({ a: '2' }), answers({ a: '2' })).clashes).toEqual([])
  })

  it('a cell that both changed differently is asked, with both values kept', () => {
    const { merged, clashes } = mergeAnswers(
      answers({}, row('x', { p: 1 })),
      answers({}, row('x', { p: 2 })),
      answers({}, row('x', { p: 3 })),
    )
    expect(clashes).toEqual([{ kind: 'cell', pointer: '/rows/t/x/p', mine: 2, theirs: 3 }])
    expect(merged.rows.t?.[0]?.cells.p).toBe(2)
    expect(takeTheirs(merged, clashes).rows.t?.[0]?.cells.p).toBe(3)
  })

  it('a row that a colleague removed stays removed unless it was edited here', () => {
    const base = answers({}, row('x', { p: 1 }), row('y', { p: 1 }))
    const mine = answers({}, row('x', { p: 1 }), row('y', { p: 2 }))
    const { merged, clashes } = mergeAnswers(base, mine, answers({}))
    expect(clashes).toEqual([{ kind: 'row', pointer: '/rows/t/y', mine: row('y', { p: 2 }), theirs: undefined }])
    expect(merged.rows.t).toEqual([row('y', { p: 2 })])
    expect(takeTheirs(merged, clashes).rows.t).toEqual([])
  })

  it('a row removed here but edited by a colleague can be had back', () => {
    const base = answers({}, row('x', { p: 1 }))
    const { merged, clashes } = mergeAnswers(base, answers({}), answers({}, row('x', { p: 5 })))
    expect(merged.rows.t).toEqual([])
    expect(takeTheirs(merged, clashes).rows.t).toEqual([row('x', { p: 5 })])
  })
})
