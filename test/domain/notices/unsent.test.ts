/** What alarms ring from is judged by state: also what is put off, and what ended without being sent. */
import { describe, expect, it } from 'vitest'
import { measureUnsent } from '../../../functions/domain/notices/ledger/unsent.ts'
import { type Notice, signInScope } from '../../../functions/schema/notice.ts'

const now = new Date('2026-02-13T08:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000).toISOString()
const notice = (state: Notice['state'], hours: number, more: Partial<Notice> = {}) =>
  ({ state, dueAt: hoursAgo(hours), scope: '3a-2026-2', ...more }) as Notice
const measured = (...notices: Notice[]) => measureUnsent(now, notices)

describe('the oldest unsent', () => {
  it('counts from when it was first due, however often it was put off', () => {
    expect(measured(notice('planned', 3, { retryAt: hoursAgo(-1) })).oldestUnsentSeconds).toBe(3 * 3600)
    expect(measured(notice('claimed', 2)).oldestUnsentSeconds).toBe(2 * 3600)
  })

  it('is nothing while all is sent, ended, or to come', () => {
    expect(measured(notice('sent', 9), notice('expired', 9), notice('planned', -1)).oldestUnsentSeconds).toBe(0)
    expect(measured()).toEqual({ failed: 0, codesUnsent: 0, oldestUnsentSeconds: 0 })
  })
})

it('failed and parked ones ring for a day', () => {
  expect(measured(notice('failed', 1), notice('parked', 23), notice('failed', 24), notice('cancelled', 1)).failed).toBe(
    2,
  )
})

it('what failed rings from when it was due, and nothing rings that did not fail', () => {
  expect(measured(notice('failed', 0)).failed).toBe(1)
  expect(measured(notice('failed', -1), notice('sent', 1), notice('planned', 1)).failed).toBe(0)
})

it('a code that was not sent rings for an hour; one that was not to be sent does not', () => {
  const code = (state: Notice['state'], hours: number) => notice(state, hours, { scope: signInScope })
  expect(measured(code('expired', 0.5), code('unknown', 0.9), code('failed', 0.1)).codesUnsent).toBe(3)
  expect(
    measured(code('expired', 1), code('cancelled', 0.5), code('sent', 0.5), notice('expired', 0.5)).codesUnsent,
  ).toBe(0)
})
