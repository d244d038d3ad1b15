/** A form that is tried out keeps what was tried, also while the lists it draws on are on their way. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
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
