/**
 * Whom to call today. The list is asked for again while it is looked at, so that two coordinators see each other's calls; a card with
 * something typed in it stays, whatever happens meanwhile.
 */
import { useEffect, useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { type CallEntry, type CallList, fetchCallList, type NoteOfCall, noteCall } from '../api/calls.ts'
import { useResource } from '../api/resource.ts'
import { FailureNote } from '../controls/failure-note.tsx'
import { NoRound } from '../controls/no-round.tsx'
import { loadShownRound } from '../mail/load-round.ts'
import { newRequestKey } from '../mail/request-key.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { calledOf, noted, undone, callWording as words } from '../wording/calls.ts'
import { language, say } from '../wording/language.ts'
import { CallCard } from './call-card.tsx'
import { CallHistory } from './call-history.tsx'
import './calls.css'

const everyMilliseconds = 30_000

type Shown = { readonly round: string; readonly title: string; readonly list: CallList }

async function load(asked: string | undefined): Promise<Shown | undefined> {
  const view = await loadShownRound(asked)
  if (view === undefined) return undefined
  return { round: view.round.id, title: say(view.round.title), list: await fetchCallList(view.round.id) }
}

export function CallsPage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`calls|${asked ?? ''}|${language.value}`, () => load(asked))
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && reload(), everyMilliseconds)
    return () => clearInterval(timer)
  }, [])
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NoRound title={words.title} />
  return <Calls {...value} reload={reload} />
}

type Typed = { readonly entry: CallEntry; readonly note: string }

function Calls({ round, title, list, reload }: Shown & { reload: () => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({})
  const [said, setSaid] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const status = useRef<HTMLParagraphElement>(null)
  const type = (entry: CallEntry, note: string) => setTyped((old) => ({ ...old, [entry.agencyId]: { entry, note } }))
  const tell = (words: string) => {
    setSaid(words)
    reload()
    status.current?.focus()
  }
  const done = async (entry: CallEntry, requestKey: string) => {
    const note = typed[entry.agencyId]?.note.trim()
    await noteCall(round, { agencyId: entry.agencyId, ...(note ? { note } : {}), requestKey })
    type(entry, '')
    tell(say(noted(entry.agency)))
  }
  const undo = async (call: NoteOfCall) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await noteCall(round, { agencyId: call.agencyId, takesBack: call.number, requestKey: newRequestKey() })
      tell(say(undone(call.agency)))
    } catch (refused) {
      setFailure(refused)
    }
    setBusy(false)
  }
  const listed = [...list.today, ...list.later]
  const kept = Object.values(typed).filter(
    ({ entry, note }) => note !== '' && !listed.some(({ agencyId }) => agencyId === entry.agencyId),
  )
  const card = (entry: CallEntry) => (
    <CallCard
      key={entry.agencyId}
      entry={entry}
      note={typed[entry.agencyId]?.note ?? ''}
      called={kept.some((each) => each.entry === entry) ? lastCall(list, entry.agencyId) : undefined}
      onNote={(note) => type(entry, note)}
      onDone={(requestKey) => done(entry, requestKey)}
    />
  )
  return (
    <section class="call-list">
      <h1>{say(words.title)}</h1>
      <p>
        {title}. {say(words.intro)}
      </p>
      <p role="status" tabIndex={-1} ref={status}>
        {said} {list.calledToday > 0 && say(calledOf(list.calledToday, list.calledToday + list.today.length))}
      </p>
      <FailureNote failure={failure} />
      {list.today.length === 0 && <p>{say(list.calledToday > 0 ? words.allDone : words.none)}</p>}
      {kept.map(({ entry }) => card(entry))}
      {list.today.map(card)}
      <Ways round={round} entries={list.today} />
      {list.later.length > 0 && (
        <details>
          <summary>
            {say(words.later)} ({list.later.length})
          </summary>
          {list.later.map(card)}
        </details>
      )}
      <CallHistory calls={list.calls} busy={busy} onUndo={(call) => void undo(call)} />
    </section>
  )
}

function Ways({ round, entries }: { round: string; entries: readonly CallEntry[] }) {
  const id = encodeURIComponent(round)
  const agencies = entries.map(({ agencyId }) => agencyId).join(',')
  return (
    <p class="cluster">
      {entries.length > 0 && (
        <a class="button" href={`/surat/ingatkan?putaran=${id}&perangkat=${encodeURIComponent(agencies)}`}>
          {say(words.remind)}
        </a>
      )}
      <a class="button quiet" href={`/rekap?putaran=${id}`}>
        {say(words.board)}
      </a>
    </p>
  )
}

function lastCall({ calls }: CallList, agencyId: string): NoteOfCall | undefined {
  return calls.find((call) => call.agencyId === agencyId && !call.takenBack)
}
