/** Templates print as papers of an office: on A4 and on F4, filled and blank, with what the recipe asks in their parts. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { formDefinition, formDefinitions } from '../../functions/forms/catalogue.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'
import { blank, now, subjectOf, workbooks } from './subject.ts'

vi.setConfig({ testTimeout: 120_000 })
const context = contextOf('kec-kelapa-lima')

function filled(definition: FormDefinition): Answers {
  return fc.sample(soundAnswers(definition, context), { numRuns: 1, seed: 11 })[0] ?? blank
}

function template(definition: FormDefinition, answers: Answers, paper?: 'a4' | 'f4'): Promise<Uint8Array> {
  return workbooks.template(
    now,
    subjectOf(answers, { definition, context, paper, heading: 'Dinas P&K · Putaran 2026' }),
  )
}

type Sheet = { readonly name: string; readonly xml: string }

function visibleSheets(file: Uint8Array): { sheets: readonly Sheet[]; workbook: string } {
  const zip = readZip(Buffer.from(file))
  const workbook = zip.part('xl/workbook.xml')?.toString('utf8') ?? ''
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)].flatMap(([tag], at) => {
    if (/state="(hidden|veryHidden)"/.test(tag)) return []
    const xml = zip.part(`xl/worksheets/sheet${at + 1}.xml`)?.toString('utf8') ?? ''
    return [{ name: /name="([^"]*)"/.exec(tag)?.[1] ?? '', xml }]
  })
  return { sheets, workbook }
}

describe.each(formDefinitions().map((definition) => ({ name: `${definition.id} ${definition.version}`, definition })))(
  '$name',
  ({ definition }) => {
    it.each([
      ['a4', '9'],
      ['f4', '14'],
    ] as const)('says on %s how each visible sheet is printed', async (paper, code) => {
      for (const answers of [blank, filled(definition)]) {
        const { sheets, workbook } = visibleSheets(await template(definition, answers, paper))
        expect(sheets.length).toBeGreaterThanOrEqual(3)
        for (const { xml } of sheets) {
          const setup = /<pageSetup[^>]*>/.exec(xml)?.[0] ?? ''
          expect(setup).toContain(`paperSize="${code}"`)
          expect(setup).toContain('orientation="landscape"')
          expect(setup).toContain('fitToHeight="0"')
          expect(xml).toMatch(/fitToPage="(1|true)"/)
          expect(xml).toMatch(/Halaman &amp;P dari &amp;N/)
          expect(xml).toContain('Dinas P&amp;&amp;K')
        }
        const forms = sheets.filter(({ name }) => name !== 'Petunjuk')
        for (const { name } of forms) expect(workbook).toContain(`'${name}'!$1:$1`)
      }
    })
  },
)

it('leaves blank rows with borders and room for a hand, and a place to sign', async () => {
  const definition = formDefinition('aksi3a-penandaan-anggaran', 2)
  if (definition === undefined) throw new Error('F1')
  const { sheets } = visibleSheets(await template(definition, blank))
  const rows = [...(sheets[1]?.xml ?? '').matchAll(/<row r="(\d+)"[^>]*ht="24"[^>]*>/g)]
  expect(rows.length).toBe(25)
  expect(/<c r="A26" s="[1-9]\d*"/.test(sheets[1]?.xml ?? '')).toBe(true)
})

const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path))
const poppler = existsSync('/usr/bin/pdftotext')

type Word = { x: number; y: number; right: number; bottom: number; text: string }

/** The words of each page with their boxes, in points. */
function pagesOf(pdf: string): { width: number; height: number; words: Word[] }[] {
  const html = execFileSync('pdftotext', ['-bbox', pdf, '-'], { encoding: 'utf8', maxBuffer: 1e8 })
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const [, width = '0', height = '0'] = /width="([\d.]+)" height="([\d.]+)"/.exec(page) ?? []
      const words = [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)]
      return {
        width: Number(width),
        height: Number(height),
        words: words.map(([, x, y, right, bottom, text = '']) => ({
          x: Number(x),
          y: Number(y),
          right: Number(right),
          bottom: Number(bottom),
          text,
        })),
      }
    })
}

function overlaps(words: readonly Word[]): string[] {
  return words.flatMap((one, at) =>
    words.slice(at + 1).flatMap((other) => {
      const across = Math.min(one.right, other.right) - Math.max(one.x, other.x)
      const down = Math.min(one.bottom, other.bottom) - Math.max(one.y, other.y)
      return across > 1 && down > 0.5 * (one.bottom - one.y) ? [`${one.text} over ${other.text}`] : []
    }),
  )
}

it.skipIf(soffice === undefined || !poppler)(
  'printed by LibreOffice: one page of questions, type that can be read, nothing over another',
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'lengkap-paper-'))
    try {
      const definition = formDefinition('aksi3a-penandaan-anggaran', 2)
      if (definition === undefined) throw new Error('F1')
      const cases = { 'blank-a4': blank, 'filled-a4': filled(definition), 'filled-f4': filled(definition) }
      for (const [name, answers] of Object.entries(cases))
        writeFileSync(join(dir, `${name}.xlsx`), await template(definition, answers, name.endsWith('f4') ? 'f4' : 'a4'))
      const files = Object.keys(cases).map((name) => join(dir, `${name}.xlsx`))
      const profile = `-env:UserInstallation=file://${dir}/profile`
      execFileSync(soffice ?? '', [profile, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...files], {
        stdio: 'ignore',
      })
      for (const name of Object.keys(cases)) {
        const pages = pagesOf(join(dir, `${name}.pdf`))
        const questions = pages.filter(({ words }) => words.some(({ text }) => text === 'Jawaban'))
        expect(questions, name).toHaveLength(1)
        // Millimetres, of which a point has 0.353.
        expect(Math.round((pages[0]?.width ?? 0) * 0.3528), name).toBe(name.endsWith('f4') ? 330 : 297)
        const table = pages.filter(
          ({ words }) =>
            words.filter(({ text }) => text === 'Kode').length > 0 && !words.some(({ text }) => text === 'Petunjuk'),
        )
        expect(table.length, name).toBeGreaterThanOrEqual(3)
        for (const { words } of pages) {
          expect(overlaps(words), name).toEqual([])
          const smallest = Math.min(...words.map(({ y, bottom }) => bottom - y))
          expect(smallest, name).toBeGreaterThan(6)
        }
      }
    } finally {
      rmSync(dir, { recursive: true, force: true })
    }
  },
)
