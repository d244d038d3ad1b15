/**
 * Key shapes of the one table and the names of its index; with its neighbours (`*-keys.ts`) the only file that knows them: the deployed
 * table and the emulator's are made from it too. A key is the scope of a read: region (and agency)
 * are in it, so that a foreign row cannot be reached by forgetting a filter. Numbers are padded so that the order of bytes is
 * the order of facts. Parts are refused when empty (DynamoDB Local and DynamoDB refuse them late, dynalite never)
 * and when they hold the separator `#`, which would make two different keys alike.
 * The partition of a notice is the round it speaks of, never the day of the run: planned again tomorrow it must meet itself.
 */
import type { NoticeKey } from '../domain/notices/ledger/ledger.ts'
import type { Reply } from '../schema/round.ts'
import type { BudgetFact } from '../schema/sipd/budget.ts'
import { four, join, padded } from './key-parts.ts'

type ReplyKey = Pick<Reply, 'agencyId' | 'formId' | 'revision' | 'review' | 'comment' | 'number'>

/** The primary key of an item. */
export type Key = { pk: string; sk: string }

/** What the sort keys of each kind of a round's facts begin with. */
export const roundPrefixes = {
  assigned: 'ASSIGNED#',
  round: 'ROUND#',
  windows: 'WINDOW#',
  submissions: 'SUBMISSION#',
  reviews: 'REVIEW#',
  replies: 'REPLY#',
  drafts: 'DRAFT#',
  places: 'PLACE#',
  findings: 'FINDING#',
  extensions: 'EXTENSION#',
  extensionRefusals: 'EXTENSION-REFUSAL#',
  nudges: 'NUDGE#',
  resends: 'RESEND#',
  clock: 'CLOCK#',
  calls: 'CALL#',
} as const

export type AboutWork = 'SUBMISSION' | 'REVIEW' | 'REPLY' | 'FINDING' | 'DRAFT'

/** Facts of a round: one partition, so that one query answers board, digest and plan. */
export const roundKeys = {
  partition: (region: string, round: string) => join('ROUND', region, round),
  partitionsOf: (region: string) => `${join('ROUND', region)}#`,
  /** The list of assignments by its hash, which one or more revisions of the round name. */
  assigned: (sha256: string, chunk: number) => join('ASSIGNED', sha256, four(chunk)),
  assignedAll: (sha256: string) => `${join('ASSIGNED', sha256)}#`,
  round: (revision: number) => join('ROUND', four(revision)),
  window: (number: number) => join('WINDOW', four(number)),
  extension: (number: number) => join('EXTENSION', four(number)),
  extensionRefusal: (number: number) => join('EXTENSION-REFUSAL', four(number)),
  nudge: (number: number) => join('NUDGE', four(number)),
  resend: (number: number) => join('RESEND', four(number)),
  call: (agency: string, number: number) => join('CALL', agency, four(number)),
  clockMove: (number: number) => join('CLOCK', four(number)),
  submission: (agency: string, form: string, revision: number) => join('SUBMISSION', agency, form, four(revision)),
  review: (agency: string, form: string, revision: number, number: number) =>
    join('REVIEW', agency, form, four(revision), padded(number, 2)),
  /** Not folded into a round's facts: nothing that is made of those may hold what coordinators note among themselves. */
  allInternalNotes: 'NOTE#',
  internalNotes: (agency: string, form: string) => `${join('NOTE', agency, form)}#`,
  internalNote: (agency: string, form: string, number: number) => join('NOTE', agency, form, four(number)),
  reply: (r: ReplyKey) =>
    join(
      'REPLY',
      r.agencyId,
      r.formId,
      four(r.revision),
      padded(r.review, 2),
      padded(r.comment, 3),
      padded(r.number, 2),
    ),
  draft: (agency: string, form: string) => join('DRAFT', agency, form),
  /** Not folded into a round's facts: only who begins work or takes it away looks at it. */
  place: (agency: string, form: string) => join('PLACE', agency, form),
  /** What the facts of one kind about an agency, or about one form of it, begin with. */
  about: (kind: AboutWork, agency: string, form?: string) =>
    `${form === undefined ? join(kind, agency) : join(kind, agency, form)}#`,
  allAbout: (kind: AboutWork) => `${kind}#`,
  finding: (f: { agencyId: string; formId: string; rule: string; rowKey: string }) =>
    join('FINDING', f.agencyId, f.formId, f.rule, f.rowKey),
}

