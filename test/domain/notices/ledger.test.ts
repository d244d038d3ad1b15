/** What the ledger decides by the clock and by a notice's state: when trying ends, what waits, whom nothing reaches. */
import { describe, expect, it } from 'vitest'
import { type OpenBreaker, pauseMs, refusedAgain } from '../../../functions/domain/notices/ledger/breaker.ts'
import {
  endOfTrying,
  evidenceMinutes,
  maxRefusals,
  retryHours,
  waitsSince,
} from '../../../functions/domain/notices/ledger/ledger.ts'
import { ownRate } from '../../../functions/domain/notices/ledger/mail-rate.ts'
import { mailboxVerdict } from '../../../functions/domain/notices/ledger/mailbox-verdict.ts'
import { outcomeOf } from '../../../functions/domain/notices/ledger/outcome.ts'
import { silentMinutes, silentSince } from '../../../functions/domain/notices/ledger/pulse.ts'
import {
  digestsInCaptures,
  digestsInLedger,
  digestsPlannedBefore,
  lastDigestBefore,
  loadSentDigests,
} from '../../../functions/domain/notices/ledger/sent-digests.ts'
import { untoldIn } from '../../../functions/domain/notices/ledger/untold.ts'
import {
  allRounds,
  hourPast,
  type Notice,
  type NoticeKind,
  noticeKindSchema,
} from '../../../functions/schema/notice.ts'
import type { CapturedMail } from '../../../functions/schema/rehearsal.ts'

const now = new Date('2026-02-13T08:00:00.000Z')
const moment = (ms: number) => new Date(now.getTime() + ms).toISOString()
const minute = 60_000
const notice = (more: Partial<Notice> = {}) =>
  ({ kind: 'reminder', state: 'planned', recipientId: 'op', scope: '3a', dueAt: moment(0), ...more }) as Notice

describe('trying ends', () => {
  const expiresAt = moment(24 * 60 * minute)
  const end = (at: string, tried: Partial<Notice> = {}) =>
    endOfTrying(new Date(at), { expiresAt, firstTriedAt: moment(0), reason: 'greylisted', ...tried })

  it('of what was never refused, when it is of no use any more, at that very instant', () => {
    expect(end(moment(24 * 60 * minute - 1))).toBeUndefined()
    expect(end(expiresAt)).toEqual({ to: 'expired', reason: 'too-late' })
  })

  it('of what was refused, four and a half hours after the first try, or when it is of no use', () => {
    const over = { to: 'failed', reason: 'retry-window-over: greylisted' }
    expect(end(moment(retryHours * 60 * minute), { refusals: 1 })).toBeUndefined()
    expect(end(moment(retryHours * 60 * minute + 1), { refusals: 1 })).toEqual(over)
    expect(end(moment(minute), { refusals: 1, expiresAt: moment(minute) })).toEqual(over)
    expect(endOfTrying(now, { expiresAt, refusals: 1 }), 'a notice that says no first try begins now').toBeUndefined()
  })

  it('of what was refused twelve times, with a person, however late it is', () => {
    expect(end(moment(0), { refusals: maxRefusals - 1 })).toBeUndefined()
    expect(end(moment(0), { refusals: maxRefusals })).toEqual({ to: 'parked', reason: 'greylisted' })
    expect(end(expiresAt, { refusals: maxRefusals + 1, reason: undefined })).toEqual({
      to: 'parked',
      reason: 'unknown',
    })
  })
})

describe('somebody should have moved on', () => {
  const since = (more: Partial<Notice>, at = now) => waitsSince(at, notice(more))?.toISOString()

  it('what is planned, since it fell due or was put off to', () => {
    expect(since({ dueAt: moment(1) })).toBeUndefined()
    expect(since({ dueAt: moment(0) })).toBe(moment(0))
    expect(since({ dueAt: moment(-minute), retryAt: moment(1) })).toBeUndefined()
    expect(since({ dueAt: moment(-minute), retryAt: moment(-5) })).toBe(moment(-5))
    expect(since({ dueAt: moment(0), fence: 'f' }), 'given back after a fence').toBe(moment(0))
  })

  it('what is claimed, since the lease was over; behind the fence, a quarter of an hour later', () => {
    const claimed = { state: 'claimed', dueAt: moment(-60 * minute), leaseUntil: moment(-minute) } as const
    expect(since({ ...claimed, leaseUntil: moment(1) })).toBeUndefined()
    expect(since(claimed)).toBe(moment(-minute))
    const fenced = { ...claimed, fence: 'f' }
    expect(since(fenced)).toBeUndefined()
    const over = moment(-minute + evidenceMinutes * minute)
    expect(since(fenced, new Date(over))).toBe(over)
  })

  it('nothing that has ended, or waits for a person', () => {
    for (const state of ['sent', 'failed', 'suppressed', 'cancelled', 'expired', 'unknown', 'parked'] as const)
      expect(since({ state, dueAt: moment(-minute), leaseUntil: moment(-minute) })).toBeUndefined()
  })
})

