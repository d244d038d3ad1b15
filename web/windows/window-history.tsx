/** Every decision about the window, newest first: what, for whom, until when, why, on what basis, by whom. */
import type { Window } from '../../functions/schema/round.ts'
import type { RoundView } from '../api/rounds.ts'
import { zone } from '../session/session.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { fullMoment, longLocalDate } from '../wording/moments.ts'
import { endOfDayWords } from '../wording/window-controls.ts'
import { decidedBy, kindDone, windowWording as words } from '../wording/windows.ts'
import { saidAgencies } from './moves.tsx'

export function WindowHistory({ view }: { view: RoundView }) {
  const { windows, round } = view
  return (
    <section aria-labelledby="jendela-riwayat">
      <h2 id="jendela-riwayat">{say(words.history)}</h2>
      {windows.length === 0 && <p>{say(words.noHistory)}</p>}
      <ol class="window-history" reversed>
        {[...windows].reverse().map((window) => (
          <li key={window.number}>
            <Decision window={window} view={view} />
          </li>
        ))}
        <li>
          <strong>{say(words.opened)}</strong>: {longLocalDate(round.opensOn)} · <Until of={round} />
        </li>
      </ol>
    </section>
  )
}

function Decision({ window, view }: { window: Window; view: RoundView }) {
  const { kind, agencyIds, reason, basis, at, by, request } = window
  const name = view.people.find(({ id }) => id === by)?.name ?? by
  return (
    <>
      <strong>{say(kindDone[kind])}</strong>
      {' · '}
      {agencyIds === undefined ? say(words.all) : saidAgencies(agencyIds, view)}
      {request !== undefined && ` · ${say(words.onRequest)}`}
      <br />
      {kind !== 'close' && (
        <>
          <Until of={window} />
          <br />
        </>
      )}
      {say(words.reason)}: {reason}
      {basis !== undefined && ` (${basis})`}
      <br />
      <small class="hint">{say(decidedBy(name, fullMoment(at, zone.value)))}</small>
    </>
  )
}

function Until({ of }: { of: { targetOn?: string | undefined; closesOn?: string | undefined } }) {
  const said = (date: string) => say(endOfDayWords(longLocalDate(date), zone.value.zoneName))
  return (
    <>
      {of.targetOn !== undefined && `${say(dateWording.target)}: ${said(of.targetOn)} · `}
      {of.closesOn !== undefined && `${say(dateWording.final)}: ${said(of.closesOn)}`}
    </>
  )
}
