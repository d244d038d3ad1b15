/** What two versions ask differently, and what becomes of answers between them. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryAnswers } from '../../../functions/domain/versions/carry-answers.ts'
import { formChanges } from '../../../functions/domain/versions/form-changes.ts'
import { formDefinitions } from '../../../functions/forms/catalogue.ts'
import { validateForDraft } from '../../../functions/schema/answers/validate-answers.ts'
import type { Answers } from '../../../functions/schema/answers.ts'
import type { FormDefinition } from '../../../functions/schema/form.ts'
import { versionTwo as after, answersOne, versionOne as before, context } from '../../fixtures/two-versions.ts'

const told = (mapping?: Record<string, string>) =>
  formChanges(before, after, mapping).map(({ kind, path, answers }) => `${kind} ${path}: ${answers}`)

describe('the changes between two versions', () => {
  it('are told each, with what becomes of the answers', () => {
    expect(told()).toEqual([
      'reworded jumlah: kept',
      'rules jumlah: kept',
      'renamed baru: carried',
      'retyped tanggal: left',
      'choices sumber: kept',
      'added tambahan: new',
      'removed buang: aside',
      'rules baris: kept',
      'renamed baris.anggaran: carried',
    ])
  })

  it('say the old words beside the new, and which choices went and came', () => {
    const changes = formChanges(before, after)
    const of = (path: string) => changes.find((each) => each.path === path)
    expect(of('jumlah')).toMatchObject({ before: { id: 'Jumlah balita' }, after: { id: 'Jumlah baduta' } })
    expect(of('tanggal')).toMatchObject({ kind: 'retyped', after: { id: expect.stringContaining('tanggal') } })
    expect(of('sumber')).toMatchObject({ choicesGone: [{ id: 'APBN' }], choicesNew: [{ id: 'Dana desa' }] })
    expect(of('baris.anggaran')).toMatchObject({ table: { id: 'Baris' }, before: { id: 'Pagu' } })
  })

  it('follow what the coordinator says is the same question', () => {
    const mapped = told({ tambahan: 'jumlah', jumlah: 'nomor' })
    expect(mapped).toContain('renamed tambahan: carried')
    expect(mapped).toContain('renamed jumlah: left')
    expect(mapped).toContain('added nomor: new')
  })

  it('are none between a version and itself, and are found between those of the house', () => {
    for (const form of formDefinitions()) expect(formChanges(form, form), form.id).toEqual([])
    const [one, two] = [1, 2].map((version) =>
      formDefinitions().find((form) => form.id === 'aksi3a-penandaan-anggaran' && form.version === version),
    )
    expect(formChanges(one!, two!).map(({ kind }) => kind)).toContain('rules')
  })
})

describe('answers carried to another version', () => {
  it('stand where they surely belong, and the rest is said', () => {
    const { answers, left } = carryAnswers(answersOne(), { before, after, context })
    expect(answers).toEqual({
      fields: { nomor: 'A/1', jumlah: 40, baru: 'Posyandu' },
      rows: {
        baris: [1, 2].map((n) => ({ rowKey: `R${n}`, cells: { nama: `Baris ${n}`, anggaran: n * 1_000 } })),
      },
    })
    expect(left.map(({ pointer, row, value }) => [pointer, row?.id, value.id])).toEqual([
      ['/fields/tanggal', undefined, '3 Februari'],
      ['/fields/sumber', undefined, 'APBN'],
      ['/fields/buang', undefined, 'Catatan'],
      ['/rows/baris/R3/nama', 'Baris 3 · Baris 3', 'Baris 3'],
      ['/rows/baris/R3/pagu', 'Baris 3 · Baris 3', 'Rp3.000'],
    ])
  })

  it('keep an absence only where the new question takes one', () => {
    const absent = { ...answersOne(), fields: { jumlah: { absent: 'not-yet' as const } } }
    const { answers, left } = carryAnswers(absent, { before, after, context })
    expect(answers.fields).toEqual({})
    expect(left[0]).toMatchObject({ pointer: '/fields/jumlah', value: { id: 'Belum ada data' } })
  })

  it('go nowhere silently: each is carried or said, and what is carried can be kept as a draft', () => {
    const value = fc.oneof(
      fc.integer(),
      fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
    )
    const cells = (form: FormDefinition['fields']) =>
      fc.record(Object.fromEntries(form.map(({ id }) => [id, value])), { requiredKeys: [] })
    const table = before.tables[0]!
    const given = fc.record({
      fields: cells(before.fields),
      rows: fc
        .array(cells(table.fields), { maxLength: 5 })
        .map((rows) => ({ baris: rows.map((row, n) => ({ rowKey: `R${n}`, cells: row })) })),
    })
    const count = (cells: object[]) => cells.reduce((sum, each) => sum + Object.keys(each).length, 0)
    fc.assert(
      fc.property(given, (drawn) => {
        const answers = drawn as Answers
        const carried = carryAnswers(answers, { before, after, context })
        const all = (each: Answers) => [each.fields, ...(each.rows.baris ?? []).map((row) => row.cells)]
        expect(count(all(carried.answers)) + carried.left.length).toBe(count(all(answers)))
        const unfit = validateForDraft(after, carried.answers).filter(({ code }) => code !== 'wrong-type')
        expect(unfit).toEqual([])
      }),
    )
  })

  it('come back whole where nothing was lost on the way', () => {
    const plain = { fields: { nomor: 'A/1', jumlah: 40, lama: 'x', sumber: 'apbd' }, rows: { baris: [] } }
    const there = carryAnswers(plain, { before, after, context })
    const back = carryAnswers(there.answers, { before: after, after: before, mapping: { lama: 'baru' }, context })
    expect(back.answers).toEqual(plain)
    expect([...there.left, ...back.left]).toEqual([])
  })
})