describe('the breaker', () => {
  const trouble = { trouble: 'throttled', reason: 'Throttling' } as const
  const again = (known: OpenBreaker | undefined, told: Parameters<typeof refusedAgain>[2] = trouble) =>
    refusedAgain(now, known, told)
  const open = (more: Partial<OpenBreaker> = {}): OpenBreaker => ({
    ...trouble,
    since: moment(-minute),
    failures: 3,
    retryAt: moment(1),
    ...more,
  })

  it('opens now, for a second', () => {
    expect(again(undefined)).toEqual({ ...trouble, since: moment(0), failures: 1, retryAt: moment(1_000) })
  })

  it('learns nothing from what was on its way, but from another trouble, and from a try after the pause', () => {
    expect(again(open())).toEqual(open())
    const longer = { since: moment(-minute), failures: 4, retryAt: moment(8_000) }
    expect(again(open({ retryAt: moment(0) }))).toEqual({ ...trouble, ...longer })
    const other = { trouble: 'rights', reason: 'AccessDenied' } as const
    expect(again(open(), other)).toEqual({ ...other, ...longer })
  })

  it('pauses longer and longer, up to five minutes', () => {
    expect([1, 2, 3, 4, 9, 10, 1_000].map((failures) => pauseMs(failures) / 1_000)).toEqual([1, 2, 4, 8, 256, 300, 300])
  })
})

it('a line of one process gives each its stretch after the other, at once when none is left, and forgets a broken clock', async () => {
  let wall = 1_000_000
  const rate = ownRate(() => wall)
  expect(await rate.take(250)).toEqual({ from: wall, until: wall + 250 })
  expect(await rate.take(100)).toEqual({ from: wall + 250, until: wall + 350 })
  wall += 350
  expect((await rate.take(10)).from).toBe(wall)
  wall += 10 - 60_000
  expect((await rate.take(10)).from, 'a minute ahead is believed').toBe(wall + 60_000)
  wall -= 1
  expect((await rate.take(10)).from, 'more is not').toBe(wall)
})

describe('an address', () => {
  const refusedTo = (state: 'bounced' | 'complained') =>
    noticeKindSchema.options.filter((kind) => mailboxVerdict(kind, { state } as never) !== undefined)
  const still = (state: 'bounced' | 'complained') =>
    noticeKindSchema.options.filter((kind) => !refusedTo(state).includes(kind)).toSorted()

  it('that bounced gets what its person has just asked for and nothing else', () => {
    expect(still('bounced')).toEqual(['sign-in-code', 'test-mail'])
    expect(mailboxVerdict('reminder', { state: 'bounced' } as never)).toBe('mailbox-bounced')
  })

  it('that complained gets answers and changes of its dates, no reminders and no digests', () => {
    expect(still('complained')).toEqual(
      [
        'sign-in-code',
        'sign-in-new-browser',
        'test-mail',
        'receipt',
        'returned',
        'window',
        'extension-refused',
        'unassigned',
        'duties',
      ].toSorted(),
    )
    expect(mailboxVerdict('reminder', { state: 'complained' } as never)).toBe('mailbox-complained')
  })

  it('of which nothing is known gets everything', () => {
    for (const kind of noticeKindSchema.options) expect(mailboxVerdict(kind, undefined)).toBeUndefined()
  })
})

it('what became of a notice is its state, and once it left what the recipient’s server said', () => {
  const told = (more: Partial<Notice>) => outcomeOf(notice(more))
  expect(told({ state: 'planned' })).toBe('waiting')
  expect(told({ state: 'claimed' })).toBe('sending')
  expect(told({ state: 'parked' })).toBe('failed')
  expect(told({ state: 'expired', reason: 'too-late' })).toBe('expired')
  expect(told({ state: 'expired', reason: hourPast })).toBe('left-out')
  expect(told({ state: 'suppressed', reason: hourPast })).toBe('suppressed')
  expect(told({ state: 'sent' })).toBe('sent')
  expect(told({ state: 'sent', delivery: 'auto-replied' })).toBe('delivered')
  expect(told({ state: 'sent', delivery: 'soft-bounced' })).toBe('bounced')
  expect(told({ state: 'sent', delivery: 'complained' })).toBe('complained')
  expect(told({ state: 'unknown', delivery: 'delivered' })).toBe('unknown')
})

it('reports are missing once half an hour of mails is without any', async () => {
  const missing = (ms: number | undefined) =>
    silentSince(now, { unansweredSince: async () => (ms === undefined ? undefined : new Date(moment(-ms))) })
  expect(await missing(silentMinutes * minute)).toEqual(new Date(moment(-silentMinutes * minute)))
  expect(await missing(silentMinutes * minute - 1)).toBeUndefined()
  expect(await missing(undefined)).toBeUndefined()
})

