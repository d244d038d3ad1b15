/** What a paste did is said with numbers: what was read otherwise than written, what is no row, what stays out; one decision mends a column. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import { aksi3aPenandaanAnggaranV1 as tagging } from '../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import type { GridState } from '../../web/form/table/grid-state.ts'
import { createGridState } from '../../web/form/table/grid-state.ts'
import { PasteNote } from '../../web/form/table/paste-note.tsx'
import { pasteText } from '../../web/form/table/paste-text.ts'
import { contextOf } from '../schema/sound-answers.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'
import { settle } from './fixtures/opened-grid.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** F1, blank, with the report of a paste beside it. */
async function openTagging() {
  const context = contextOf('dinsos')
  vi.stubGlobal('fetch', playServer(blankAnswers(tagging, context)).fetch)
  const opened = await openForm(undefined, tagging, context)
  const [table] = opened.model.definition.tables
  if (table === undefined) throw new Error('no table')
  const state: GridState = createGridState(opened.model, table)
  opened.show(<PasteNote state={state} />)
  const paste = async (text: string) => {
    pasteText(state, text)
    await settle()
  }
  return { state, paste, rows: () => opened.session.answers.value.rows.penandaan ?? [] }
}
const head = 'Kode sub kegiatan\tSumber dana\tPagu sub kegiatan\n'
const line = (code: number, source: string, amount: string) =>
  `1.06.05.2.02.${String(code).padStart(4, '0')}\t${source}\t${amount}\n`

it('of 1,000 rows pasted into a form of 500 it says how many stay out, and gives them back', async () => {
  const { paste, rows } = await openTagging()
  await paste(head + Array.from({ length: 1_000 }, (_, n) => line(n, 'DAU', '1000')).join(''))
  expect(rows()).toHaveLength(500)
  expect(screen.getByText(/paling banyak 500 baris: 500 baris tidak masuk/)).toBeTruthy()
  const left = screen.getByLabelText(/Baris yang tidak masuk/) as HTMLTextAreaElement
  expect(left.value.trim().split('\n')).toHaveLength(500)
  expect(left.value).toContain('1.06.05.2.02.0500')
})

it.each(['JUMLAH', 'J U M L A H', 'Total', 'Sub total', 'Jumlah seluruhnya', 'TOTAL :', 'Sub-total II'])(
  'a line of totals that says "%s" is left out and named, in any column of text',
  async (word) => {
    const { paste, rows } = await openTagging()
    await paste(`${head}${line(1, 'DAU', '100')}${word}\t\t100\n\t${word}\tRp 100\n`)
    expect(rows()).toHaveLength(1)
    expect(screen.getByText(/2 baris jumlah/).textContent).toContain(word)
  },
)

it('"Jumlah ibu hamil" beside a code is an answer', async () => {
  const { paste, rows } = await openTagging()
  await paste(
    'Kode sub kegiatan\tIndikator sub kegiatan\tTarget\n1.06.05.2.02.0001\tJumlah\t5\n1.06.05.2.02.0002\tJumlah ibu hamil\t6\n',
  )
  expect(rows().map(({ cells }) => cells.indikatorSubKegiatan)).toEqual(['Jumlah', 'Jumlah ibu hamil'])
})

it('texts that name no choice are mended alike, all cells of one text at once', async () => {
  const { paste, rows } = await openTagging()
  const sources = ['Dana Otsus', 'DAU', 'Dana Otsus', 'Kas', 'Dana Otsus']
  await paste(head + sources.map((source, n) => line(n, source, '1000')).join(''))
  const menu = screen.getByLabelText(/“Dana Otsus” \(3 sel\) menjadi/)
  fireEvent.change(menu, { target: { value: 'LAINNYA' } })
  await settle()
  fireEvent.click(screen.getAllByRole('button', { name: 'Jadikan semua' })[0] as Element)
  await settle()
  expect(rows().map(({ cells }) => cells.sumberDana)).toEqual(['LAINNYA', 'DAU', 'LAINNYA', 'Kas', 'LAINNYA'])
  expect(screen.queryByLabelText(/“Dana Otsus”/)).toBeNull()
})

it('what was not read letter for letter is counted by column, and the paste is taken back with one press', async () => {
  const { paste, rows } = await openTagging()
  await paste(`${head}${line(1, 'DAU', '1.000.000,50')}${line(2, 'DAU', '2.000.000,50')}`)
  expect(screen.getByText(/Pagu sub kegiatan: 2 × Dibulatkan ke rupiah utuh/)).toBeTruthy()
  fireEvent.click(screen.getByRole('button', { name: 'Urungkan tempelan ini' }))
  await settle()
  expect(rows()).toEqual([])
})
