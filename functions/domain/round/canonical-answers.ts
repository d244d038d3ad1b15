/**
 * The answers of a revision, with their salt, in the very bytes of which the receipt's hash was taken. Since answers about persons stand in them only as
 * digests, everybody who may read the revision may have them; of a revision of older releases, which holds such answers, a viewer may not.
 */
import type { Submission } from '../../schema/round.ts'
import type { ForReader } from '../personal/answers-for.ts'
import { holdsPersonal } from '../personal/seal.ts'
import { Refused } from '../refusal.ts'
import type { Regions } from '../region/regions.ts'
import type { FormCatalogue } from './form-catalogue.ts'
import { loadWork, type WorkKey } from './load-round.ts'
import { revisionsOf } from './may-write.ts'
import type { Rounds } from './rounds.ts'

type Ports = { rounds: Rounds; regions: Regions; forms: FormCatalogue } & ForReader

/** Refuses with `not-found` (also where answers were erased from those bytes) and `forbidden`. */
export async function canonicalAnswers(
  ports: Ports,
  key: WorkKey,
  revision: number,
): Promise<{ submission: Submission; bytes: string }> {
  const { state, definition: current } = await loadWork(ports, key)
  const submission = revisionsOf(state.facts, key.agencyId, key.formId).find((each) => each.revision === revision)
  if (submission === undefined) throw new Refused({ code: 'not-found', what: 'submission' })
  const { answers, text, erased } = await ports.rounds.sealedBody(key.region, submission.sha256)
  if (erased) throw new Refused({ code: 'not-found', what: 'answers as they were hashed' })
  const definition = (await ports.forms.definition(submission.formId, submission.formVersion, key.region)) ?? current
  if (holdsPersonal(definition, answers)) {
    if (ports.reader === 'viewer') throw new Refused({ code: 'forbidden' })
    ports.onPersonal?.()
  }
  return { submission, bytes: text }
}
