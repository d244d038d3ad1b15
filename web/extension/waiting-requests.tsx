/** On the coordinator's first page: that agencies wait for a decision on more time, for who has missed the mail about it. */
import { fetchExtensions } from '../api/extensions.ts'
import { useResource } from '../api/resource.ts'
import { say } from '../wording/language.ts'
import { waitingRequests } from '../wording/window-extension.ts'

export function WaitingRequests({ round }: { readonly round: string }) {
  const { value } = useResource(`extensions|${round}`, () => fetchExtensions(round))
  const open = (value ?? []).filter(({ state }) => state === 'open')
  const oldest = open.at(-1)
  if (oldest === undefined) return null
  return (
    <li>
      <a href={`/rekap/jendela?putaran=${encodeURIComponent(round)}#permintaan-${oldest.number}`}>
        {say(waitingRequests(open.length))}
      </a>
    </li>
  )
}
