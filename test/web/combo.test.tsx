/** A choice cell stores what was typed into it, or nothing: every name of every choice column, and what fits several or none. */
import { cleanup, fireEvent, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { formDefinitions } from '../../functions/forms/catalogue.ts'
import { blankAnswers } from '../../functions/schema/answers/blank-answers.ts'
import { choicesOf } from '../../functions/schema/answers/choices.ts'
import { readTyped } from '../../functions/schema/answers/read-typed.ts'
import type { Answers } from '../../functions/schema/answers.ts'
import type { Field, FormDefinition, ReferenceEntry } from '../../functions/schema/form.ts'
import { references } from '../../local/seed/kota-kupang/references.ts'
import { ChoicesInput } from '../../web/form/fields/choices-input.tsx'
import { columnsOf } from '../../web/form/table/columns.ts'
import { isThorough } from '../setup/thorough.ts'
import { openForm, playServer } from './fixtures/opened-form.tsx'
import { openGrid, settle } from './fixtures/opened-grid.tsx'

const lists = Object.fromEntries(references.map(({ id, entries }) => [id, entries]))
const context = (agencyId: string) => ({ today: '2026-02-10', agencyId, fiscalYear: 2026, references: lists })

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

/** The first table of the form, all of whose columns are asked, with at least one row. */
function withAllAsked(form: FormDefinition, agencyId: string) {
  const asked = (fields: readonly Field[]) => fields.map(({ visibleWhen: _, ...field }) => field as Field)
  const tables = form.tables.map((table) => ({ ...table, fields: asked(table.fields) }))
  const shown: FormDefinition = { ...form, tables }
  const start = blankAnswers(shown, context(agencyId))
  for (const { id } of tables) if (start.rows[id]?.length === 0) start.rows[id].push({ rowKey: 'r1', cells: {} })
  return { form: shown, start }
}

const namesOf = (field: Field, agencyId: string) =>
  choicesOf(field, context(agencyId)).flatMap((choice) => {
    const { value, label, aliases = [] } = choice as ReferenceEntry
    return [value, label.id, label.en, ...aliases]
  })

/** All of a list by `npm run test:full`, else at most forty from its whole length; what reads them knows each (test/forms/names.test.ts). */
const someOf = (names: readonly string[]) => {
  const each = isThorough ? 1 : Math.ceil(names.length / 40)
  return names.filter((_, at) => at % each === 0)
}

describe.each([
  ['aksi3a-penandaan-anggaran', 'dinsos'],
  ['aksi3a-penandaan-anggaran', 'kec-alak'],
  ['reviu-aksi-2025', 'dinsos'],
  ['data-sasaran', 'kec-alak'],
  ['monev-cakupan-layanan', 'kec-alak'],
  ['data-pendukung', 'dinsos'],
])('every code, label and alias typed into every choice column of %s by %s', (formId, agencyId) => {
  it('is stored as its choice, or where two share it nothing is', async () => {
    const definition = formDefinitions().find(({ id }) => id === formId)
    if (definition === undefined) throw new Error(`no form ${formId}`)
    const { form, start } = withAllAsked(definition, agencyId)
    const opened = await openGrid(start, form, context(agencyId))
    const { table, state, rows } = opened
    const [row] = rows()
    if (row === undefined) throw new Error('no row')
    let typed = 0
    for (const field of columnsOf(table)) {
      if (field.type !== 'choice' && field.type !== 'choices') continue
      const place = { table: table.id, rowKey: row.rowKey, field: field.id }
      for (const name of someOf(namesOf(field, agencyId))) {
        opened.model.set(place, undefined)
        await opened.typeInto(row.rowKey, field.id, name)
        const { value, unreadable } = readTyped(field, name, 'id', context(agencyId))
        expect(rows()[0]?.cells[field.id], `${field.id} ← ${name}`).toEqual(unreadable ? undefined : value)
        if (unreadable) expect(state.combo.peek()?.flaw.peek()?.id, name).toMatch(/tidak berubah/)
        else expect(state.editing.peek(), name).toBeUndefined()
        state.combo.peek()?.press({ key: 'Escape' })
        state.endEdit()
        typed += 1
      }
    }
    expect(typed).toBeGreaterThan(0)
  })
})

const [f1] = formDefinitions().filter(({ id }) => id === 'aksi3a-penandaan-anggaran')
const tagging = (cells: Answers['fields'] = {}): Answers => ({
  fields: {},
  rows: { penandaan: ['r1', 'r2'].map((rowKey) => ({ rowKey, cells: rowKey === 'r1' ? cells : {} })) },
})
const openTagging = (cells?: Answers['fields']) => openGrid(tagging(cells), f1, context('dinsos'))

describe('one choice', () => {
  it('what fits several, or none, changes nothing, says so, and stays in the cell; Esc leaves', async () => {
    const { cell, rows, typeInto, press, focused } = await openTagging({ sumberDana: 'PAD' })
    for (const [text, said] of [
      ['DA', /pilihan cocok dengan “DA”.*tidak berubah/],
      ['XYZ', /Tidak ada pilihan yang cocok dengan “XYZ”.*tidak berubah/],
    ] as const) {
      await typeInto('r1', 'sumberDana', text)
      expect(rows()[0]?.cells.sumberDana).toBe('PAD')
      expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toContainEqual(
        expect.stringMatching(said),
      )
      await press('Escape')
      expect(focused()).toBe('r1-sumberDana')
    }
    expect(cell('r1', 'sumberDana').textContent).toContain('PAD')
  })

  it('a beginning that fits one choice best marks it, and Enter takes it and goes on', async () => {
    const { rows, typeInto, focused } = await openTagging()
    await typeInto('r1', 'jenisIntervensi', 'sens')
    expect(rows()[0]?.cells.jenisIntervensi).toBe('sensitif')
    expect(focused()).toBe('r2-jenisIntervensi')
  })

  it('arrows mark, the input says which option is active, Tab takes it', async () => {
    const { cell, click, rows, press, focused } = await openTagging()
    await click(cell('r1', 'jenisIntervensi'))
    await press('F2')
    const box = screen.getByRole('combobox')
    await press('ArrowDown')
    await press('ArrowDown')
    const active = document.getElementById(box.getAttribute('aria-activedescendant') ?? '')
    expect([active?.getAttribute('role'), active?.textContent]).toEqual(['option', 'Sensitif'])
    expect(document.activeElement).toBe(box)
    await press('Tab')
    expect(rows()[0]?.cells.jenisIntervensi).toBe('sensitif')
    expect(focused()).toBe('r1-indikatorLayanan')
  })

  it('a click takes the option, whatever was typed to find it, and says nothing of that', async () => {
    const { rows, typeInto, click, state } = await openTagging()
    for (const [text, option, value] of [
      ['DAU', 'DAU yang ditentukan penggunaannya', 'DAU_DITENTUKAN'],
      ['DA', 'DAK Fisik', 'DAK_FISIK'],
    ] as const) {
      await typeInto('r1', 'sumberDana', text, false)
      await click(screen.getByRole('option', { name: new RegExp(`^${option}`) }))
      expect(rows()[0]?.cells.sumberDana).toBe(value)
      expect(state.unread.peek()).toBeUndefined()
    }
  })

  it('leaving by a click takes a full name and says of a part that nothing was changed', async () => {
    const { cell, click, rows, type, press } = await openTagging({ jenisIntervensi: 'dukungan' })
    const open = async (text: string) => {
      await click(cell('r1', 'jenisIntervensi'))
      await press('F2')
      await type(text)
      await click(cell('r2', 'paguDitandai'))
    }
    await open('spes')
    expect(rows()[0]?.cells.jenisIntervensi).toBe('dukungan')
    expect(screen.getByText(/“spes” bukan nama lengkap/)).toBeTruthy()
    await open('spesifik')
    expect(rows()[0]?.cells.jenisIntervensi).toBe('spesifik')
  })

  it('an emptied input blanks the cell; opened and left, it stays as it is', async () => {
    const { cell, click, rows, type, press } = await openTagging({ jenisIntervensi: 'dukungan' })
    await click(cell('r1', 'jenisIntervensi'))
    await press('F2')
    await press('Enter')
    expect(rows()[0]?.cells.jenisIntervensi).toBe('dukungan')
    await click(cell('r1', 'jenisIntervensi'))
    await press('F2')
    await type('')
    await press('Enter')
    expect(rows()[0]?.cells.jenisIntervensi).toBeUndefined()
  })
})

describe('many choices', () => {
  const [one = '', two = '', three = ''] = choicesOf(
    f1?.tables[0]?.fields.find(({ id }) => id === 'lokasi') as Field,
    context('dinsos'),
  ).map(({ value }) => value)
  const chosen = { lokasi: [one, 'KODE-LAMA', two] }

  it('a typed name is added to what is chosen; a semicolon adds another', async () => {
    const { rows, typeInto, type, press } = await openTagging(chosen)
    await typeInto('r1', 'lokasi', three)
    expect(rows()[0]?.cells.lokasi).toEqual([one, two, three, 'KODE-LAMA'])
    await typeInto('r2', 'lokasi', `${two};`, false)
    expect(rows()[1]?.cells.lokasi).toEqual([two])
    await type(one)
    await press('Enter')
    expect(rows()[1]?.cells.lokasi).toEqual([one, two])
  })

  it('one of them is taken out alone, also one that is in no list', async () => {
    const { cell, click, rows, press } = await openTagging(chosen)
    await click(cell('r1', 'lokasi'))
    await press('F2')
    const options = screen.getAllByRole('option').slice(0, 4)
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual(['true', 'true', 'true', 'false'])
    expect(options[1]?.textContent).toContain('tidak ada dalam daftar')
    await press('ArrowDown')
    await press('ArrowDown')
    await press(' ')
    expect(rows()[0]?.cells.lokasi).toEqual([one, two])
    await press('Enter')
    expect(rows()[0]?.cells.lokasi).toEqual([one, two])
    await press('z', { ctrlKey: true })
    expect(rows()[0]?.cells.lokasi).toEqual(chosen.lokasi)
  })

  it('of a pasted text that could not be read whole nothing is lost when one is added', async () => {
    const { rows, typeInto } = await openTagging({ lokasi: `${one}; Entah di mana` })
    await typeInto('r1', 'lokasi', two)
    expect(rows()[0]?.cells.lokasi).toEqual([one, two, 'Entah di mana'])
  })

  it('clicks pick several, and Esc leaves with what was picked', async () => {
    const { cell, click, rows, press } = await openTagging()
    await click(cell('r1', 'lokasi'))
    await press('F2')
    for (const at of [0, 2]) await click(screen.getAllByRole('option')[at] as Element)
    await press('Escape')
    expect(rows()[0]?.cells.lokasi).toEqual([one, three])
    await settle()
  })
})

describe('many choices in a row of its own, as on a phone', () => {
  const field = f1?.tables[0]?.fields.find(({ id }) => id === 'lokasi') as Field
  const [one = '', two = ''] = choicesOf(field, context('dinsos')).map(({ value }) => value)
  const place = { table: 'penandaan', rowKey: 'r1', field: 'lokasi' }

  it.each([
    ['a list with a code that is in none', [one, 'KODE-LAMA']],
    ['a pasted text that could not be read whole', `${one}; KODE-LAMA`],
  ])('of %s each is taken out alone, and adding one loses none', async (_what, value) => {
    vi.stubGlobal('fetch', playServer(tagging({ lokasi: value })).fetch)
    const { model, session, show } = await openForm(undefined, f1, context('dinsos'))
    const cells = () => session.answers.value.rows.penandaan?.[0]?.cells ?? {}
    const Shown = () => (
      <ChoicesInput
        field={field as Extract<Field, { type: 'choices' }>}
        place={place}
        value={model.answers.value.rows.penandaan?.[0]?.cells.lokasi}
        id="lokasi"
        compact={false}
        invalid={false}
        describedBy={undefined}
      />
    )
    show(<Shown />)
    fireEvent.click(screen.getByRole('button', { name: /^Lokasi/ }))
    await settle()
    const box = (name: RegExp) => screen.getByLabelText(name)
    fireEvent.click(document.querySelectorAll('.boxes input')[2] as Element)
    await settle()
    expect(cells().lokasi).toEqual([one, two, 'KODE-LAMA'])
    fireEvent.click(box(/^KODE-LAMA \(tidak ada dalam daftar\)/))
    await settle()
    expect(cells().lokasi).toEqual([one, two])
    fireEvent.click(box(/^KODE-LAMA/))
    await settle()
    expect(cells().lokasi).toEqual([one, two, 'KODE-LAMA'])
  })
})
