/** The public proof of a submission: counts and hashes, no data. */
import type { Receipt } from '../../functions/schema/round.ts'
import type { Wording } from '../../functions/schema/wording.ts'
import { request } from './request.ts'

export type PublicReceipt = Omit<Receipt, 'by' | 'totals'> & {
  readonly roundTitle: string | Wording
  readonly agencyName: Wording
  readonly formTitle: Wording
  readonly latestRevision: number
  /** The region's. */
  readonly zone: string
  readonly zoneName: string
}

/** Anyone who holds the number may ask. */
export async function fetchReceipt(number: string): Promise<PublicReceipt> {
  const path = `/api/receipts/${encodeURIComponent(number)}`
  return (await request<PublicReceipt>('GET', path, { signInAgain: false })).body
}
