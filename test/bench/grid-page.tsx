/**
 * The page that test/bench/grid.ts measures: the real table over the real form model, with answers made up here. `bench.show`
 * answers how long it took from the call to the first frame in which the rows can be seen.
 */
import { signal } from '@preact/signals'
import { render } from 'preact'
import { aksi3aPenandaanAnggaranV1 } from '../../functions/forms/aksi3a-penandaan-anggaran.v1.ts'
import { dataSasaranV1 } from '../../functions/forms/data-sasaran.v1.ts'
import { monevCakupanLayananV1 } from '../../functions/forms/monev-cakupan-layanan.v1.ts'
import { reviuAksi2025V1 } from '../../functions/forms/reviu-aksi-2025.v1.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import type { Answers, Row, Value } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition } from '../../functions/schema/form.ts'
import { referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'
import type { DraftSession } from '../../web/form/draft/draft-port.ts'
import { createFormModel, FormContext } from '../../web/form/form-model.ts'
import { loadRefill } from '../../web/form/model/refilling.ts'
import { RowTable } from '../../web/form/table/row-table.tsx'
import '../../web/old-browsers.ts'
import '../../web/form/form.css'
import '../../web/form/grid.css'

const forms: Record<string, FormDefinition> = {
  F1: aksi3aPenandaanAnggaranV1,
  F2: reviuAksi2025V1,
  F3: monevCakupanLayananV1,
  F4: dataSasaranV1,
}

function sampleOf(field: Field, row: number): Value | undefined {
  switch (field.type) {
    case 'text':
      return field.id === 'kodeSubKegiatan' ? `1.02.02.2.02.${String(row).padStart(4, '0')}` : `Isian ${row}`
    case 'integer':
    case 'rupiah':
      return 1_000_000 + row
    case 'decimal':
      return row + 0.5
    case 'date':
      return '2026-01-31'
    case 'url':
      return 'https://bukti.example/1'
    case 'choice':
      return 'reference' in field.choices
        ? referenceLists[field.choices.reference]?.[0]?.value
        : field.choices[0]?.value
    case 'choices':
      return 'reference' in field.choices
        ? (referenceLists[field.choices.reference] ?? []).slice(0, 2).map(({ value }) => value)
        : [field.choices[0]?.value ?? '']
    case 'computed':
      return undefined
  }
}

function answersOf(form: FormDefinition, count: number, agencyId: string): Answers {
  const context = contextOf(agencyId)
  const blank = blankAnswers(form, context)
  const rows = { ...blank.rows }
  for (const table of form.tables) {
    if (table.fixedRows !== undefined) continue
    rows[table.id] = Array.from(
      { length: count },
      (_, row): Row => ({
        rowKey: `r${row}`,
        cells: Object.fromEntries(
          table.fields.flatMap((field) => {
            const value = sampleOf(field, row)
            return value === undefined ? [] : [[field.id, value]]
          }),
        ),
      }),
    )
  }
  return { ...blank, rows }
}

const contextOf = (agencyId: string) => ({
  today: '2026-02-13',
  agencyId,
  fiscalYear: 2026,
  references: referenceLists,
})

/** A draft that is kept nowhere: the bench measures the page, not the line. */
function sessionOf(start: Answers): DraftSession {
  const answers = signal(start)
  const change = (next: Answers) => {
    answers.value = next
  }
  return { answers, change } as unknown as DraftSession
}

const frame = () => new Promise((done) => requestAnimationFrame(done))
const place = document.getElementById('app') as HTMLElement

let shown: ReturnType<typeof createFormModel> | undefined

async function show(name: string, count: number, agencyId = 'dinsos'): Promise<number> {
  const form = forms[name]
  if (form === undefined) throw new Error(`no form ${name}`)
  const session = sessionOf(answersOf(form, count, agencyId))
  render(null, place)
  await frame()
  const from = performance.now()
  const model = createFormModel({
    definition: form,
    context: signal(contextOf(agencyId)),
    session,
    comments: new Map(),
  })
  shown = model
  render(
    <FormContext.Provider value={model}>
      {form.tables.map((table) => (
        <RowTable key={table.id} table={table} />
      ))}
    </FormContext.Provider>,
    place,
  )
  while (place.querySelector('td[data-column], .row-cards .card') === null) await frame()
  await frame()
  return performance.now() - from
}

/** From an event to the frame after all that it causes at once. */
async function timed(act: () => unknown): Promise<number> {
  const from = performance.now()
  act()
  await frame()
  await new Promise((done) => setTimeout(done, 0))
  return performance.now() - from
}

const lineOf = (row: number) =>
  [
    `1.02.02.2.02.${String(row).padStart(4, '0')}`,
    `Nama ${row}`,
    'Jumlah ibu hamil',
    '12,5',
    'Orang',
    'DAU',
    'Rp 1.234.567',
    'Rp 1.000.000',
    'Rp 500.000',
    'Spesifik',
    'ind-01; ind-10',
    'Ibu hamil',
    '(20)',
    'Namosain; Bakunase II',
    'TW1',
    '13/02/2026',
  ].join('\t')

/** Rows of 16 columns as a spreadsheet copies them, pasted over the cell that has the focus. */
function paste(rows: number): Promise<number> {
  const data = new DataTransfer()
  data.setData('text/plain', Array.from({ length: rows }, (_, row) => lineOf(row)).join('\r\n'))
  const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
  return timed(() => document.activeElement?.dispatchEvent(event))
}

function press(key: string): Promise<number> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
  return timed(() => document.activeElement?.dispatchEvent(event))
}

/** A letter typed into the cell that is being edited. */
function type(): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('.cell-input')
  if (input === null) throw new Error('no cell is being edited')
  return timed(() => {
    input.value += 'a'
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

/** A letter typed into a field of the header, on which rows may depend. */
function typeAbove(): Promise<number> {
  const before = shown?.answers.peek().fields.picNama ?? ''
  return timed(() => shown?.set({ field: 'picNama' }, `${before}a`))
}

/** Frames a second while two rows pass with each. */
async function scroll(): Promise<number> {
  const box = document.querySelector<HTMLElement>('.grid-scroll')
  if (box === null) throw new Error('there is no table')
  box.scrollTop = 0
  await frame()
  const from = performance.now()
  let frames = 0
  for (; performance.now() - from < 2_000; frames += 1) {
    box.scrollTop += 72
    await frame()
  }
  return (frames * 1_000) / (performance.now() - from)
}

/** The longest time for which the page did not answer while the rules are applied to all that changed. */
async function longestTask(): Promise<number> {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ entryTypes: ['longtask'] })
  await new Promise((done) => setTimeout(done, 4_000))
  observer.disconnect()
  return longest
}

await loadRefill()
Object.assign(window, { bench: { show, paste, press, type, typeAbove, scroll, longestTask } })
