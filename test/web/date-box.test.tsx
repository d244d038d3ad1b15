/** A date reads and shows `13/02/2026` whatever the browser's language, in words beside it, and is picked from a month too. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { useState } from 'preact/hooks'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { DateBox } from '../../web/controls/date-box.tsx'
import { FieldBlock } from '../../web/form/fields/field-block.tsx'
import { definition, openForm, playServer } from './fixtures/opened-form.tsx'
import { settle } from './fixtures/opened-grid.tsx'
import { until } from './fixtures/until.ts'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function Held({ from, withTime = false, heard }: { from: string; withTime?: boolean; heard: (value: string) => void }) {
  const [value, setValue] = useState(from)
  const take = (next: string) => {
    setValue(next)
    heard(next)
  }
  return <DateBox id="hari" label="Hari" value={value} min="2026-01-10" withTime={withTime} onInput={take} />
}

function open(from = '', withTime = false) {
  const heard = vi.fn()
  render(<Held from={from} withTime={withTime} heard={heard} />)
  const box = document.getElementById('hari') as HTMLInputElement
  return { box, heard, type: (text: string) => fireEvent.input(box, { target: { value: text } }) }
}

describe('the box', () => {
  it('shows day, month, year, with the date in words', () => {
    const { box } = open('2026-01-05')
    expect(box.value).toBe('05/01/2026')
    expect(screen.getByText('Senin, 5 Januari 2026')).toBeTruthy()
  })

  it.each([
    ['13/02/2026', '2026-02-13'],
    ['13-2-26', '2026-02-13'],
    ['2026-02-13', '2026-02-13'],
    ['Jumat, 13 Februari 2026', '2026-02-13'],
    ['2/13/2026', ''],
    ['30/02/2026', ''],
  ])('reads "%s" as "%s"', (text, value) => {
    const { type, heard } = open()
    type(text)
    expect(heard).toHaveBeenLastCalledWith(value)
  })

  it('keeps a text that is no date in sight, and says so when it is left', () => {
    const { box, type } = open('2026-02-13')
    type('kemarin')
    expect(box.value).toBe('kemarin')
    expect(screen.queryByText(/Bukan tanggal/)).toBeNull()
    fireEvent.blur(box)
    expect(box.value).toBe('kemarin')
    expect(screen.getByText(/Bukan tanggal/)).toBeTruthy()
  })

  it.each([
    ['13/02/2026 08.30', '2026-02-13T08:30'],
    ['2026-02-13T08:30', '2026-02-13T08:30'],
    ['13 Februari 2026 pukul 8.30', '2026-02-13T08:30'],
    ['13/02/2026 25.00', ''],
    ['13/02/2026', ''],
  ])('with a time it reads "%s" as "%s"', (text, value) => {
    const { type, heard } = open('', true)
    type(text)
    expect(heard).toHaveBeenLastCalledWith(value)
  })

  it('a day is picked from a month by keys; days before the first are not', async () => {
    const { box, heard } = open('2026-01-31')
    fireEvent.click(screen.getByRole('button', { name: 'Buka kalender' }))
    await until(() => expect(document.activeElement?.getAttribute('data-date')).toBe('2026-01-31'))
    fireEvent.keyDown(document.activeElement as Element, { key: 'PageDown' })
    await settle()
    expect(document.activeElement?.getAttribute('data-date')).toBe('2026-02-28')
    fireEvent.keyDown(document.activeElement as Element, { key: 'ArrowUp' })
    await settle()
    fireEvent.click(document.activeElement as Element)
    expect(heard).toHaveBeenLastCalledWith('2026-02-21')
    expect(box.value).toBe('21/02/2026')
    fireEvent.click(document.querySelector('[data-date="2026-02-02"]') ?? document.body)
    expect(heard).toHaveBeenCalledTimes(1)
  })
})

it('a date of a form is typed in any of these ways, shown in digits, said in words', async () => {
  const field = { id: 'tanggal', type: 'date', label: { id: 'Tanggal', en: 'Date' }, required: true } as const
  const form: FormDefinition = { ...definition, fields: [field] }
  vi.stubGlobal('fetch', playServer().fetch)
  const { model, session, show } = await openForm(undefined, form)
  await settle()
  const Shown = () => (
    <FieldBlock
      field={field}
      place={{ field: 'tanggal' }}
      cells={model.answers.value.fields}
      settled={{ cells: {}, visible: new Set(), scope: { header: {} } }}
    />
  )
  show(<Shown />)
  const box = screen.getByLabelText(/^Tanggal/, { selector: 'input' }) as HTMLInputElement
  fireEvent.input(box, { target: { value: '5 Jan 2026' } })
  await settle()
  fireEvent.blur(box)
  await settle()
  expect(session.answers.value.fields.tanggal).toBe('2026-01-05')
  expect(box.value).toBe('05/01/2026')
  expect(screen.getByText('Senin, 5 Januari 2026')).toBeTruthy()
})
