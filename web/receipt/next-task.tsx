/** After a sending: which form of the same round waits next for the agency, or that none does. */
import { needsWork } from '../../functions/rules/completeness.ts'
import type { PublicReceipt } from '../api/receipts.ts'
import { useResource } from '../api/resource.ts'
import { fetchAssignments, fetchRound } from '../api/rounds.ts'
import { say } from '../wording/language.ts'
import { nextWords, receiptWording as words } from '../wording/receipt.ts'

async function loadNext({ round, agencyId, formId }: PublicReceipt) {
  const [view, assignments] = await Promise.all([fetchRound(round), fetchAssignments(round)])
  const unsent = assignments.filter((each) => each.agencyId === agencyId && each.formId !== formId && needsWork(each))
  const waiting = unsent.filter(({ open }) => open).sort((a, b) => a.closesAt.localeCompare(b.closesAt))
  const form = view.forms.find(({ id }) => id === waiting[0]?.formId)
  return { left: waiting.length, form, all: unsent.length === 0 }
}

export function NextTask({ receipt }: { receipt: PublicReceipt }) {
  const { value } = useResource(`next|${receipt.number}`, () => loadNext(receipt))
  // Without an answer the way to the tasks stands below.
  if (value === undefined) return null
  if (value.form === undefined) return value.all ? <p>{say(words.allSent)}</p> : null
  return (
    <p>
      {say(nextWords(value.form.title, value.left))}{' '}
      <a class="button main" href={`/putaran/${receipt.round}/${receipt.agencyId}/${value.form.id}`}>
        {say(words.fillNext)}
      </a>
    </p>
  )
}