/** What the sort keys of each kind of a region's facts begin with. */
export const regionPrefixes = {
  agencies: 'AGENCY#',
  calendar: 'CALENDAR#',
  checks: 'CHECKS#',
  people: 'PERSON#',
  mailboxes: 'MAILBOX#',
  lastSignIns: 'LAST-SIGN-IN#',
  preferences: 'PREFERENCE#',
  references: 'REFERENCE#',
  /** Signposts to rounds. */
  rounds: 'ROUND#',
} as const

export type WorkPlace = {
  readonly region: string
  readonly round: string
  readonly agencyId: string
  readonly formId: string
}

/** Downloads of workbooks, of one round, and the marks that they name. */
export const downloadKeys = {
  partition: (region: string, round: string) => join('DOWNLOADS', region, round),
  of: ({ region, round, agencyId, formId }: WorkPlace, id: string): Key => ({
    pk: downloadKeys.partition(region, round),
    sk: join('DOWNLOAD', agencyId, formId, id),
  }),
  marksPrefix: ({ agencyId, formId }: WorkPlace, id: string, sha256: string) =>
    `${join('MARKS', agencyId, formId, id, sha256)}#`,
  marks: ({ agencyId, formId }: WorkPlace, id: string, sha256: string, chunk: number) =>
    join('MARKS', agencyId, formId, id, sha256, four(chunk)),
}

/** Facts of a region. Reference lists come after all that `load` needs, so that one range read leaves them out. */
export const regionKeys = {
  partition: (region: string) => join('REGION', region),
  agency: (id: string) => join('AGENCY', id),
  calendar: () => 'CALENDAR',
  /** What is checked of a form besides. */
  checks: (form: string) => join('CHECKS', form),
  /** Who is about to stop coordinating. */
  coordinators: () => 'COORDINATORS',
  mailbox: (personId: string) => join('MAILBOX', personId),
  lastSignIn: (personId: string) => join('LAST-SIGN-IN', personId),
  person: (id: string) => join('PERSON', id),
  preference: (personId: string) => join('PREFERENCE', personId),
  reference: (id: string) => join('REFERENCE', id),
  settings: () => 'SETTINGS',
  /** A signpost to a round, written before the round's first fact; readers believe the fact. */
  round: (round: string) => join('ROUND', round),
  roundOf: (sk: string) => sk.slice(regionPrefixes.rounds.length),
  /** Agencies, calendar, checks, last sign-ins, mailboxes, people and their preferences all sort below this. */
  endOfDirectory: regionPrefixes.references,
  /** The revision of a fact of the region: `AGENCY#dlhk#0003`, `CALENDAR#0001`. */
  revision: (subject: string, revision: number) => `${subject}#${four(revision)}`,
}

/** Moved by every change of what readers of the region keep in memory. */
export const regionVersionKey = (region: string): Key => ({ pk: join('VERSION', region), sk: 'VERSION' })

/** Signposts to regions, as to rounds. */
export const regionIndexKeys = {
  partition: 'REGIONS',
  region: (region: string) => join(region),
}

/** Signposts from a hashed address to people who have, or had, it. The hash keeps addresses out of keys and logs. */
export const addressKeys = {
  prefix: 'ADDRESS#',
  partition: (addressHash: string) => join('ADDRESS', addressHash),
  person: (region: string, personId: string) => join(region, personId),
  /** Whose it is in this region. Lies among the signposts, which all hold a `#`; older releases had one `OWNER`. */
  owner: (region: string) => join(region),
  isSignpost: (sk: string) => sk.includes('#'),
}

/** Images of a region by their hash: small enough for one item. */
export const imageKeys = {
  of: (region: string, sha256: string): Key => ({ pk: join('IMAGE', region, sha256), sk: 'IMAGE' }),
}

