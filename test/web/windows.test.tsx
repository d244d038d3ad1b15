/** Changing the entry window: what it would move is shown before, what it did move after, and a refusal keeps what was typed. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider } from 'preact-iso'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { RoundView } from '../../web/api/rounds.ts'
import { restOn } from '../../web/controls/working-day.ts'
import { blankDraft, draftFrom, expectedMoves, flawsOf, movesBetween } from '../../web/windows/window-model.ts'
import { WindowsPage } from '../../web/windows/windows-page.tsx'
import { type Answer, boardOf, playRound, present, roundView, type Sent, signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

const zoneId = 'Asia/Makassar'
const later = { closesOn: '2026-02-20', closesAt: '2026-02-20T16:00:00.000Z' }
let server: { view: RoundView; answer?: Answer; board: ReturnType<typeof boardOf> }
let sent: Sent[]

beforeEach(() => {
  signInAs('coordinator')
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true
  }
  server = { view: roundView(['dinsos', 'perikanan', 'kec-alak']), board: boardOf([], []) }
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open() {
  sent = playRound(server)
  render(
    <LocationProvider>
      <WindowsPage />
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
}
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } })
const choose = (label: RegExp) => fireEvent.click(screen.getByLabelText(label))
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))
const decisions = () => sent.filter(({ method }) => method === 'POST').map(({ body }) => body)

it('an extension for one agency says old and new date before, is asked once more, and says what the server moved', async () => {
  await open()
  choose(/^Perangkat daerah tertentu/)
  choose(/^Dinas Perikanan/)
  type('Batas akhir baru', '2026-02-20')
  type('Alasan', 'Benturan agenda DPRD')
  const preview = (await screen.findByText('Yang akan berubah')).parentElement?.textContent
  expect(preview).toContain('Dinas Perikanan')
  expect(preview).toContain('Selasa, 17 Februari 2026 pukul 23.59 WITA')
  expect(preview).toContain('Jumat, 20 Februari 2026 pukul 23.59 WITA')
  press('Periksa perubahan')
  server.view = roundView(['dinsos', 'perikanan', 'kec-alak'], { perikanan: later })
  server.answer = ({ method }) => (method === 'POST' ? { status: 201, body: {} } : undefined)
  const button = within(await screen.findByRole('dialog')).getByRole('button', { name: 'Simpan keputusan' })
  fireEvent.click(button)
  fireEvent.click(button)
  const saved = await screen.findByRole('status')
  expect(saved.textContent).toMatch(/Keputusan tersimpan.*Dinas Perikanan.*17 Februari.*20 Februari/)
  expect(decisions()).toEqual([
    { kind: 'extend', closesOn: '2026-02-20', agencyIds: ['perikanan'], reason: 'Benturan agenda DPRD' },
  ])
})

it('without agency, date or reason nothing is sent and each is told at its place', async () => {
  await open()
  choose(/^Perangkat daerah tertentu/)
  press('Periksa perubahan')
  expect(await screen.findByText('Pilih paling sedikit satu perangkat daerah.')).toBeTruthy()
  expect(screen.getByLabelText('Batas akhir baru').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText('Alasan').getAttribute('aria-describedby')).toContain('jendela-alasan-error')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(decisions()).toEqual([])
})

it('a date on which offices are closed warns by the holiday’s name', async () => {
  await open()
  type('Batas akhir baru', '2026-02-17')
  expect((await screen.findAllByText(/hari libur: Tahun Baru Imlek/)).length).toBeGreaterThan(0)
})

it('a link fills the form in and decides nothing', () => {
  const asked = { jenis: 'reopen', akhir: '2026-02-18', alasan: 'Gangguan sistem' }
  expect(draftFrom(asked)).toMatchObject({ kind: 'reopen', closesOn: '2026-02-18', reason: 'Gangguan sistem' })
  for (const wrong of [{}, { ...asked, jenis: 'close' }, { ...asked, akhir: 'besok' }])
    expect(draftFrom(wrong)).toEqual(blankDraft)
})

it('a date in a year whose calendar is empty is asked about', async () => {
  await open()
  type('Batas akhir baru', '2026-02-18')
  expect(screen.queryByText(/belum diisi/)).toBeNull()
  type('Batas akhir baru', '2027-01-04')
  expect(await screen.findByText(/Kalender 2027 belum lengkap/)).toBeTruthy()
})

it('what an extension adds to the mails and takes away is counted before it is saved, or why the server would refuse it', async () => {
  let refused = false
  server.answer = ({ path }) => {
    if (!path.includes('/mail-plan?')) return undefined
    if (refused)
      return { status: 422, body: { code: 'window-invalid', title: '', detail: 'Sudah lewat.', status: 422 } }
    return { body: { difference: { added: [1, 2, 3], removed: [1], changed: [], dates: [] } } }
  }
  await open()
  type('Batas akhir baru', '2026-02-20')
  expect(await screen.findByText(/Surel: 3 bertambah, 1 tidak jadi\./)).toBeTruthy()
  const link = screen.getByRole<HTMLAnchorElement>('link', { name: /Lihat surel/ })
  expect(link.getAttribute('href')).toBe('/surat/rencana?putaran=r1&ubah=extend&akhir=2026-02-20')
  refused = true
  choose(/^Koreksi/)
  type('Batas akhir baru', '2026-02-16')
  expect(await screen.findByText('Sudah lewat.')).toBeTruthy()
  expect(sent.filter(({ path }) => path.includes('change=correct&closesOn=2026-02-16'))).toHaveLength(1)
})

it('who has a later date already is named, left out with one press, and what is put right is no error any more', async () => {
  server.view = roundView(['dinsos', 'perikanan', 'kec-alak'], { perikanan: later })
  await open()
  type('Batas akhir baru', '2026-02-19')
  type('Alasan', 'Rapat')
  press('Periksa perubahan')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByLabelText('Batas akhir baru').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByText(/^Dinas Perikanan: Jumat, 20 Februari 2026/)).toBeTruthy()
  press('Jangan ikutkan (1 perangkat daerah)')
  expect(screen.getByLabelText('Batas akhir baru').getAttribute('aria-invalid')).not.toBe('true')
  press('Periksa perubahan')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Simpan keputusan' }))
  await until(() => expect(decisions()).toHaveLength(1))
  expect(decisions()[0]).toMatchObject({ kind: 'extend', agencyIds: ['dinsos', 'kec-alak'] })
})

it('a refusal says why and keeps all that was typed', async () => {
  server.answer = ({ method }) =>
    method === 'POST'
      ? {
          status: 422,
          body: { code: 'window-invalid', reason: 'not-later', title: '', detail: 'Harus lebih lambat.', status: 422 },
        }
      : undefined
  await open()
  type('Batas akhir baru', '2026-02-18')
  type('Alasan', 'Listrik padam')
  press('Periksa perubahan')
  fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Simpan keputusan' }))
  expect((await screen.findByRole('alert')).textContent).toContain('Harus lebih lambat.')
  expect(screen.getByLabelText<HTMLTextAreaElement>('Alasan').value).toBe('Listrik padam')
})

it('the history names what, for whom, why, on what basis and by whom; a viewer sees it and cannot decide', async () => {
  signInAs('viewer')
  server.view = {
    ...server.view,
    people: [
      {
        id: 'k',
        name: 'Ibu Koordinator',
        title: '',
        role: 'coordinator',
        agencyIds: ['bappeda'],
        disabled: false,
        mailbox: null,
      },
    ],
    windows: [
      {
        at: present,
        by: 'k',
        number: 1,
        kind: 'extend',
        closesOn: '2026-02-20',
        agencyIds: ['perikanan'],
        reason: 'Rapat',
        basis: 'Surat 12',
      },
    ],
  }
  await open()
  const [entry] = within(screen.getByRole('region', { name: 'Riwayat keputusan' })).getAllByRole('listitem')
  expect(entry?.textContent).toMatch(
    /Diperpanjang · Dinas Perikanan.*Jumat, 20 Februari 2026.*Alasan: Rapat \(Surat 12\).*Ibu Koordinator/,
  )
  expect(screen.queryByRole('button')).toBeNull()
})

it('only agencies with the same dates before and after are told together; who did not move is not named', () => {
  const before = roundView(['a', 'b', 'c', 'd'], {
    c: { targetOn: '2026-02-12', targetAt: '2026-02-12T16:00:00.000Z' },
  }).dates
  const after = before.map((each) => (each.agencyId === 'd' ? each : { ...each, ...later }))
  expect(movesBetween(before, after).map(({ agencyIds }) => agencyIds)).toEqual([['a', 'b'], ['c']])
})

it('the expected move keeps the target unless it is changed, and closing takes no date back that has passed', () => {
  const { dates } = roundView(['a', 'b'], { b: { closesAt: '2026-02-10T04:00:00.000Z' } })
  const now = new Date(present)
  const [extended] = expectedMoves({ ...blankDraft, closesOn: '2026-02-20' }, dates.slice(0, 1), { now, zoneId })
  expect(extended?.to).toMatchObject({ targetOn: '2026-02-13', targetAt: '2026-02-13T16:00:00.000Z', ...later })
  const closing = expectedMoves({ ...blankDraft, kind: 'close' }, dates, { now, zoneId })
  expect(closing.find(({ agencyIds }) => agencyIds.includes('a'))?.to.closesAt).toBe(present)
  expect(closing.find(({ agencyIds }) => agencyIds.includes('b'))?.to.closesAt).not.toBe(present)
})

it('an earlier final date or a target after it is refused before anything is sent', () => {
  const { dates } = roundView(['a'])
  const flaws = (change: object) =>
    flawsOf({ ...blankDraft, reason: 'x', ...change }, dates, { now: new Date(present), zoneId })
  expect(flaws({ closesOn: '2026-02-16' })).toHaveProperty('closesOn')
  expect(flaws({ closesOn: '2026-02-20', targetOn: '2026-02-21' })).toHaveProperty('targetOn')
  expect(flaws({ closesOn: '2026-02-20', targetOn: '2026-02-18' })).toEqual({})
  expect(flaws({ closesOn: '2026-02-20', targetOn: '2026-02-12' })).toHaveProperty('targetOn')
  expect(flaws({ closesOn: '2026-02-17', targetOn: '2026-02-16' })).toEqual({})
  expect(flaws({ kind: 'close' })).toEqual({})
})

it('what is open cannot be re-opened, what is closed cannot be extended or closed', () => {
  const { dates } = roundView(['a', 'b'], { b: { closesOn: '2026-02-10', closesAt: '2026-02-10T04:00:00.000Z' } })
  const kindFlaw = (kind: typeof blankDraft.kind, agencyIds: string[]) => {
    const draft = { ...blankDraft, kind, scope: 'some' as const, agencyIds, closesOn: '2026-02-20', reason: 'x' }
    return flawsOf(draft, dates, { now: new Date(present), zoneId }).kind?.id
  }
  expect(kindFlaw('reopen', ['a'])).toContain('Pilih Perpanjang')
  expect(kindFlaw('extend', ['b'])).toContain('Pilih Buka kembali')
  expect(kindFlaw('close', ['b'])).toContain('sudah ditutup')
  expect(['extend', 'reopen', 'close'].map((kind) => kindFlaw(kind as 'extend', ['a', 'b']))).toEqual(Array(3))
})

it('a rest day is named by its holiday or as a weekend, by the week of the office', () => {
  const holidays = roundView([]).holidays
  expect(restOn('2026-02-17', holidays)?.id).toContain('Imlek')
  expect(restOn('2026-02-14', holidays)).toBeDefined()
  expect(restOn('2026-02-14', holidays, 6)).toBeUndefined()
})
