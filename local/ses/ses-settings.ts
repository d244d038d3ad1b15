/**
 * What the SES emulator can be told: who may send, how fast, who is suppressed, where events go.
 * Defaults are those of an ordinary production account in ap-southeast-3, so that code that works here works there.
 */
import type { SNSEvent } from 'aws-lambda'
import type { Place } from '../../functions/rules/moments.ts'
import type { EventFaults } from './event-faults.ts'
import type { Outcome } from './outcomes.ts'

/** Options of `startSesEmulator`; everything but `port`, `dataDir`, `clock` and `verifiedSenders` has a default. */
export type SesOptions = {
  /** 0 lets the machine choose. API and inbox share it. */
  port: number
  /** Default `127.0.0.1`: the inbox holds sign-in codes and has no sign-in of its own. */
  host?: string
  /** Created when missing; deleting it forgets all messages. */
  dataDir: string
  /** The rehearsal clock: `at` of messages, times in events, and the day of the quota. */
  clock: () => Date
  /** The region's zone, in which the inbox tells days and times; default UTC. */
  place?: () => Place
  /** Domains (`lengkap.example`, which covers its subdomains) or single addresses. */
  verifiedSenders: readonly string[]
  /** Recipients a second of real time; default 14. */
  ratePerSecond?: number
  /** Recipients in 24 hours of the clock; default 50,000. */
  dailyQuota?: number
  /** On the account's suppression list when it is new: accepted, then bounced as `OnAccountSuppressionList`. */
  suppressed?: readonly string[]
  /** What befalls single addresses, for rehearsals and tests; the simulator's addresses need no entry. */
  outcomes?: Readonly<Record<string, Outcome>>
  /** The sandbox also demands verified recipients; default false. */
  sandbox?: boolean
  /** The account's sending is paused: every send is refused. */
  sendingPaused?: boolean
  /** Known configuration sets; without it every name is known. */
  configurationSets?: readonly string[]
  /** The identity's default set, used when a message names none; `null`: such messages publish no events, as in SES. */
  defaultConfigurationSet?: string | null
  /** Region named in errors and ARNs; default `ap-southeast-3`. */
  region?: string
  /** Topic named in events. */
  topicArn?: string
  /** Subscriber of events, called as SNS calls Lambda; a rejection means "again later". Without it events wait on disk. */
  onEvent?: (event: SNSEvent) => Promise<void>
  /** Seeded trouble on the way from SES to `onEvent`, for tests. */
  eventFaults?: EventFaults
  /** First pause before an event is tried again, in ms, doubled up to 100 times that; default 200. */
  eventRetryMs?: number
  /** Monotonic milliseconds for the rate; default `performance.now`. */
  monotonicMs?: () => number
}

/** The options with every default filled in; only the ways out (`onEvent`, `eventFaults`, `configurationSets`) stay optional. */
export type SesSettings = Required<Omit<SesOptions, 'onEvent' | 'eventFaults' | 'configurationSets'>> &
  Pick<SesOptions, 'onEvent' | 'eventFaults' | 'configurationSets'>

/** Fills in the defaults; lists of addresses are left as given. */
export function completeSettings(options: SesOptions): SesSettings {
  const region = options.region ?? 'ap-southeast-3'
  return {
    host: '127.0.0.1',
    place: () => ({ zone: 'UTC', zoneName: 'UTC' }),
    ratePerSecond: 14,
    dailyQuota: 50_000,
    suppressed: [],
    outcomes: {},
    sandbox: false,
    sendingPaused: false,
    defaultConfigurationSet: 'lengkap',
    topicArn: `arn:aws:sns:${region}:${accountId}:lengkap-mail-events`,
    eventRetryMs: 200,
    monotonicMs: () => performance.now(),
    ...options,
    region,
  }
}

/** The invented account of every ARN. */
export const accountId = '000000000000'
