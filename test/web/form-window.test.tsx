/**
 * The entry window under an open form: it closes by itself and says so, nothing typed is lost, more time is asked for on the
 * spot, and a window that is extended opens the form again without loading the page anew.
 */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assignment } from '../../functions/schema/round.ts'
import { FormPage } from '../../web/form/form-page.tsx'
import { hearRehearsalClock, rehearsal } from '../../web/shell/clock.ts'
import { assignment, roundView, signInAs } from './fixtures/desk.ts'
import { blank, definition, storedDraft } from './fixtures/opened-form.tsx'
import { until } from './fixtures/until.ts'

const draft = { ...storedDraft(blank).draft, baseRevision: 0 }
let due: Assignment
let requests: object[]
let asked: unknown[]

/** The server as the form page knows it. Only the dates move. */
async function answer(address: string, init: RequestInit = {}): Promise<Response> {
  const path = address.replace('/api/', '')
  const json = (body: unknown, headers = {}) => new Response(JSON.stringify(body), { headers })
  if (path === 'rounds/r1/extension-requests') {
    if (init.method === 'POST') {
      asked.push(JSON.parse(String(init.body)))
      requests = [{ agencyId: 'dinsos', state: 'open', days: 2, closesOn: '2026-02-19', number: 1 }]
    }
    return json({ requests })
  }
  if (path.endsWith('/draft')) {
    const headers = { ETag: '"v0-r0"', 'Closes-At': due.closesAt }
    return new Headers(init.headers).has('If-None-Match')
      ? new Response(null, { status: 304, headers })
      : json(draft, headers)
  }
  if (path === 'rounds/r1') return json(roundView(['dinsos']))
  if (path.includes('/assignments')) return json({ assignments: [due] })
  if (path === 'references') return json({})
  if (path.startsWith('forms/')) return json(definition)
  return json({ findings: [], points: [] })
}

const at = (now: string) => {
  hearRehearsalClock({ now, zone: 'Asia/Makassar', zoneName: 'WITA' })
  rehearsal.value = undefined
}
const look = () => document.dispatchEvent(new Event('visibilitychange'))
const sendButton = () => screen.getByRole('button', { name: /^(Periksa dan kirim|Memeriksa…)$/ }) as HTMLButtonElement

beforeEach(async () => {
  due = assignment('dinsos', 'uji')
  requests = []
  asked = []
  vi.stubGlobal('fetch', answer)
  signInAs('operator')
  history.replaceState(null, '', '/putaran/r1/dinsos/uji')
  render(
    <LocationProvider>
      <Router>{[<Route key="form" path="/putaran/:round/:agency/:form" component={FormPage} />]}</Router>
    </LocationProvider>,
  )
  await screen.findByText('Minta tambahan waktu')
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

it('more time is asked for on the form, which then says that the request waits', async () => {
  fireEvent.click(screen.getByText('Minta tambahan waktu'))
  fireEvent.input(screen.getByLabelText('Berapa hari kerja?'), { target: { value: '2' } })
  fireEvent.input(screen.getByLabelText('Alasan'), { target: { value: 'Listrik padam dua hari.' } })
  fireEvent.click(screen.getByRole('button', { name: 'Kirim permintaan' }))
  expect(await screen.findByText(/menunggu keputusan Bappeda: 2 hari kerja/)).toBeTruthy()
  expect(asked).toEqual([{ agencyId: 'dinsos', days: 2, reason: 'Listrik padam dua hari.' }])
})

it('within the last hour it warns, and sending is possible', async () => {
  at('2026-02-17T14:59:00.000Z')
  expect(screen.queryByText(/Kurang dari satu jam lagi/)).toBeNull()
  at('2026-02-17T15:00:01.000Z')
  const warning = await screen.findByText(/Kurang dari satu jam lagi/)
  expect(warning.textContent).toContain('Selasa, 17 Februari 2026 pukul 23.59 WITA')
  expect(sendButton().disabled).toBe(false)
})

it('past the final instant it says so by its own clock, keeps what was typed, and cannot be sent', async () => {
  fireEvent.input(screen.getByLabelText(/^Nama/), { target: { value: 'Yohana' } })
  at('2026-02-17T16:00:00.000Z')
  expect((await screen.findByRole('alert')).textContent).toContain('Batas akhir telah lewat')
  expect(screen.getByText(/tidak hilang/)).toBeTruthy()
  expect(sendButton().disabled).toBe(true)
  expect(sendButton().getAttribute('aria-describedby')).toBe('ditutup')
  expect(document.getElementById('ditutup')?.textContent).toContain('sudah ditutup')
  expect((screen.getByLabelText(/^Nama/) as HTMLInputElement).value).toBe('Yohana')
  expect(screen.getByText('Minta tambahan waktu')).toBeTruthy()
})

it('a window that is extended opens the form again without loading the page anew', async () => {
  fireEvent.input(screen.getByLabelText(/^Nama/), { target: { value: 'Yohana' } })
  at('2026-02-17T16:00:00.000Z')
  await screen.findByRole('alert')
  due = { ...due, closesOn: '2026-02-19', closesAt: '2026-02-19T16:00:00.000Z' }
  look()
  await until(() => expect(sendButton().disabled).toBe(false))
  expect(screen.queryByText(/Batas akhir telah lewat/)).toBeNull()
  expect(screen.getByText(/Kamis, 19 Februari 2026 pukul 23.59 WITA/)).toBeTruthy()
  expect((screen.getByLabelText(/^Nama/) as HTMLInputElement).value).toBe('Yohana')
})

it('a window that is closed early is noticed while the form is open', async () => {
  due = { ...due, open: false, closesOn: '2026-02-11', closesAt: '2026-02-11T01:59:00.000Z' }
  look()
  expect((await screen.findByRole('alert')).textContent).toContain('Batas akhir telah lewat')
  expect(sendButton().disabled).toBe(true)
})

it('at the final instant itself it stops counting down and offers what is possible', async () => {
  due = { ...due, revision: 2 }
  look()
  at('2026-02-17T15:59:59.300Z')
  expect(await screen.findByText(/Kurang dari satu jam lagi/)).toBeTruthy()
  const closed = await screen.findByRole('alert')
  expect(screen.queryByText(/Kurang dari satu jam lagi/)).toBeNull()
  expect(screen.queryByText(/Sisa \d+ hari kerja/)).toBeNull()
  expect(closed.textContent).toContain('Yang masih dapat dilakukan')
})
