/** The mail pages tell a coordinator at a glance: why a mail did not go, who can be reminded at all, what one agency will get. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Notification, PlannedMail } from '../../web/api/mails.ts'
import { LedgerPage } from '../../web/mail/ledger-page.tsx'
import { PlanPage } from '../../web/mail/plan-page.tsx'
import { RemindPage } from '../../web/mail/remind-page.tsx'
import { type Answer, assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'

beforeEach(() => signInAs('coordinator'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

const agencyIds = ['dinsos', 'kec-alak', 'naker']
const cells = [
  assignment('dinsos', '3a', { open: false }),
  assignment('dinsos', 'reviu', { open: false }),
  assignment('kec-alak', '3a', { status: 'accepted', open: false }),
  assignment('naker', '3a'),
]
const nid = 'A'.repeat(26)
const bos = { id: 'bos', name: 'Koordinator', title: '', agencyIds: ['bappeda'] }
const people = { dinsos: 'Operator Dinsos', 'kec-alak': 'Operator Alak' }

async function open(address: string, answer: Answer) {
  history.replaceState(null, '', address)
  const sent = playRound({ view: roundView(agencyIds), board: boardOf(cells, []), answer })
  render(
    <LocationProvider>
      <Router>
        <Route path="/surat" component={LedgerPage} />
        <Route path="/surat/rencana" component={PlanPage} />
        <Route path="/surat/ingatkan" component={RemindPage} />
      </Router>
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return sent
}
const text = () => document.body.textContent ?? ''

function mail(agency: keyof typeof people, more: Partial<PlannedMail> = {}): PlannedMail {
  const recipient = { id: `op-${agency}`, name: people[agency], title: 'Operator', agencyIds: [agency] }
  const times = { dueAt: '2026-02-17T00:00:00.000Z', expiresAt: '2026-02-17T05:00:00.000Z' }
  const said = { step: 'final-day' as const, byHand: false, again: false, agencyIds: [agency], shifted: null }
  return { nid: `${agency}`, kind: 'reminder', ...times, recipient, why: 'step', ...said, ...more }
}

const batch = (more: object) => {
  const times = { firstAt: '2026-02-12T00:00:00.000Z', lastAt: '2026-02-12T00:00:00.000Z' }
  return { id: 'reminder~1', kind: 'reminder', byHand: false, ...times, count: 1, outcomes: {}, only: null, ...more }
}

describe('the ledger', () => {
  it('tells what went out together in one line with what became of it, and asks for its mails when it is opened', async () => {
    const outcomes = { delivered: 34, bounced: 1, waiting: 1 }
    const sent = await open('/surat?perangkat=dinsos', ({ path }) =>
      path.startsWith('/api/notification-batches')
        ? { body: { batches: [batch({ count: 36, outcomes })], counts: outcomes, next: null } }
        : path.startsWith('/api/notifications')
          ? { body: { notifications: [], counts: {}, next: null } }
          : undefined,
    )
    const line = (await screen.findByText('36 surel')).closest('summary') as HTMLElement
    expect(line.textContent).toMatch(/Pengingat36 surel.*1 Menunggu dikirim.*34 Sampai.*1 Terpental/)
    const asked = () => sent.flatMap(({ path }) => (path.startsWith('/api/notifications?') ? path : []))
    expect(asked()).toEqual([])
    const details = line.closest('details') as HTMLDetailsElement
    details.open = true
    fireEvent(details, new Event('toggle'))
    await vi.waitFor(() => expect(asked()).toHaveLength(1))
    expect(Object.fromEntries(new URL(asked()[0] ?? '', 'http://x').searchParams)).toMatchObject({
      agency: 'dinsos',
      batch: 'reminder~1',
    })
  })

  it('says in the list why a mail did not go', async () => {
    const dropped = {
      ...{ nid, kind: 'reminder', scope: 'all', slot: '2026-02-12T00:00:00.000Z', outcome: 'cancelled', attempts: 1 },
      ...{ dueAt: '2026-02-12T00:00:00.000Z', expiresAt: '2026-02-12T05:00:00.000Z', state: 'cancelled', why: 'step' },
      ...{ plannedAt: '2026-02-12T00:00:00.000Z', reason: 'reminded-today', recipient: mail('dinsos').recipient },
    } as Notification
    await open('/surat', ({ path }) =>
      path.startsWith('/api/notification-batches')
        ? { body: { batches: [batch({ only: dropped })], counts: { cancelled: 1 }, next: null } }
        : undefined,
    )
    const line = await screen.findByRole('link', { name: /Operator Dinsos/ })
    expect(line.textContent).toContain(
      'Penerima sudah mendapat pengingat pada hari yang sama; paling banyak satu sehari.',
    )
  })
})

describe('reminding', () => {
  it('tells an agency that cannot send any more from one that has sent all', async () => {
    await open('/surat/ingatkan', () => undefined)
    await screen.findByText('1 formulir belum dikirim')
    expect(text()).toContain('2 formulir belum dikirim, pengisian tidak terbuka')
    expect(screen.getAllByText('Semua sudah dikirim')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Pilih semua yang belum selesai' }))
    const chosen = screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ checked }) => checked)
    expect(chosen).toHaveLength(1)
  })
})

describe('the plan', () => {
  const mails = [
    mail('dinsos'),
    mail('kec-alak'),
    mail('dinsos', { nid: 'digest', kind: 'digest', step: null, agencyIds: [], recipient: bos }),
  ]
  const answer: Answer = ({ path }) =>
    path.includes('/mail-plan') ? { body: { asOf: '2026-02-11T02:00:00.000Z', mails } } : undefined
  it('shows what one agency will get, and says which days are off', async () => {
    await open('/surat/rencana?untuk=kec-alak', answer)
    await screen.findByText(/1 surel untuk 1 penerima/)
    expect(text()).toContain('Operator Alak')
    expect(text()).not.toContain('Operator Dinsos')
    expect(await screen.findByRole('heading', { name: /Selasa, 17 Februari 2026 \(1 surel\)/ })).toBeTruthy()
  })
  it('shows what tells of the whole round to whoever coordinates', async () => {
    await open('/surat/rencana?untuk=bappeda', answer)
    await screen.findByText(/1 surel untuk 1 penerima/)
    expect(text()).toContain('Rekap kelengkapan 1 surel')
  })
  it('keeps the question when the agency is chosen', async () => {
    const sent = await open('/surat/rencana?ubah=correct&akhir=2026-02-16', answer)
    await screen.findByText(/3 surel untuk 3 penerima/)
    fireEvent.change(screen.getByLabelText('Tampilkan surel untuk'), { target: { value: 'dinsos' } })
    await screen.findByText(/1 surel untuk 1 penerima/)
    expect(location.search).toContain('untuk=dinsos')
    const plans = sent.filter(({ path }) => path.includes('/mail-plan')).map(({ path }) => path)
    expect(plans.every((path) => path.endsWith('?change=correct&closesOn=2026-02-16'))).toBe(true)
  })
})
