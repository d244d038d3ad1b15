/** Settings that move mails: what changes is told before anything is saved, in few lines, and going back sends nothing. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CalendarPage } from '../../web/settings/calendar-page.tsx'
import { calendar2026 } from '../fixtures/region.ts'
import { signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

type Sent = { method: string; path: string; body: unknown }
let sent: Sent[]
let lines: object[]
let refusal: Response | undefined

const line = (more: object) => ({
  effect: 'removed',
  kind: 'reminder',
  step: 'before-target',
  from: null,
  at: ['2026-02-11T00:00:00.000Z'],
  people: { operator: 33, verifier: 2 },
  names: ['Maria Ndun', 'Yohana Ludji', 'Petrus Kase'],
  ...more,
})

beforeEach(() => {
  signInAs('coordinator')
  sent = []
  lines = []
  refusal = undefined
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    sent.push({ method, path, body: init.body === undefined ? undefined : JSON.parse(String(init.body)) })
    if (method === 'POST') return refusal ?? new Response(JSON.stringify({ lines }))
    if (method === 'PUT') return new Response('{}')
    const revisions = [{ ...calendar2026, at: '2026-02-10T02:00:00.000Z', byName: 'Rina', revision: 1 }]
    return new Response(JSON.stringify({ revisions }), { headers: { ETag: '"1"' } })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function removeOne() {
  render(
    <LocationProvider>
      <CalendarPage />
    </LocationProvider>,
  )
  fireEvent.click((await screen.findAllByRole('button', { name: /^Hapus/ }))[0] as HTMLElement)
  fireEvent.click(screen.getByRole('button', { name: 'Simpan' }))
}
const puts = () => sent.filter(({ method }) => method === 'PUT')
const asked = () => sent.filter(({ method }) => method === 'POST')

it('says which mails move, fall away or are left out, at what hour, on which days and for whom', async () => {
  const days = ['2026-02-11T02:00:00.000Z', '2026-02-12T02:00:00.000Z']
  lines = [
    line({ effect: 'moved', from: '08:00', at: days }),
    line({ effect: 'left-out', kind: 'digest', step: null, people: { coordinator: 1 }, names: ['Rina'] }),
    line({ effect: 'was-sent', step: 'target-day' }),
  ]
  await removeOne()
  const dialog = await screen.findByRole('dialog')
  const [moved, left, was] = within(dialog)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
  expect(moved).toContain('Pengingat menjelang target: Berpindah jamdari 08.00 ke 10.00 WITA, 2 hari')
  expect(moved).toContain('33 Operator')
  expect(left).toContain('Rekap kelengkapan: Dilewatkan hari ini, jamnya sudah lewat')
  expect(left).toContain('Rina')
  expect(was).toContain('Sudah dikirim hari ini, tidak dikirim lagi')
  expect(puts()).toEqual([])
  fireEvent.click(within(dialog).getByRole('button', { name: 'Simpan' }))
  await screen.findByText('Tersimpan.')
  expect(asked()).toMatchObject([{ path: '/api/directory/mail-plan' }])
  expect(asked()[0]?.body).toEqual(puts()[0]?.body)
})

it('going back saves nothing, fails nothing and keeps what is typed', async () => {
  lines = [line({})]
  await removeOne()
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Kembali' }))
  await until(() => expect(screen.queryByRole('dialog')).toBeNull())
  expect(puts()).toEqual([])
  expect(screen.queryByRole('alert')).toBeNull()
  await until(() => expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Simpan' }).disabled).toBe(false))
})

it('many changes are folded behind the first ones', async () => {
  lines = Array.from({ length: 20 }, (_, day) => line({ at: [new Date(Date.UTC(2026, 1, 1 + day)).toISOString()] }))
  await removeOne()
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getByText('12 perubahan lain').closest('details')?.open).toBe(false)
})

it('what the server would refuse is refused before anything is asked', async () => {
  const body = { code: 'settings-invalid', title: '', detail: 'Ada 1 hal.', errors: [], status: 422 }
  refusal = new Response(JSON.stringify(body), { status: 422 })
  await removeOne()
  await screen.findByText('Ada 1 hal.')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(puts()).toEqual([])
})
