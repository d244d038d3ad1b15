/** On the coordinator's first page: how many to call today, and the first of them with why. */
import { fetchCallList } from '../api/calls.ts'
import { useResource } from '../api/resource.ts'
import { callLine } from '../wording/board.ts'
import { language, say } from '../wording/language.ts'

export function CallLine({ round }: { readonly round: string }) {
  const { value } = useResource(`calls|${round}|${language.value}`, () => fetchCallList(round))
  if (value === undefined) return null
  const { today, calledToday } = value
  return (
    <li>
      <a href={`/rekap/hubungi?putaran=${encodeURIComponent(round)}`}>{say(callLine(today.length, calledToday))}</a>
      {today.map(({ agencyId, agency, reasons }) => (
        <small key={agencyId}>
          {agency}: {reasons[0]}
        </small>
      ))}
    </li>
  )
}
