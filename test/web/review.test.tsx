/** Reviewing: comments at their places, a decision that is asked once more, and nothing written is lost when another came first. */
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { ReviewView } from '../../functions/schema/requests.ts'
import { SubmissionPage } from '../../web/submission/submission-page.tsx'
import { type Answer, assignment, boardOf, playRound, roundView, type Sent, signInAs } from './fixtures/desk.ts'
import { definition } from './fixtures/opened-form.tsx'

const base = '/api/rounds/r1/agencies/dinsos/forms/3a'
let revision: number
let reviews: ReviewView[]
let decide: Answer
let sent: Sent[]

const submission = (number: number) => ({
  revision: number,
  at: '2026-02-11T01:41:00.000Z',
  by: 'op',
  byName: 'Operator Dinsos',
  agencyId: 'dinsos',
  formId: '3a',
  formVersion: 1,
  nil: false,
  completeness: { expected: 14, answered: 14 },
  receiptNumber: `3A-dinsos-r${number}`,
})
const row = (number: number) => ({
  rowKey: `R${number}`,
  cells: { kode: `A${number}`, uraian: 'Uraian', pagu: 1000, jumlah: 3 },
})
let rows: ReturnType<typeof row>[]

// Pieces are fetched once; the time that takes is not what is tested.
beforeAll(async () => {
  await import('../../web/review/review-desk.tsx')
  await import('../../web/submission/sheet/sheet-view.tsx')
})
beforeEach(() => {
  revision = 1
  rows = [row(1)]
  reviews = []
  decide = () => ({ status: 201, body: {} })
  signInAs('coordinator')
  // happy-dom has dialogs that do not open.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  vi.stubGlobal('scrollTo', () => undefined)
  history.replaceState(null, '', '/putaran/r1/dinsos/3a/kiriman')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open() {
  const cells = [assignment('dinsos', '3a', { status: 'submitted', revision })]
  const answer: Answer = (request) => {
    if (request.method === 'POST') return decide(request)
    const { path } = request
    if (path === `${base}/submissions`) {
      const submissions = Array.from({ length: revision }, (_, index) => submission(revision - index))
      return { body: { submissions, reviews, replies: [] } }
    }
    if (path.startsWith(`${base}/submissions/`)) {
      const shown = Number(path.split('/').pop())
      const own = reviews.filter((each) => each.revision === shown)
      const answers = { fields: { nama: 'Dinas Sosial', ada: 'tidak' }, rows: { baris: rows } }
      return { body: { submission: submission(shown), answers, reviews: own, replies: [], byName: 'Operator Dinsos' } }
    }
    return path === '/api/forms/3a/versions/1' ? { body: definition } : undefined
  }
  sent = playRound({ view: roundView(['dinsos']), board: boardOf(cells, []), answer })
  render(
    <LocationProvider>
      <Router>
        {[<Route key="page" path="/putaran/:round/:agency/:form/kiriman/:revision?" component={SubmissionPage} />]}
      </Router>
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const decisions = () => sent.filter(({ method }) => method === 'POST')
const confirm = async (name: string) =>
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name }))

it('a comment at an answer and one at a row go with the returned work, by their pointers, with the last day chosen', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: /^Dinas Sosial \(Nama/ }))
  type('Catatan untuk Nama', 'Tulis nama lengkap.')
  const cell = await screen.findByRole('gridcell', { name: /1\.000/ })
  fireEvent.mouseDown(cell)
  type(/^Catatan untuk .*Pagu$/, 'Periksa pagunya.')
  expect(await screen.findByRole('gridcell', { name: /dikomentari: .*1\.000/ })).toBeTruthy()
  await screen.findByText('2 catatan')
  press('Kembalikan untuk diperbaiki')
  expect((await screen.findByRole('dialog')).textContent).toContain('2 catatan ikut dikirim')
  type('Batas perbaikan', '2026-02-18')
  await within(screen.getByRole('dialog')).findAllByText(/Rabu, 18 Februari 2026 pukul 23.59 WITA/)
  await confirm('Kembalikan untuk diperbaiki')
  await screen.findByText(/Tersimpan: kiriman dikembalikan/)
  expect(decisions()).toEqual([
    {
      method: 'POST',
      path: `${base}/review`,
      body: {
        revision: 1,
        decision: 'return',
        comments: [
          { pointer: '/fields/nama', text: 'Tulis nama lengkap.' },
          { pointer: '/rows/baris/R1/pagu', text: 'Periksa pagunya.' },
        ],
        dueOn: '2026-02-18',
      },
    },
  ])
})

