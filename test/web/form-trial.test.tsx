/** A form that is tried out keeps what was tried, also while the lists it draws on are on their way. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { FormTrial } from '../../web/settings/form-trial.tsx'
import { signInAs } from './fixtures/desk.ts'
import { definition, references } from './fixtures/opened-form.tsx'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('a condition follows what is chosen, before and after the lists have come', async () => {
  let answer: (lists: Response) => void = () => undefined
  vi.stubGlobal('fetch', () => new Promise<Response>((done) => (answer = done)))
  signInAs('coordinator')
  render(<FormTrial definition={definition} />)
  fireEvent.click(screen.getByLabelText('Ya'))
  expect(await screen.findByLabelText(/^Sebutkan/)).toBeTruthy()
  answer(new Response(JSON.stringify(references)))
  await new Promise((done) => setTimeout(done, 50))
  expect(screen.getByLabelText(/^Sebutkan/)).toBeTruthy()
  expect((screen.getByLabelText('Ya') as HTMLInputElement).checked).toBe(true)
})

it('a form with rules of its own asks, works out and words what they say', async () => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(references)))
  signInAs('coordinator')
  const words = (text: string) => ({ id: text, en: text })
  const jumlah = { field: 'jumlah' } as const
  const ruled: FormDefinition = {
    ...definition,
    ruled: true,
    tables: [],
    fields: [
      { id: 'jumlah', type: 'integer', label: words('Jumlah'), required: false, under: [words('Ibu hamil')] },
      {
        id: 'alasan',
        type: 'text',
        label: words('Mengapa …?'),
        required: false,
        maxLength: 100,
        rules: {
          relevant: { call: '>', of: [jumlah, { number: 5 }] },
          label: {
            id: { call: 'concat', of: [{ text: 'Mengapa ' }, jumlah, { text: '?' }] },
            en: { call: 'concat', of: [{ text: 'Why ' }, jumlah, { text: '?' }] },
          },
        },
      },
      {
        id: 'dua',
        type: 'computed',
        label: words('Dua kali'),
        required: false,
        formula: { expression: { call: '*', of: [jumlah, { number: 2 }] }, gives: 'number' },
        decimals: 0,
      },
    ],
  }
  render(<FormTrial definition={ruled} />)
  const box = await screen.findByLabelText(/^Jumlah/)
  expect(await screen.findByText('Ibu hamil')).toBeTruthy()
  expect(screen.queryByLabelText(/^Mengapa/)).toBeNull()
  fireEvent.input(box, { target: { value: '7' } })
  fireEvent.blur(box)
  expect(await screen.findByLabelText(/^Mengapa 7\?/)).toBeTruthy()
  expect(await screen.findByText('14')).toBeTruthy()
})