/** Budgets out of SIPD, a partition a year; and which years there are. */
export const budgetKeys = {
  years: (region: string) => join('BUDGETS', region),
  year: (year: number) => four(year),
  partition: (region: string, year: number) => join('BUDGET', region, four(year)),
  partitionsOf: (region: string) => `${join('BUDGET', region)}#`,
  of: (region: string, { year, stage, number }: Pick<BudgetFact, 'year' | 'stage' | 'number'>): Key => ({
    pk: join('BUDGET', region, four(year)),
    sk: join(stage, four(number)),
  }),
}

/** Notices and the events reported about them. */
export const noticeKeys = {
  partition: (region: string, scope: string) => join('NOTICES', region, scope),
  of: ({ region, scope, nid }: NoticeKey): Key => ({ pk: join('NOTICES', region, scope), sk: join(nid) }),
  /** Ids of events come from outside: only letters, digits, `.`, `_` and `-` are kept as they are. */
  event: (nid: string, id: string) => join(nid, 'EVENT', id.replace(/[^\w.-]/g, '_')),
  eventPrefix: (nid: string) => `${join(nid, 'EVENT')}#`,
  isEvent: (sk: string) => sk.includes('#EVENT#'),
  /** Back from an item's key, as an index that projects only keys gives it. */
  parse: ({ pk, sk }: Key): NoticeKey => {
    const [kind, region, scope] = pk.split('#')
    if (kind !== 'NOTICES' || !region || !scope || sk === '' || sk.includes('#')) {
      throw new Error(`No key of a notice: ${pk} ${sk}`)
    }
    return { region, scope, nid: sk }
  },
}

/** Captured mails of a rehearsal; bodies beside them, each read alone. */
export const capturedKeys = {
  partition: (region: string, round: string) => join('CAPTURED', region, round),
  prefix: 'MAIL#',
  mail: (nid: string) => join('MAIL', nid),
  body: (region: string, round: string, nid: string): Key => ({
    pk: join('CAPTURED', region, round),
    sk: join('BODY', nid),
  }),
}

/** The sparse index of notices that wait. Four shards by nid, so that 10,000 due at once do not share one partition. */
export const dueKeys = {
  index: 'due',
  partitionName: 'duePk',
  sortName: 'dueSk',
  partitions: ['DUE#0', 'DUE#1', 'DUE#2', 'DUE#3'] as const,
  partition: (nid: string) => `DUE#${(nid.codePointAt(nid.length - 1) ?? 0) % 4}`,
  /** 15 digits of milliseconds: sorts as time until the year 33658. */
  sort: (at: Date, nid: string) => join(padded(at.getTime(), 15), nid),
  /** Everything due at `now` sorts below this. */
  upTo: (now: Date) => padded(now.getTime() + 1, 15),
}

/** Signposts from receipt numbers to revisions. */
export const receiptKeys = {
  place: (number: string): Key => ({ pk: join('RECEIPT', number), sk: 'PLACE' }),
}

/** Renewals of calendar feeds. */
export const calendarFeedKeys = {
  partition: (region: string) => join('FEEDS', region),
  renewals: (agency: string) => `${join(agency)}#`,
  renewal: (agency: string, generation: number) => join(agency, four(generation)),
}

/** When the schedule last ran. */
export const tickKey: Key = { pk: 'TICK', sk: 'TICK' }

/** When a scheduled run last began, and when none did for long. */
export const outageKeys = {
  wake: { pk: 'AWAKE', sk: 'AWAKE' } as Key,
  prefix: 'OUTAGE#',
  outage: (from: string): Key => ({ pk: 'AWAKE', sk: `OUTAGE#${from}` }),
}

/** What is known about the mail provider, which serves all regions. */
export const mailServiceKeys = {
  breaker: { pk: 'MAIL-SERVICE', sk: 'BREAKER' },
  pulse: { pk: 'MAIL-SERVICE', sk: 'PULSE' },
  reconciled: { pk: 'MAIL-SERVICE', sk: 'RECONCILED' },
  rate: { pk: 'MAIL-SERVICE', sk: 'RATE' },
} satisfies Record<string, Key>