it('was owed and did not arrive: what agencies act upon, where no mail left or nobody knows', () => {
  const kinds = (state: Notice['state'], more: Partial<Notice> = {}): NoticeKind[] =>
    untoldIn(noticeKindSchema.options.map((kind) => notice({ kind, state, ...more }))).map(({ kind }) => kind)
  const owed = ['opening', 'reminder', 'window', 'returned', 'extension-refused', 'form-moved', 'duties'].toSorted()
  for (const state of ['expired', 'failed', 'parked', 'unknown'] as const) expect(kinds(state).toSorted()).toEqual(owed)
  for (const state of ['sent', 'planned', 'claimed', 'cancelled', 'suppressed'] as const)
    expect(kinds(state)).toEqual([])
  expect(kinds('sent', { delivery: 'bounced' }), 'told elsewhere').toEqual([])
  expect(kinds('expired', { reason: hourPast }), 'left out when it was set').toEqual([])
  expect(untoldIn([notice({ state: 'failed' })])).toEqual([{ kind: 'reminder', recipientId: 'op', dueAt: moment(0) }])
  expect(untoldIn([notice({ state: 'failed', rounds: ['3a'] })])).toMatchObject([{ rounds: ['3a'] }])
})

describe('a reader of digests was told', () => {
  const digest = (more: Partial<Notice> = {}) => notice({ kind: 'digest', state: 'sent', ...more })

  it('by a digest or report that was sent and may have arrived, up to when its facts were read', () => {
    expect(digestsInLedger([digest({ asOf: moment(3) })])).toEqual([
      { recipientId: 'op', rounds: ['3a'], asOf: moment(3) },
    ])
    expect(digestsInLedger([digest()]), 'of an older release').toMatchObject([{ asOf: moment(0) }])
    expect(digestsInLedger([digest({ scope: allRounds, rounds: ['3a', '3b'] })])).toMatchObject([
      { rounds: ['3a', '3b'] },
    ])
    const none = [digest({ state: 'planned' }), digest({ delivery: 'bounced' }), notice({ state: 'sent' })]
    expect(digestsInLedger(none)).toEqual([])
  })

  it('in a rehearsal by what was captured', () => {
    const mail = { kind: 'digest', outcome: 'captured', recipientId: 'op', at: moment(1) } as CapturedMail
    expect(
      digestsInCaptures([
        mail,
        { ...mail, kind: 'reminder' },
        { ...mail, outcome: 'cancelled', at: moment(2) },
      ] as CapturedMail[]),
    ).toEqual([{ recipientId: 'op', asOf: moment(1) }])
  })

  it('of a round by what was sent of it or of several, of a rehearsal by what was captured', async () => {
    const scopes: Record<string, Notice[]> = {
      '3a': [digest()],
      [allRounds]: [digest({ scope: allRounds, rounds: ['3a'] })],
    }
    const mail = { kind: 'digest', outcome: 'captured', recipientId: 'lain', at: moment(1) } as CapturedMail
    const told = async (round: string) => {
      const notices = { list: async (_: string, scope: string) => scopes[scope] ?? [] }
      const digests = await loadSentDigests({ notices, captured: { list: async () => [mail] } }, 'r', round)
      return digests.map(({ recipientId }) => recipientId)
    }
    expect(await told('3a')).toEqual(['op', 'op'])
    expect(await told('latihan-3a-1')).toEqual(['lain'])
  })

  it('by those that are planned before another, as if each were sent', () => {
    const earlier = [digest({ dueAt: moment(-2), rounds: ['3b'] }), digest({ dueAt: moment(-1) })]
    const others = [digest(), digest({ dueAt: moment(1) }), notice({ dueAt: moment(-1) })]
    expect(digestsPlannedBefore([...earlier, ...others], digest())).toEqual([
      { recipientId: 'op', rounds: ['3b'], asOf: moment(-2) },
      { recipientId: 'op', rounds: ['3a'], asOf: moment(-1) },
    ])
  })

  it('last at the latest instant before now, of this round and to this person', () => {
    const told = (...digests: Parameters<typeof lastDigestBefore>[1]) =>
      lastDigestBefore(now, digests, { personId: 'op', round: '3a' })?.toISOString()
    expect(told()).toBeUndefined()
    expect(told({ recipientId: 'op', asOf: moment(-2) }, { recipientId: 'op', asOf: moment(-9) })).toBe(moment(-2))
    expect(told({ recipientId: 'op', asOf: moment(0) })).toBeUndefined()
    expect(told({ recipientId: 'lain', asOf: moment(-2) })).toBeUndefined()
    expect(told({ recipientId: 'op', rounds: ['3b'], asOf: moment(-2) })).toBeUndefined()
    expect(told({ recipientId: 'op', rounds: ['3b', '3a'], asOf: moment(-2) })).toBe(moment(-2))
  })
})
