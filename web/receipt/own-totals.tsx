/** Who sent it, and its totals, for those who may see it; others simply see nothing here. */

import type { PublicReceipt } from '../api/receipts.ts'
import { useResource } from '../api/resource.ts'
import { fetchDefinition } from '../api/rounds.ts'
import { fetchSubmissions, type Work } from '../api/work.ts'
import { say } from '../wording/language.ts'
import { receiptWording as words } from '../wording/receipt.ts'
import { OwnCopy } from './own-copy.tsx'
import { TotalsList } from './totals-list.tsx'

async function loadTotals(work: Work, revision: number) {
  const { submissions } = await fetchSubmissions(work)
  const submission = submissions.find((each) => each.revision === revision)
  if (submission === undefined) return undefined
  const { totals, byName } = submission
  return { totals, byName, definition: await fetchDefinition(work.form, submission.formVersion) }
}

export function OwnTotals({ receipt }: { receipt: PublicReceipt }) {
  const { round, agencyId: agency, formId: form, revision, number } = receipt
  const work = { round, agency, form }
  const { value } = useResource(`totals|${number}`, () => loadTotals(work, revision))
  if (value === undefined) return null
  return (
    <>
      <p>
        {say(words.sentBy)}: <strong>{value.byName}</strong>
      </p>
      <TotalsList totals={value.totals} definition={value.definition} />
      <OwnCopy work={work} revision={revision} number={number} />
      <p class="no-print">
        <a href={`/putaran/${round}/${agency}/${form}/kiriman/${revision}`}>{say(words.view)}</a>
      </p>
    </>
  )
}
