/** After a sending the receipt leads to what waits next, or says that all is sent. */
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, expect, it, vi } from 'vitest'
import type { Assignment } from '../../functions/schema/round.ts'
import type { PublicReceipt } from '../../web/api/receipts.ts'
import { NextTask } from '../../web/receipt/next-task.tsx'
import { assignment, roundView } from './fixtures/desk.ts'

const receipt = { number: 'X-1', round: 'r1', agencyId: 'dinsos', formId: 'tanda' } as PublicReceipt
const round = roundView(['dinsos'])
const forms = ['tanda', 'reviu', 'data'].map((id) => ({ id, version: 1, title: { id: `Formulir ${id}`, en: id } }))

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function show(assignments: readonly Assignment[], number: string): void {
  vi.stubGlobal('fetch', async (path: string) => {
    const body = path.endsWith('/assignments') ? { assignments } : { ...round, forms }
    return new Response(JSON.stringify(body))
  })
  render(<NextTask receipt={{ ...receipt, number }} />)
}
const sent = { status: 'submitted', completeness: { expected: 2, answered: 2 } } as const

it('leads to the form that closes first, and counts those that wait', async () => {
  show(
    [
      assignment('dinsos', 'tanda', sent),
      assignment('dinsos', 'data'),
      assignment('dinsos', 'reviu', { closesAt: '2026-02-13T16:00:00.000Z' }),
      assignment('dukcapil', 'data'),
    ],
    'X-1',
  )
  expect(await screen.findByText(/Berikutnya: Formulir reviu \(masih 2 formulir\)/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Isi sekarang' }).getAttribute('href')).toBe('/putaran/r1/dinsos/reviu')
})

it('says that all is sent only where it is', async () => {
  show([assignment('dinsos', 'tanda', sent), assignment('dinsos', 'data', sent)], 'X-2')
  expect(await screen.findByText(/Semua formulir unit Anda dalam putaran ini sudah dikirim/)).toBeTruthy()
  cleanup()
  show([assignment('dinsos', 'tanda', sent), assignment('dinsos', 'data', { open: false })], 'X-3')
  await new Promise((done) => setTimeout(done, 100))
  expect(document.body.textContent).toBe('')
})
