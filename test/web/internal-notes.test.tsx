/** Internal notes beside a submission: read at once, written without leaving, and never lost or doubled when the line is bad. */
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { InternalNoteRequest, InternalNoteView } from '../../functions/schema/internal-note.ts'
import { InternalNotes } from '../../web/review/internal-notes.tsx'
import { assignment, boardOf, playRound, roundView, type Sent, signInAs } from './fixtures/desk.ts'

const work = { round: 'r1', agency: 'dinsos', form: '3a' }
let notes: InternalNoteView[]
let lost: boolean
let sent: Sent[]

const note = (number: number, text: string): InternalNoteView => {
  const of = { agencyId: 'dinsos', formId: '3a', revision: 1 }
  return { ...of, number, text, at: '2026-02-11T01:30:00.000Z', by: 'k', byName: 'Rini' }
}

beforeEach(() => {
  notes = []
  lost = false
  signInAs('coordinator')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open() {
  const cells = [assignment('dinsos', '3a')]
  sent = playRound({
    view: roundView(['dinsos']),
    board: boardOf(cells, []),
    answer: ({ method, path, body }) => {
      if (!path.endsWith('/notes')) return undefined
      if (method === 'GET') return { body: { notes } }
      if (lost) return { status: 500, body: { code: 'unknown', status: 500, title: '', detail: 'Coba lagi.' } }
      notes = [note(notes.length + 1, (body as InternalNoteRequest).text), ...notes]
      return { status: 201, body: notes[0] }
    },
  })
  render(<InternalNotes work={work} revision={2} />)
  return (await screen.findByText(/^Catatan internal/)).closest('details') as HTMLDetailsElement
}
const write = (text: string) => {
  fireEvent.input(screen.getByLabelText('Tulis catatan internal'), { target: { value: text } })
  fireEvent.click(screen.getByRole('button', { name: 'Simpan catatan internal' }))
}
const posted = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body as InternalNoteRequest)

it('stand unfolded where there are any, with who, when and about which revision; folded where there are none', async () => {
  expect((await open()).open).toBe(false)
  cleanup()
  notes = [note(1, 'Tunggu BKAD.')]
  const card = await open()
  expect(card.open).toBe(true)
  expect(card.textContent).toMatch(/Tunggu BKAD\.Rini, Rabu, 11 Februari 2026 pukul 09\.30 WITA · tentang revisi 1/)
})

it('a written note is saved about the shown revision, appears in the list, and leaves the field empty', async () => {
  await open()
  write('  Angka cocok.  ')
  await screen.findByText('Catatan internal tersimpan.')
  await screen.findByText('Catatan internal (1)')
  expect(posted()).toMatchObject([{ revision: 2, text: 'Angka cocok.' }])
  expect((screen.getByLabelText('Tulis catatan internal') as HTMLTextAreaElement).value).toBe('')
})

it('whose answer was lost stays in its field and is sent again as the same note; other words are another one', async () => {
  await open()
  lost = true
  write('Angka cocok.')
  await screen.findByText(/Coba lagi/)
  lost = false
  write('Angka cocok.')
  await screen.findByText('Catatan internal tersimpan.')
  write('Angka cocok, kata BKAD.')
  await waitFor(() => expect(posted()).toHaveLength(3))
  const keys = posted().map(({ requestKey }) => requestKey)
  expect(keys[1]).toBe(keys[0])
  expect(keys[2]).not.toBe(keys[0])
})

it('an empty one is not sent', async () => {
  await open()
  write('   ')
  await screen.findByText('Tuliskan catatannya dahulu.')
  expect(posted()).toEqual([])
})
