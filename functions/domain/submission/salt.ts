/**
 * What is hashed with the answers of a submission, and lies beside them: who has the file takes the hash again, who has only a receipt
 * cannot try what a short form may have said. Made of the request, so that one which is repeated meets itself.
 */
import { createHmac } from 'node:crypto'
import type { Submission } from '../../schema/round.ts'
import type { WorkKey } from '../round/load-round.ts'
import { keyFor } from '../secrets/purpose-keys.ts'

/** 32 characters, base64url. */
export function saltOf(
  secret: string,
  { region, round, agencyId, formId }: WorkKey,
  { revision, requestKey }: Pick<Submission, 'revision' | 'requestKey'>,
): string {
  const text = JSON.stringify([region, round, agencyId, formId, revision, requestKey])
  return createHmac('sha256', keyFor(secret, 'receipts')).update(text).digest('base64url').slice(0, 32)
}
