/** The panel that tells that no mail goes: nothing while all is well, cause and moment while not, and a code once. */

import { cleanup, fireEvent, render } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { MailServicePanel } from '../../web/mail/mail-service-panel.tsx'
import { signInAs } from './fixtures/desk.ts'
import { until } from './fixtures/until.ts'

const person = (id: string) => ({ id, name: `Nama ${id}`, title: 'Operator', agencyIds: [] })
const asked: string[] = []

/** What the server answers to each question. */
function play(answers: Record<string, unknown>): void {
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const question = `${init.method ?? 'GET'} ${path}`
    asked.push(question)
    return new Response(JSON.stringify(answers[question] ?? {}), { status: question in answers ? 200 : 404 })
  })
}
beforeEach(() => signInAs('coordinator'))
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
  asked.length = 0
})

it('is not there while mail goes', async () => {
  play({ 'GET /api/mail-service': { mail: { state: 'ok', since: null, trouble: null }, waiting: [], handed: [] } })
  const { container } = render(<MailServicePanel />)
  await until(() => expect(asked).toEqual(['GET /api/mail-service']))
  expect(container.textContent).toBe('')
})

it('says since when and why, and shows a code that somebody waits for', async () => {
  const expiresAt = '2026-02-13T02:10:00.000Z'
  play({
    'GET /api/mail-service': {
      mail: { state: 'held', since: '2026-02-13T01:00:00.000Z', trouble: 'paused' },
      waiting: [{ person: person('op-1'), askedAt: '2026-02-13T02:00:00.000Z', expiresAt }],
      handed: [{ person: person('op-2'), by: person('koordinator'), askedAt: '2026-02-13T01:30:00.000Z' }],
    },
    'POST /api/people/op-1/sign-in-code': { code: '1234 5678', expiresAt },
  })
  const { findByText, container } = render(<MailServicePanel />)
  await findByText(/Surel tertahan sejak/)
  expect(container.textContent).toMatch(/akun pengirim dihentikan sementara/)
  expect(container.textContent).toMatch(/Nama op-2: kode diserahkan oleh Nama koordinator/)
  fireEvent.click(await findByText('Tunjukkan kode'))
  await findByText('1234 5678')
  expect(asked.filter((question) => question.startsWith('POST'))).toHaveLength(1)
})
