/** Requests for more time on the coordinator's page of windows: those that wait, each with its decision, and those decided. */
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ExtensionView } from '../../functions/schema/extension.ts'
import { fetchExtensions } from '../api/extensions.ts'
import { useResource } from '../api/resource.ts'
import type { RoundView } from '../api/rounds.ts'
import { me, zone } from '../session/session.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import {
  askedBy,
  daysUntil,
  grantedWords,
  refusedWords,
  extensionWording as words,
} from '../wording/window-extension.ts'
import { decidedBy } from '../wording/windows.ts'
import { DecideExtension } from './decide-extension.tsx'

export type ExtensionRequestsProps = {
  readonly view: RoundView
  /** After a decision the dates may have moved. */
  readonly onDecided: () => Promise<void>
}

export function ExtensionRequests({ view, onDecided }: ExtensionRequestsProps) {
  const [saved, setSaved] = useState(false)
  const { value, reload } = useResource(`extensions|${view.round.id}`, () => fetchExtensions(view.round.id))
  const decisions = view.windows.length
  const seen = useRef(decisions)
  // A decision for all may have given what was asked for.
  useEffect(() => {
    if (seen.current !== decisions) reload()
    seen.current = decisions
  }, [decisions])
  const addressed = useAddressed(value !== undefined)
  if (value === undefined || value.length === 0) return null
  const open = value.filter(({ state }) => state === 'open')
  const decided = value.filter(({ state }) => state !== 'open')
  const onSaved = async () => {
    await onDecided()
    setSaved(true)
    reload()
  }
  return (
    <section aria-labelledby="permintaan">
      <h2 id="permintaan">
        {say(words.requests)} ({open.length})
      </h2>
      {saved && (
        <p class="panel good" role="status">
          {say(words.saved)}
        </p>
      )}
      {open.length === 0 && <p>{say(words.noneOpen)}</p>}
      {[...open].reverse().map((request) => (
        <article key={request.number} class="card" id={anchorOf(request)} tabIndex={-1}>
          <Asked request={request} view={view} />
          {me.value?.role === 'coordinator' && <DecideExtension request={request} view={view} onSaved={onSaved} />}
        </article>
      ))}
      {decided.length > 0 && (
        <details class="decided-requests" open={decided.some((request) => anchorOf(request) === addressed)}>
          <summary>
            {say(words.decided)} ({decided.length})
          </summary>
          <ul>
            {decided.map((request) => (
              <li key={request.number} id={anchorOf(request)} tabIndex={-1}>
                <Asked request={request} view={view} />
                <Decided request={request} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function anchorOf({ number }: ExtensionView): string {
  return `permintaan-${number}`
}

/** The mail about a request leads to it, which is there only after it was loaded; decided meanwhile, it says by whom. */
function useAddressed(loaded: boolean): string {
  const [place] = useState(() => location.hash.slice(1))
  useEffect(() => {
    if (!loaded || !place.startsWith('permintaan-')) return
    const request = document.getElementById(place)
    request?.scrollIntoView()
    request?.focus({ preventScroll: true })
  }, [loaded])
  return place
}

function until(date: string): string {
  return say(endOfDayWords(longLocalDate(date), zone.value.zoneName))
}

function Asked({ request, view }: { request: ExtensionView; view: RoundView }) {
  const { agencyId, days, closesOn, reason, byName, at } = request
  const agency = view.agencies.find(({ id }) => id === agencyId)
  return (
    <>
      <h3>{agency === undefined ? agencyId : say(agency.name)}</h3>
      <p>
        <strong>{say(daysUntil(days, until(closesOn)))}</strong>
        <br />
        {say(words.reason)}: {reason}
        <br />
        <small class="hint">{say(askedBy(byName, fullMoment(at, zone.value)))}</small>
      </p>
    </>
  )
}

function Decided({ request }: { request: ExtensionView }) {
  const { state, grantedUntil, closesOn, refusal, decidedAt, decidedByName } = request
  return (
    <p>
      {say(state === 'granted' ? grantedWords(until(grantedUntil ?? closesOn)) : refusedWords(refusal ?? ''))}
      {decidedAt !== null && (
        <small class="hint"> {say(decidedBy(decidedByName ?? '', fullMoment(decidedAt, zone.value)))}</small>
      )}
    </p>
  )
}
