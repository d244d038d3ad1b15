/**
 * The receipt of a revision and its number: form, agency, revision, and 10 characters of a hash over the whole chain, e.g.
 * `3A-perikanan-r2-7K3M9QZ0XV`. The number alone does not say in which region and round to look, so a signpost is written
 * before the commit; one that leads to no revision with this very number proves nothing and is not found.
 */
import type { FormDefinition } from '../../schema/form.ts'
import { isRehearsalId } from '../../schema/rehearsal.ts'
import type { Receipt, Submission } from '../../schema/round.ts'
import type { Wording } from '../../schema/wording.ts'
import { sha256Hex } from '../content-hash.ts'
import { Refused } from '../refusal.ts'
import { agencyNames } from '../region/agency-names.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadTasks, type WorkKey } from './load-round.ts'
import type { Rounds } from './rounds.ts'

/** Where a number leads. */
export type ReceiptPlace = WorkKey & { revision: number }
export type ReceiptIndex = {
  /** Put if absent; again is harmless, because a number always means the same place. */
  post(number: string, place: ReceiptPlace): Promise<void>
  find(number: string): Promise<ReceiptPlace | undefined>
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * `<form's short title>-<agency>-r<revision>-<10 characters>`; the same for the same request at the same place. Of a rehearsal it
 * begins with LATIHAN, for a receipt is printed and filed, and proves nothing there.
 */
export function receiptNumber(place: ReceiptPlace, shortTitle: string, chain: string): string {
  const { region, round, agencyId, formId, revision } = place
  const digest = BigInt(`0x${sha256Hex([region, round, agencyId, formId, chain].join('|')).slice(0, 13)}`) >> 2n
  const tail = Array.from({ length: 10 }, (_, index) => crockford[Number((digest >> BigInt(45 - 5 * index)) & 31n)])
  const title = shortTitle.replace(/[^A-Za-z0-9]+/g, '').slice(0, 20) || formId
  return `${isRehearsalId(round) ? 'LATIHAN-' : ''}${title}-${agencyId}-r${revision}-${tail.join('')}`
}

/** What the agency gets. `by` is the person's id. */
export function receiptOf(round: string, submission: Submission): Receipt {
  const { agencyId, formId, formVersion, revision, at, by, nil, rowCount, totals, sha256, previousSha256 } = submission
  const number = submission.receiptNumber
  return {
    number,
    round,
    agencyId,
    formId,
    formVersion,
    revision,
    at,
    by,
    nil,
    rowCount,
    totals,
    sha256,
    previousSha256,
  }
}

/** What anybody may see who has the number: no names of people and no sums. */
export type PublicReceipt = Omit<Receipt, 'by' | 'totals'> & {
  roundTitle: Wording
  agencyName: Wording
  /** As it was called when it sent this, where it has another name now. */
  agencyNameThen?: Wording
  formTitle: Wording
  latestRevision: number
  /** The region's, in which `at` is told. */
  zone: string
  zoneName: string
}

/** What a number may look like; anything else was mistyped or cut. */
const written = /^[A-Za-z0-9-]{8,200}$/

/** Refuses with `not-found`, also where a signpost stands for a submission that was never committed. */
export async function findReceipt(
  ports: { receipts: ReceiptIndex; rounds: Rounds; regions: Regions; forms: FormCatalogue },
  number: string,
): Promise<PublicReceipt> {
  const place = written.test(number) ? await ports.receipts.find(number) : undefined
  if (place === undefined) throw new Refused({ code: 'not-found', what: 'receipt' })
  const { facts, region } = await loadTasks(ports, place, [place.agencyId])
  const own = facts.submissions.filter(({ formId }) => formId === place.formId)
  const submission = own.find((each) => each.receiptNumber === number)
  if (submission === undefined) throw new Refused({ code: 'not-found', what: 'receipt' })
  const { by: _by, totals: _totals, ...shown } = receiptOf(facts.round.id, submission)
  return {
    ...shown,
    roundTitle: facts.round.title,
    ...(await agencyNames(ports.regions, { ...place, at: submission.at }, region)),
    formTitle: titleOf(await ports.forms.definition(place.formId, submission.formVersion, place.region), place.formId),
    zone: region.settings.zone,
    zoneName: region.settings.zoneName,
    latestRevision: own.reduce((latest, { revision }) => Math.max(latest, revision), 0),
  }
}

function titleOf(definition: FormDefinition | undefined, formId: string): Wording {
  return definition?.title ?? plain(formId)
}

function plain(text: string): Wording {
  return { id: text, en: text }
}