it('work is not returned without a comment or with a day that has passed, and nothing is sent', async () => {
  await open()
  await screen.findByRole('button', { name: 'Setujui' })
  press('Kembalikan untuk diperbaiki')
  await confirm('Kembalikan untuk diperbaiki')
  expect(await screen.findByText(/paling sedikit satu catatan/)).toBeTruthy()
  type(/keseluruhan kiriman/, 'Lengkapi.')
  type('Batas perbaikan', '2026-02-10')
  await confirm('Kembalikan untuk diperbaiki')
  expect(await screen.findByText('Tanggal ini sudah lewat.')).toBeTruthy()
  expect(decisions()).toEqual([])
})

it('the dialog gives the focus back to the button that opened it', async () => {
  await open()
  const button = await screen.findByRole('button', { name: 'Setujui' })
  button.focus()
  fireEvent.click(button)
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Kembali' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Setujui' })))
})

it('the suggested last day is a working day, and a holiday warns', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Kembalikan untuk diperbaiki' }))
  const due = await screen.findByLabelText<HTMLInputElement>('Batas perbaikan')
  expect(due.value).toBe('13/02/2026')
  type('Batas perbaikan', '2026-02-17')
  expect(await screen.findByText(/hari libur: Tahun Baru Imlek/)).toBeTruthy()
})

it('an acceptance is asked once more and sent once, however often it is pressed', async () => {
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Setujui' }))
  const button = within(await screen.findByRole('dialog')).getByRole('button', { name: 'Setujui' })
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByText(/Tersimpan: kiriman disetujui/)
  expect(decisions().map(({ body }) => body)).toEqual([{ revision: 1, decision: 'accept', comments: [] }])
})

it('a newer revision that came meanwhile is told, and the comments stay', async () => {
  decide = () => ({
    status: 422,
    body: {
      code: 'review-invalid',
      reason: 'old-revision',
      title: '',
      detail: 'Ada revisi yang lebih baru.',
      status: 422,
    },
  })
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Kembalikan untuk diperbaiki' }))
  type(/keseluruhan kiriman/, 'Lengkapi lampiran.')
  await confirm('Kembalikan untuk diperbaiki')
  const alert = await screen.findByRole('alert')
  expect(alert.textContent).toContain('Ada revisi yang lebih baru.')
  const newest = within(alert).getByRole('link', { name: /revisi terbaru/ })
  expect(newest.getAttribute('href')).toBe('/putaran/r1/dinsos/3a/kiriman')
  revision = 2
  fireEvent.click(newest)
  await screen.findByText(/Revisi 2/, { selector: 'p' })
  fireEvent.click(await screen.findByRole('button', { name: 'Kembalikan untuk diperbaiki' }))
  expect(screen.getByLabelText<HTMLTextAreaElement>(/keseluruhan kiriman/).value).toBe('Lengkapi lampiran.')
})

it('returned work waits for its next revision, an accepted one can be re-opened with a reason, a viewer only reads', async () => {
  const decision = {
    at: '2026-02-11T01:50:00.000Z',
    by: 'k',
    byName: 'K',
    agencyId: 'dinsos',
    formId: '3a',
    revision: 1,
    number: 1,
    comments: [],
  }
  reviews = [{ ...decision, decision: 'return', dueOn: '2026-02-18' }]
  await open()
  await screen.findByText('Dikembalikan Bappeda untuk diperbaiki', { selector: '.panel *' })
  expect(screen.queryByRole('button', { name: /Setujui|Kembalikan/ })).toBeNull()
  cleanup()

  reviews = [{ ...decision, decision: 'accept' }]
  await open()
  fireEvent.click(await screen.findByRole('button', { name: 'Buka kembali kiriman yang disetujui' }))
  await confirm('Buka kembali kiriman yang disetujui')
  expect(await screen.findByText('Tuliskan alasannya.')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Setujui' })).toBeNull()
  cleanup()

  reviews = []
  signInAs('viewer')
  await open()
  await screen.findByText('Dinas Sosial')
  fireEvent.mouseDown(await screen.findByRole('gridcell', { name: /1\.000/ }))
  await screen.findByRole('complementary')
  expect(screen.queryByRole('button', { name: /Setujui|Kembalikan|Buka kembali/ })).toBeNull()
  expect(screen.queryByRole('textbox')).toBeNull()
})

it('paper has every row with its answers, though the screen draws only those in sight', async () => {
  rows = Array.from({ length: 300 }, (_, index) => row(index + 1))
  await open()
  await screen.findByRole('button', { name: 'Setujui' })
  expect(screen.queryByText(/A300/)).toBeNull()
  fireEvent(window, new Event('beforeprint'))
  const [last] = await screen.findAllByText(/A300/)
  expect(last?.closest('li')?.textContent).toMatch(/Pagu.*: Rp1\.000/)
  expect(last?.closest('ol')?.children).toHaveLength(300)
  fireEvent(window, new Event('afterprint'))
  await waitFor(() => expect(screen.queryByText(/A300/)).toBeNull())
})
