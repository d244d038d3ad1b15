/**
 * What this device holds of another version of the form, typed without a line while the round moved: taken over as far as it fits, and
 * the rest is shown beside the form. A copy that cannot be carried now stays on the device.
 */
import type { Answers } from '../../../functions/schema/answers.ts'
import type { LeftAnswer } from '../../../functions/schema/version-move.ts'
import { request } from '../../api/request.ts'
import { type Work, workPath } from '../../api/work.ts'
import type { FoundCopy } from '../draft/draft-copy.ts'
import { same } from '../model/same.ts'

type Into = { readonly version: number; readonly work: Work }
type Carried = { readonly answers: Answers; readonly left: readonly LeftAnswer[] }

export async function carriedCopies(found: readonly FoundCopy[], { version, work }: Into): Promise<FoundCopy[]> {
  const carried = await Promise.all(
    found.map(async (copy) => {
      const { stored } = copy
      if (stored.draft.formVersion === version) return [copy]
      // What the server has, it carries itself.
      if (same(copy.answers, stored.draft.answers)) return [asTyped(copy, version, { mine: none, base: none })]
      try {
        const from = stored.draft.formVersion
        const [mine, base] = await Promise.all([
          carry(work, from, copy.answers),
          carry(work, from, stored.draft.answers),
        ])
        return [asTyped(copy, version, { mine, base })]
      } catch {
        return []
      }
    }),
  )
  return carried.flat()
}

async function carry(work: Work, formVersion: number, answers: Answers): Promise<Carried> {
  return (await request<Carried>('POST', `${workPath(work)}/draft/carried`, { body: { formVersion, answers } })).body
}

const none: Carried = { answers: { fields: {}, rows: {} }, left: [] }

/** What waited for a decision there is in the answers already; where both sides differ still, it is asked anew. */
function asTyped(
  { pending: _, sent: __, ...copy }: FoundCopy,
  formVersion: number,
  { mine, base }: { readonly mine: Carried; readonly base: Carried },
): FoundCopy {
  const known = new Set(base.left.map(({ pointer, value }) => `${pointer} ${value.id}`))
  const draft = { ...copy.stored.draft, formVersion, answers: base.answers }
  return {
    ...copy,
    stored: { ...copy.stored, draft },
    answers: mine.answers,
    left: [...(copy.left ?? []), ...mine.left.filter(({ pointer, value }) => !known.has(`${pointer} ${value.id}`))],
  }
}
