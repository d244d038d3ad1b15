/** The panel that tells that no mail goes: nothing while all is well, cause and moment while not, and a code once. */

import { cleanup, fireEvent, render } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { until } from './fixtures/until.ts'

const mails = vi.hoisted(() => ({ fetchMailService: vi.fn(), handOverCode: vi.fn() }))
vi.mock('../../web/api/mails.ts', () => mails)
const { MailServicePanel } = await import('../../web/mail/mail-service-panel.tsx')
const { session } = await import('../../web/session/session.ts')

const person = (id: string) => ({ id, name: `Nama ${id}`, title: 'Operator', agencyIds: [] })
beforeEach(() => {
  const me = { role: 'coordinator', zone: 'Asia/Makassar', zoneName: 'WITA' }
  session.value = { state: 'signed-in', me } as typeof session.value
})
afterEach(() => {
  cleanup()
  vi.clearAllMocks()
})

it('is not there while mail goes', async () => {
  mails.fetchMailService.mockResolvedValue({
    mail: { state: 'ok', since: null, trouble: null },
    waiting: [],
    handed: [],
  })
  const { container } = render(<MailServicePanel />)
  await until(() => expect(mails.fetchMailService).toHaveBeenCalled())
  expect(container.textContent).toBe('')
})

it('says since when and why, and shows a code that somebody waits for', async () => {
  mails.fetchMailService.mockResolvedValue({
    mail: { state: 'held', since: '2026-02-13T01:00:00.000Z', trouble: 'paused' },
    waiting: [{ person: person('op-1'), askedAt: '2026-02-13T02:00:00.000Z', expiresAt: '2026-02-13T02:10:00.000Z' }],
    handed: [{ person: person('op-2'), by: person('koordinator'), askedAt: '2026-02-13T01:30:00.000Z' }],
  })
  mails.handOverCode.mockResolvedValue({ code: '1234 5678', expiresAt: '2026-02-13T02:10:00.000Z' })
  const { findByText, container } = render(<MailServicePanel />)
  await findByText(/Surel tertahan sejak/)
  expect(container.textContent).toMatch(/akun pengirim dihentikan sementara/)
  expect(container.textContent).toMatch(/Nama op-2: kode diserahkan oleh Nama koordinator/)
  fireEvent.click(await findByText('Tunjukkan kode'))
  await findByText('1234 5678')
  expect(mails.handOverCode).toHaveBeenCalledTimes(1)
})
