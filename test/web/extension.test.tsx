/** More time: an agency asks from its tasks and sees how that stands; a coordinator decides after one more question. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { ExtensionView } from '../../functions/schema/extension.ts'
import { AskExtension } from '../../web/extension/ask-extension.tsx'
import { WaitingRequests } from '../../web/extension/waiting-requests.tsx'
import { WindowsPage } from '../../web/windows/windows-page.tsx'
import { type Answer, boardOf, playRound, present, roundView, type Sent, signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

const path = '/api/rounds/r1/extension-requests'
let requests: ExtensionView[]
let posted: Answer
let server: Parameters<typeof playRound>[0]
let sent: Sent[]

const request: ExtensionView = {
  at: present,
  by: 'op-dinsos',
  byName: 'Operator Dinsos',
  number: 1,
  agencyId: 'dinsos',
  days: 2,
  closesOn: '2026-02-19',
  reason: 'Listrik padam dua hari.',
  state: 'open',
  decidedAt: null,
  decidedByName: null,
  grantedUntil: null,
  refusal: null,
  note: null,
}

beforeEach(() => {
  requests = []
  posted = () => ({ body: request })
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  server = {
    view: roundView(['dinsos', 'perikanan']),
    board: boardOf([], []),
    answer: (one) => {
      if (one.method === 'POST') return posted(one)
      return one.path === path ? { body: { requests } } : undefined
    },
  }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const posts = () => sent.filter(({ method }) => method === 'POST')

async function openAsking() {
  signInAs('operator')
  sent = playRound(server)
  render(<AskExtension round="r1" agency="dinsos" />)
}

it('a request without days or reason is not sent, and says what is missing at its place', async () => {
  await openAsking()
  fireEvent.click(await screen.findByText('Minta tambahan waktu'))
  type('Berapa hari kerja?', '40')
  press('Kirim permintaan')
  expect(await screen.findByText('Tulis angka 1 sampai 20.')).toBeTruthy()
  expect(screen.getByText('Tuliskan alasan paling sedikit 10 karakter.')).toBeTruthy()
  expect(posts()).toEqual([])
})

it('a request is sent once; then it is shown as waiting and no second one can be written', async () => {
  posted = () => {
    requests = [request]
    return { status: 201, body: request }
  }
  await openAsking()
  fireEvent.click(await screen.findByText('Minta tambahan waktu'))
  type('Berapa hari kerja?', '2')
  type('Alasan', ' Listrik padam dua hari. ')
  press('Kirim permintaan')
  press('Kirim permintaan')
  expect(
    await screen.findByText(/menunggu keputusan Bappeda: 2 hari kerja, sampai Kamis, 19 Februari 2026/),
  ).toBeTruthy()
  expect(posts().map(({ body }) => body)).toEqual([{ agencyId: 'dinsos', days: 2, reason: 'Listrik padam dua hari.' }])
  expect(screen.queryByText('Minta tambahan waktu')).toBeNull()
})

it.each([
  ['2026-02-17', 1],
  ['2026-02-19', 0],
])('a refusal is told until the final date (%s) is as late as what was asked for', async (closesOn, told) => {
  requests = [{ ...request, state: 'refused', refusal: 'Data diperlukan segera.' }]
  signInAs('operator')
  sent = playRound(server)
  render(<AskExtension round="r1" agency="dinsos" closesOn={closesOn} />)
  await screen.findByText('Minta tambahan waktu')
  expect(screen.queryAllByText(/Tambahan waktu tidak diberikan/)).toHaveLength(told)
})

it('a refusal by the coordinator is told with its reason, and the agency may ask again', async () => {
  requests = [{ ...request, state: 'refused', refusal: 'Data diperlukan segera.' }]
  await openAsking()
  expect(await screen.findByText('Tambahan waktu tidak diberikan: Data diperlukan segera.')).toBeTruthy()
  expect(screen.getByText('Minta tambahan waktu')).toBeTruthy()
})

it('what was typed stays when the server says no', async () => {
  posted = () => ({
    status: 422,
    body: { code: 'extension-invalid', title: '', detail: 'Sudah meminta.', status: 422 },
  })
  await openAsking()
  fireEvent.click(await screen.findByText('Minta tambahan waktu'))
  type('Berapa hari kerja?', '2')
  type('Alasan', 'Listrik padam dua hari.')
  press('Kirim permintaan')
  expect((await screen.findByRole('alert')).textContent).toContain('Sudah meminta.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Alasan').value).toBe('Listrik padam dua hari.')
})

async function openDeciding() {
  requests = [request]
  signInAs('coordinator')
  sent = playRound(server)
  render(
    <LocationProvider>
      <WindowsPage />
    </LocationProvider>,
  )
  await screen.findByRole('heading', { name: /Permintaan tambahan waktu \(1\)/ })
}

it('a grant says old and new date before it is saved, goes with the chosen date, and says what moved', async () => {
  await openDeciding()
  expect(screen.getByText(/Batas akhir sekarang: Selasa, 17 Februari 2026/)).toBeTruthy()
  type('Beri waktu sampai', '2026-02-20')
  fireEvent.input(document.getElementById('dasar-1') as HTMLInputElement, { target: { value: 'Nota dinas 12' } })
  press('Beri tambahan waktu')
  const dialog = await screen.findByRole('dialog')
  expect(dialog.textContent).toMatch(/Selasa, 17 Februari 2026.*Jumat, 20 Februari 2026/)
  posted = () => {
    server.view = roundView(['dinsos', 'perikanan'], {
      dinsos: { closesOn: '2026-02-20', closesAt: '2026-02-20T16:00:00.000Z' },
    })
    requests = [{ ...request, state: 'granted', grantedUntil: '2026-02-20', decidedAt: present, decidedByName: 'K' }]
    return { body: requests[0] }
  }
  fireEvent.click(within(dialog).getByRole('button', { name: 'Beri tambahan waktu' }))
  expect(await screen.findByText('Keputusan tersimpan')).toBeTruthy()
  expect(await screen.findByText(/Tambahan waktu diberikan sampai Jumat, 20 Februari 2026/)).toBeTruthy()
  expect(posts()).toMatchObject([
    { path: `${path}/1/decision`, body: { decision: 'grant', closesOn: '2026-02-20', basis: 'Nota dinas 12' } },
  ])
})

it('the mail’s link leads to its request, and once that is decided to who decided it', async () => {
  requests = [
    { ...request, state: 'granted', grantedUntil: '2026-02-19', decidedAt: present, decidedByName: 'Ibu Rini' },
  ]
  history.replaceState(null, '', '#permintaan-1')
  HTMLElement.prototype.scrollIntoView = vi.fn()
  signInAs('coordinator')
  sent = playRound(server)
  render(
    <LocationProvider>
      <WindowsPage />
    </LocationProvider>,
  )
  const place = (await screen.findByText(/oleh Ibu Rini/)).closest('li')
  await until(() => expect(document.activeElement).toBe(place))
  expect(place?.closest('details')?.open).toBe(true)
  history.replaceState(null, '', location.pathname)
})

it('what waits for a decision is told on the board, with a link to the oldest; nothing is told where nothing waits', async () => {
  requests = [{ ...request, number: 3, agencyId: 'perikanan' }, { ...request, number: 2, state: 'refused' }, request]
  sent = playRound(server)
  render(<WaitingRequests round="r1" />)
  const link = await screen.findByRole('link', { name: '2 permintaan tambahan waktu menunggu keputusan Anda' })
  expect(link.getAttribute('href')).toBe('/rekap/jendela?putaran=r1#permintaan-1')
  cleanup()
  requests = [{ ...request, state: 'refused' }]
  const { container } = render(<WaitingRequests round="r1" />)
  await until(() => expect(sent).toHaveLength(2))
  expect(container.textContent).toBe('')
})

it('a refusal needs a reason', async () => {
  await openDeciding()
  press('Tolak')
  expect(await screen.findByText('Tuliskan alasan penolakan.')).toBeTruthy()
  type('Alasan penolakan', 'Data diperlukan segera.')
  press('Tolak')
  const dialog = await screen.findByRole('dialog')
  fireEvent.click(within(dialog).getByRole('button', { name: 'Tolak' }))
  await until(() => expect(posts()).toHaveLength(1))
  expect(posts()[0]?.body).toEqual({ decision: 'refuse', reason: 'Data diperlukan segera.' })
})
