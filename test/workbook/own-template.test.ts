/** Its own template comes back: of any form that could be published, filled with any valid answers, by whatever saved it. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { formSheets } from '../../functions/domain/results/form-sheets.ts'
import { unionOf } from '../../functions/domain/results/version-union.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { writeResults } from '../../functions/workbook/results/write-results.ts'
import { anyForm, cellsFor } from '../fixtures/any-form.ts'
import { context } from '../schema/sample-form.ts'
import { runsOf } from '../setup/thorough.ts'
import { blank, now, subjectOf, workbooks } from './subject.ts'

vi.setConfig({ testTimeout: 120_000 })

type Case = { definition: FormDefinition; answers: Answers }
const anyCase: fc.Arbitrary<Case> = anyForm.chain((definition) =>
  fc
    .record({
      fields: definition.fields.length === 0 ? fc.constant({}) : cellsFor(definition.fields),
      rows: fc.tuple(
        ...definition.tables.map(({ fields }) => fc.array(cellsFor(fields), { minLength: 1, maxLength: 4 })),
      ),
    })
    .map(({ fields, rows }) => ({
      definition,
      answers: {
        fields,
        rows: Object.fromEntries(
          definition.tables.map(({ id }, at) => [
            id,
            (rows[at] ?? []).map((cells, index) => ({ rowKey: `R${index}`, cells })),
          ]),
        ),
      },
    })),
)

async function expectBack(
  { definition, answers }: Case,
  file: Uint8Array,
  language: 'id' | 'en' = 'id',
): Promise<void> {
  const stamp = { ...subjectOf(blank).stamp, round: 'lain' }
  const preview = await workbooks.preview(subjectOf(blank, { definition, stamp, language }), file)
  expect(preview.errors).toEqual([])
  expect(preview.fields).toEqual(answers.fields)
  for (const { id } of definition.tables) {
    const added = preview.tables.filter(({ tableId }) => tableId === id).flatMap((table) => table.added)
    expect(added.map(({ cells }) => cells)).toEqual((answers.rows[id] ?? []).map(({ cells }) => cells))
  }
}

it('as it was written, in the same language and in the other one', async () => {
  await fc.assert(
    fc.asyncProperty(anyCase, fc.constantFrom('id', 'en'), fc.constantFrom('id', 'en'), async (one, out, back) => {
      const file = await workbooks.template(now, subjectOf(one.answers, { definition: one.definition, language: out }))
      await expectBack(one, file, back)
    }),
    { numRuns: runsOf(300) },
  )
})

it('no two columns of its results have one heading, in the workbook or in the CSV', async () => {
  await fc.assert(
    fc.asyncProperty(anyForm, fc.constantFrom('id', 'en'), async (definition, language) => {
      const sheets = formSheets(unionOf(definition, []), [], { codes: true }, () => context)
      const book = await readBook(await writeResults(now, { title: 'Uji', sheets }, language))
      for (const [at, { columns }] of sheets.entries()) {
        const headings = [columns.map(({ id }) => id), book.sheets[at]?.rows[0]?.map(String) ?? []]
        for (const names of headings) {
          expect(names).toHaveLength(columns.length)
          expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        }
      }
    }),
    { numRuns: runsOf(120) },
  )
})

const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path))
const cases = 6

it.skipIf(soffice === undefined).each(['xlsx', 'ods'])('saved by LibreOffice as %s', async (format) => {
  const dir = mkdtempSync(join(tmpdir(), 'lengkap-office-'))
  try {
    const all = fc.sample(anyCase, { numRuns: cases, seed: 7 })
    mkdirSync(join(dir, 'out'))
    const names = all.map((_, at) => join(dir, `${at}.xlsx`))
    for (const [at, { definition, answers }] of all.entries())
      writeFileSync(names[at] ?? '', await workbooks.template(now, subjectOf(answers, { definition })))
    const profile = `-env:UserInstallation=file://${dir}/profile`
    execFileSync(
      soffice ?? '',
      [profile, '--headless', '--convert-to', format, '--outdir', join(dir, 'out'), ...names],
      {
        stdio: 'ignore',
      },
    )
    for (const [at, one] of all.entries()) await expectBack(one, readFileSync(join(dir, 'out', `${at}.${format}`)))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
})
