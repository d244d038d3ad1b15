/**
 * What the dispatcher needs, as ports. It has a clock of its own, unlike other jobs: a lease, a fence and the wait for evidence are counted from
 * the moment at which they happen, and an event that comes ten minutes late must not shorten them.
 */
import type { ComposeMail } from '../../domain/notices/compose.ts'
import type { MailBreaker } from '../../domain/notices/ledger/breaker.ts'
import type { NoticeKey, NoticeLedger } from '../../domain/notices/ledger/ledger.ts'
import type { Mailer } from '../../domain/notices/ledger/mailer.ts'
import type { Outages } from '../../domain/notices/ledger/outages.ts'
import type { MailPulse } from '../../domain/notices/ledger/pulse.ts'
import type { RenderMail } from '../../domain/notices/write/mail-foot.ts'
import type { Regions } from '../../domain/region/regions.ts'
import type { Rounds } from '../../domain/round/rounds.ts'
import type { Notice } from '../../schema/notice.ts'

export type { Composed, ComposeMail } from '../../domain/notices/compose.ts'

export type DispatchParts = {
  ledger: NoticeLedger
  regions: Pick<Regions, 'load' | 'directory' | 'references'>
  /** `shared`: where many of a region wait at once. */
  rounds: Pick<Rounds, 'list' | 'load' | 'loadAgencies' | 'body'> & Partial<Pick<Rounds, 'shared'>>
  /** Absent: nothing is said of them. */
  outages?: Pick<Outages, 'list'>
  compose: ComposeMail
  render: RenderMail
  mailer: Mailer
  breaker: MailBreaker
  pulse: MailPulse
  clock: () => Date
  /** Resolves after so many milliseconds. */
  pause: (ms: number) => Promise<unknown>
  /** Told of every failure that no state of the notice names fully. Never gets an address or a body. */
  report: (failure: { nid: string; step: string; error: unknown }) => void
}

/** One invocation. `worker` differs between all invocations that may live at once: it is who holds a claim. */
export type DispatchRun = {
  worker: string
  /** Milliseconds until the process is ended from outside. */
  remainingMs: () => number
  /** Notices in work at once; default 4. */
  atOnce?: number
}

/** A notice in the hands of a run. */
export type Held = { key: NoticeKey; token: string; notice: Notice }

/** What became of one notice in this run; `nothing`: another worker has it, or it is not due; `held`: nobody's mail is taken. */
export type NoticeOutcome = 'sent' | 'cancelled' | 'failed' | 'retrying' | 'held' | 'nothing'
