/** A question under a new name says in its file what it was called before, so that answers are carried over. */
import { expect, it } from 'vitest'
import { carryAnswers } from '../../../functions/domain/versions/carry-answers.ts'
import { formChanges } from '../../../functions/domain/versions/form-changes.ts'
import { createXlsForms } from '../../../functions/workbook/xlsform/read-xlsform.ts'
import { context } from '../../fixtures/two-versions.ts'
import { bookOf, choices, settings } from './posyandu.ts'

const heads = ['type', 'name', 'label::Indonesia (id)', 'label::English (en)', 'was']
const formWith = async (...rows: readonly string[][]) => {
  const file = await bookOf({ survey: [heads, ...rows], choices, settings })
  const { definition, flaws } = await createXlsForms().read(file, [])
  expect(flaws.filter(({ blocking }) => blocking)).toEqual([])
  if (definition === null) throw new Error('no form was read')
  return definition
}

it('is read from the column `was`, as the file before wrote it', async () => {
  const before = await formWith(['text', 'nama_kader', 'Nama kader', 'Cadre'])
  const after = { ...(await formWith(['text', 'petugas', 'Petugas', 'Officer', 'nama_kader'])), version: 2 }
  expect(after.fields[0]).toMatchObject({ id: 'petugas', was: 'namaKader' })
  expect(formChanges(before, after)).toMatchObject([{ kind: 'renamed', path: 'petugas', answers: 'carried' }])
  const given = { fields: { namaKader: 'Maria' }, rows: {} }
  expect(carryAnswers(given, { before, after, context })).toEqual({
    answers: { fields: { petugas: 'Maria' }, rows: {} },
    left: [],
  })
})
