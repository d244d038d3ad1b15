/** The public proof of a submission: counts and hashes, no data. */
import type { PublicReceipt } from '../../functions/http/shapes.ts'
import { request } from './request.ts'

export type { PublicReceipt } from '../../functions/http/shapes.ts'

/** Anyone who holds the number may ask. */
export async function fetchReceipt(number: string): Promise<PublicReceipt> {
  const path = `/api/receipts/${encodeURIComponent(number)}`
  return (await request<PublicReceipt>('GET', path, { signInAgain: false })).body
}
