/** The mail pages say why a mail went or not in words, send a reminder only as it was looked at, and lose nothing typed. */
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { LocationProvider, Route, Router } from 'preact-iso'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NotificationDetail, PlannedMail } from '../../web/api/mails.ts'
import { CalendarPage } from '../../web/calendar/calendar-page.tsx'
import { LedgerPage } from '../../web/mail/ledger-page.tsx'
import { NoticePage } from '../../web/mail/notice-page.tsx'
import { PlanPage } from '../../web/mail/plan-page.tsx'
import { addressOf, questionIn } from '../../web/mail/plan-question.ts'
import { RemindPage } from '../../web/mail/remind-page.tsx'
import { UnreachablePage } from '../../web/mail/unreachable-page.tsx'
import { type Answer, assignment, boardOf, playRound, roundView, signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

beforeEach(() => signInAs('coordinator'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  history.replaceState(null, '', '/')
})

const agencyIds = ['dinsos', 'kec-alak']
const cells = [assignment('dinsos', '3a'), assignment('kec-alak', '3a', { status: 'accepted' })]
const paths = {
  '/surat': LedgerPage,
  '/surat/rencana': PlanPage,
  '/surat/ingatkan': RemindPage,
  '/surat/tidak-terjangkau': UnreachablePage,
  '/surat/:nid': NoticePage,
  '/kalender': CalendarPage,
}

/** Opens a page at an address, over a server that answers so. */
async function open(address: string, answer: Answer) {
  history.replaceState(null, '', address)
  const sent = playRound({ view: roundView(agencyIds), board: boardOf(cells, []), answer })
  render(
    <LocationProvider>
      <Router>
        {Object.entries(paths).map(([path, component]) => (
          <Route key={path} path={path} component={component} />
        ))}
      </Router>
    </LocationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return sent
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))
const text = () => document.body.textContent ?? ''

const recipient = {
  id: 'op',
  name: 'Operator Dinsos',
  title: 'Operator',
  agencyIds: ['dinsos'],
  email: 'op@dinsos.example',
}
function mail(more: Partial<PlannedMail>): PlannedMail {
  const times = { dueAt: '2026-02-13T00:00:00.000Z', expiresAt: '2026-02-13T05:00:00.000Z' }
  const said = { step: 'last-working-day' as const, byHand: false, again: false, agencyIds: ['dinsos'], shifted: null }
  return { nid: 'A'.repeat(26), kind: 'reminder', ...times, recipient, why: 'step', ...said, ...more }
}

describe('the plan', () => {
  it('puts mails of one time and reason in one line, with the holiday that moved them', async () => {
    const shifted = { from: '2026-02-17', holiday: { id: 'Tahun Baru Imlek', en: 'Lunar New Year' } }
    const mails = [
      mail({ shifted }),
      mail({ shifted, nid: 'B'.repeat(26), recipient: { ...recipient, id: 'x', name: 'Camat' } }),
    ]
    await open('/surat/rencana', ({ path }) =>
      path.endsWith('/mail-plan') ? { body: { asOf: '2026-02-11T02:00:00.000Z', mails } } : undefined,
    )
    expect(await screen.findByRole('heading', { name: /Jumat, 13 Februari 2026 \(2 surel\)/ })).toBeTruthy()
    expect(text()).toContain('Pengingat hari kerja terakhir 2 surel')
    expect(text()).toContain('Selasa, 17 Februari 2026 bukan hari kerja (Tahun Baru Imlek)')
    expect(text()).toContain('2 surel untuk 2 penerima')
  })

  it('asks for a supposed change as its address says, and shows what falls away', async () => {
    const difference = {
      added: [],
      removed: [mail({})],
      changed: [],
      dates: [
        {
          agencyId: 'dinsos',
          targetOn: { before: '2026-02-13', after: '2026-02-13' },
          closesOn: { before: '2026-02-17', after: '2026-02-20' },
        },
      ],
    }
    const sent = await open('/surat/rencana?ubah=extend&akhir=2026-02-20&perangkat=dinsos', ({ path }) =>
      path.includes('/mail-plan') ? { body: { asOf: '2026-02-11T02:00:00.000Z', mails: [], difference } } : undefined,
    )
    await screen.findByText(/Surel yang tidak jadi: 1 surel/)
    expect(sent.map(({ path }) => path)).toContain(
      '/api/rounds/r1/mail-plan?change=extend&closesOn=2026-02-20&agencies=dinsos',
    )
    expect(text()).toContain('Selasa, 17 Februari 2026 menjadi Jumat, 20 Februari 2026')
    const removed = screen.getByText(/Surel yang tidak jadi/).closest('details') as HTMLElement
    expect(within(removed).queryByRole('button', { name: /Lihat isi/ })).toBeNull()
  })

  it('reads from its address what it writes into it', () => {
    const question = {
      asOf: '2026-02-12T08:00',
      change: 'extend',
      closesOn: '2026-02-20',
      targetOn: '2026-02-18',
      agencies: 'a,b',
    }
    const query = Object.fromEntries(new URL(addressOf(question, 'r1'), 'http://x').searchParams)
    expect(questionIn(query)).toEqual(question)
    expect(query.putaran).toBe('r1')
    expect(questionIn({ ubah: 'apa-saja' })).toEqual({})
    expect(addressOf({}, undefined)).toBe('/surat/rencana')
  })
})

describe('one mail', () => {
  function detail(
    more: Partial<NotificationDetail['notification']>,
    rest: Partial<NotificationDetail> = {},
  ): NotificationDetail {
    const { nid, kind, dueAt, expiresAt, why } = mail({})
    const known = {
      nid,
      kind,
      dueAt,
      expiresAt,
      why,
      scope: 'all',
      slot: dueAt,
      plannedAt: dueAt,
      attempts: 1,
      recipient,
    }
    return {
      notification: { ...known, state: 'sent', outcome: 'sent', ...more },
      explanation: { step: 'last-working-day', byHand: false, again: false, agencyIds: ['dinsos'], shifted: null },
      rounds: [],
      agencies: [],
      messageId: null,
      events: [],
      again: { possible: false, reason: 'arrived' },
      repeats: null,
      repeatedBy: null,
      mailbox: null,
      ...rest,
    }
  }
  const openNotice = (said: NotificationDetail, more?: Answer) =>
    open(
      `/surat/${said.notification.nid}`,
      (sent) => more?.(sent) ?? (sent.path.startsWith('/api/notifications/') ? { body: said } : undefined),
    )

  it('that was cancelled says why it was made, and why it did not go', async () => {
    await openNotice(detail({ state: 'cancelled', outcome: 'cancelled', reason: 'nothing-left-to-do' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mengapa surel ini tidak dikirim?')
    expect(text()).toContain('Hari kerja terakhir sebelum batas akhir')
    expect(text()).toContain(
      'Semua formulir sudah dikirim, dinyatakan nihil, atau disetujui sebelum surel ini dikirim.',
    )
  })

  it('names each round that it speaks of', async () => {
    const titles = ['Tahap 2', 'Tahap 10'].map((title) => ({ id: title, title: { id: title, en: title } }))
    await openNotice(detail({}, { rounds: titles, agencies: [{ id: 'dinsos', shortName: 'Dinsos' }] }))
    expect(text()).toContain('Putaran yang dibahasTahap 2; Tahap 10')
    expect(text()).toContain('TentangDinsos')
  })

  it('shows a reason that has no words as it is, rather than nothing', async () => {
    await openNotice(detail({ state: 'failed', outcome: 'failed', reason: 'MessageRejected' }))
    expect(text()).toContain('Keterangan teknis: MessageRejected')
  })

  it('that bounced leads its coordinator to the address, its own reader to no button', async () => {
    const bounced = detail({ outcome: 'bounced', delivery: 'bounced' }, { mailbox: 'bounced' })
    await openNotice(bounced)
    expect(screen.getByRole('link', { name: 'Perbaiki alamatnya' }).getAttribute('href')).toBe(
      '/surat/tidak-terjangkau#op',
    )
    expect(screen.queryByRole('button', { name: 'Kirim lagi' })).toBeNull()
    cleanup()
    signInAs('operator', 'op')
    await openNotice({ ...detail({ outcome: 'delivered', delivery: 'delivered' }), again: null })
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Mengapa saya menerima surel ini?')
    expect(screen.queryByRole('link', { name: 'Perbaiki alamatnya' })).toBeNull()
  })

  it('is sent again by one press; a refusal is said', async () => {
    const failed = detail({ outcome: 'bounced', delivery: 'bounced' }, { again: { possible: true, reason: null } })
    await openNotice(failed, ({ method }) =>
      method === 'POST'
        ? {
            status: 422,
            body: { code: 'hand-mail-invalid', title: '', detail: 'Alamatnya masih ditandai.', status: 422 },
          }
        : undefined,
    )
    press('Kirim lagi')
    expect((await screen.findByRole('alert')).textContent).toContain('Alamatnya masih ditandai.')
  })
})

describe('reminding', () => {
  const person = { recipient, agencyIds: ['dinsos'], verdict: 'gets-it', remindedAt: null }
  const preview = {
    people: [person],
    nothingOpen: [],
    nobody: [],
    mail: { subject: 'Perihal', text: 'Isi surat', html: '' },
  }
  let refuse = false
  const server: Answer = ({ path, method }) => {
    if (method !== 'POST') return undefined
    if (path.endsWith('/preview')) return { body: preview }
    return refuse
      ? { status: 503, body: { code: 'unavailable', title: '', detail: '', status: 503 } }
      : { status: 201, body: {} }
  }

  it('chooses who has open work, previews, and sends with one key however often it is tried', async () => {
    refuse = true
    const sent = await open('/surat/ingatkan', server)
    await screen.findByText('1 formulir belum dikirim')
    press('Pilih semua yang belum selesai')
    fireEvent.input(screen.getByLabelText(/Catatan pribadi/), { target: { value: 'Mohon hari ini.' } })
    press('Lihat pratinjau')
    await screen.findByText('Isi surat')
    press('Kirim kepada 1 orang')
    await screen.findByRole('alert')
    expect(screen.getByLabelText<HTMLTextAreaElement>(/Catatan pribadi/).value).toBe('Mohon hari ini.')
    refuse = false
    press('Kirim kepada 1 orang')
    await screen.findByText(/Pengingat sudah dicatat/)
    const orders = sent.filter(({ path, method }) => method === 'POST' && path.endsWith('/reminders'))
    expect(orders).toHaveLength(2)
    expect(orders[0]?.body).toMatchObject({ agencyIds: ['dinsos'], note: 'Mohon hari ini.', heads: false })
    expect(orders[1]?.body).toEqual(orders[0]?.body)
  })

  it('cannot be sent after a change without another look', async () => {
    await open('/surat/ingatkan?perangkat=dinsos', server)
    await screen.findByText('1 formulir belum dikirim')
    press('Lihat pratinjau')
    await screen.findByText('Isi surat')
    fireEvent.input(screen.getByLabelText(/Catatan pribadi/), { target: { value: 'Lain' } })
    await screen.findByText(/Pilihan berubah/)
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Kirim kepada 1 orang' }).disabled).toBe(true)
  })

  it('is not asked for without an agency, nor forced without a reason', async () => {
    const sent = await open('/surat/ingatkan', server)
    await screen.findByText('1 formulir belum dikirim')
    press('Lihat pratinjau')
    expect(await screen.findByText('Pilih paling sedikit satu perangkat daerah.')).toBeTruthy()
    press('Pilih semua yang belum selesai')
    fireEvent.click(screen.getByLabelText(/Kirim juga kepada yang sudah diingatkan/))
    await screen.findByLabelText(/Alasan mengingatkan lagi/)
    press('Lihat pratinjau')
    expect(await screen.findByText(/Tuliskan alasannya/)).toBeTruthy()
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
  })
})

describe('people who cannot be reached', () => {
  const head = {
    id: 'kepala',
    name: 'Kepala Dinas Sosial',
    title: '',
    agencyIds: ['dinsos'],
    role: 'verifier',
    phone: '0811-555-0100',
  }
  const people = [
    {
      person: { ...recipient, role: 'operator' },
      state: 'bounced',
      since: '2026-02-11T00:00:00.000Z',
      nid: 'A'.repeat(26),
      deputy: { ...head, id: 'wakil', name: 'Yohana Lay', phone: '0812-555-0177' },
      instead: [{ agency: roundView(['dinsos']).agencies[0], people: [head] }],
    },
  ]
  const server: Answer = ({ path, method }) => {
    if (path === '/api/unreachable') return { body: { people } }
    return method === 'POST' ? { body: recipient } : undefined
  }

  it('are listed with a number to call; half an address is refused before it is sent', async () => {
    const sent = await open('/surat/tidak-terjangkau', server)
    expect((await screen.findByRole('link', { name: '0811-555-0100' })).getAttribute('href')).toBe('tel:08115550100')
    const [first] = within(screen.getByRole('article')).getAllByRole('listitem')
    expect(first?.textContent).toBe('Yohana Lay (wakil): 0812-555-0177')
    fireEvent.input(screen.getByLabelText('Alamat surel yang benar'), { target: { value: 'operator@' } })
    press('Simpan alamat')
    expect(await screen.findByText(/Tulis alamat surel lengkap/)).toBeTruthy()
    fireEvent.input(screen.getByLabelText('Alamat surel yang benar'), { target: { value: ' baru@dinsos.example ' } })
    press('Simpan alamat')
    await screen.findByText(/Alamat diperbaiki untuk Operator Dinsos/)
    expect(sent.filter(({ method }) => method === 'POST')).toMatchObject([
      { path: '/api/mailboxes/op/repairs', body: { email: 'baru@dinsos.example' } },
    ])
  })
})

describe('the calendar', () => {
  it('shows the address, and asks before it changes it', async () => {
    const feed = {
      agencyId: 'dinsos',
      title: { id: 'Dinas Sosial', en: 'Social' },
      covers: 'agency',
      renewedAt: null,
      mayRenew: true,
    }
    let url = 'https://x.example/api/calendar/satu.ics'
    const sent = await open('/kalender', ({ path, method }) => {
      if (method === 'POST') url = 'https://x.example/api/calendar/dua.ics'
      return path.startsWith('/api/calendar-feeds')
        ? { body: method === 'POST' ? { ...feed, url } : { feeds: [{ ...feed, url }] } }
        : undefined
    })
    expect((await screen.findByLabelText<HTMLInputElement>('Alamat kalender')).value).toBe(url)
    expect(screen.getByRole('link', { name: 'Buka di aplikasi kalender' }).getAttribute('href')).toBe(
      'webcal://x.example/api/calendar/satu.ics',
    )
    press('Ganti alamat')
    const dialog = await screen.findByRole('dialog')
    expect(sent.some(({ method }) => method === 'POST')).toBe(false)
    fireEvent.click(within(dialog).getByRole('button', { name: 'Ganti alamat' }))
    await until(() => expect(screen.getByLabelText<HTMLInputElement>('Alamat kalender').value).toBe(url))
    expect(url).toContain('dua.ics')
  })
})
