/** What waits for the coordinator's decision, oldest first; clean submissions are accepted together after one look and one word. */
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import type { InternalNoteSummary } from '../../functions/schema/internal-note.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import { type Board, fetchBoard } from '../api/board.ts'
import { fetchNoteSummaries } from '../api/internal-notes.ts'
import { useResource } from '../api/resource.ts'
import { fetchRound, fetchRounds } from '../api/rounds.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { NoRound } from '../controls/no-round.tsx'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { shownRound } from '../shell/shown-round.ts'
import { say } from '../wording/language.ts'
import { reviewWording } from '../wording/review.ts'
import { acceptChosen, acceptChosenAsk, acceptedCount, queueWording as words } from '../wording/review-queue.ts'
import { NoteMark, QueueItem } from './queue-item.tsx'
import { acceptAll, type BulkResult, isClean, keyOf, queueOf } from './queue-model.ts'
import './review.css'

async function loadQueue(asked: string | undefined) {
  // A rehearsal is in no list of rounds: it is asked for by its name.
  const round = asked === undefined ? (await fetchRounds())[0] : (await fetchRound(asked)).round
  if (round === undefined) return undefined
  shownRound.value = round
  const [board, notes] = await Promise.all([fetchBoard(round.id), fetchNoteSummaries(round.id)])
  return { round: round.id, board, notes }
}

export function QueuePage() {
  const asked = useLocation().query.putaran
  usePageTitle(say(words.title))
  const { value, error, loading, reload } = useResource(`queue|${asked ?? ''}`, () => loadQueue(asked))
  if (value === undefined && loading) return <Loading />
  if (value === undefined && error !== undefined) return <ErrorPage error={error} retry={reload} />
  if (value === undefined) return <NoRound title={words.title} />
  return (
    <section>
      <h1>{say(words.title)}</h1>
      <p>{say(words.intro)}</p>
      <Queue {...value} reload={reload} />
    </section>
  )
}

type QueueProps = {
  readonly round: string
  readonly board: Board
  readonly notes: readonly InternalNoteSummary[]
  readonly reload: () => void
}

function Queue({ round, board, notes, reload }: QueueProps) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [asking, setAsking] = useState(false)
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<BulkResult>()
  // Two clicks may come before the first one's render.
  const sending = useRef(false)
  const queue = queueOf(board)
  const clean = queue.filter((cell) => isClean(cell, board))
  const picked = clean.filter((cell) => chosen.includes(keyOf(cell)))
  const accept = async () => {
    if (sending.current) return
    sending.current = true
    setBusy(true)
    setResult(await acceptAll(round, picked))
    setChosen([])
    sending.current = false
    setBusy(false)
    setAsking(false)
    reload()
  }
  return (
    <>
      {result !== undefined && <Result result={result} board={board} />}
      {queue.length === 0 && <p>{say(words.none)}</p>}
      {clean.length > 0 && (
        <div class="cluster">
          <button type="button" class="button" onClick={() => setChosen(picked.length > 0 ? [] : clean.map(keyOf))}>
            {say(picked.length > 0 ? words.pickNone : words.pickAll)} ({clean.length})
          </button>
          <button type="button" class="button main" disabled={picked.length === 0} onClick={() => setAsking(true)}>
            {say(acceptChosen(picked.length))}
          </button>
        </div>
      )}
      {clean.length > 0 && <p class="hint">{say(words.cleanHint)}</p>}
      <ol class="queue">
        {queue.map((cell) => (
          <QueueItem
            key={keyOf(cell)}
            cell={cell}
            round={round}
            name={nameOf(cell, board)}
            notes={notesOf(cell, notes)}
            clean={clean.includes(cell)}
            chosen={chosen.includes(keyOf(cell))}
            onChoose={(on) =>
              setChosen([...chosen.filter((each) => each !== keyOf(cell)), ...(on ? [keyOf(cell)] : [])])
            }
          />
        ))}
      </ol>
      {asking && (
        <ConfirmDialog
          title={say(acceptChosenAsk(picked.length))}
          confirm={say(acceptChosen(picked.length))}
          busy={busy}
          onConfirm={() => void accept()}
          onClose={() => setAsking(false)}
        >
          <ul>
            {picked.map((cell) => (
              <li key={keyOf(cell)}>
                {nameOf(cell, board)}
                <NoteMark notes={notesOf(cell, notes)} />
              </li>
            ))}
          </ul>
          <p>{say(reviewWording.acceptAsk)}</p>
        </ConfirmDialog>
      )}
    </>
  )
}

function Result({ result, board }: { result: BulkResult; board: Board }) {
  return (
    <div class={result.failed.length === 0 ? 'panel good' : 'panel warning'} role="status">
      <p>{say(acceptedCount(result.accepted))}</p>
      {result.failed.length > 0 && (
        <ul>
          {result.failed.map(({ cell, reason }) => (
            <li key={keyOf(cell)}>
              <strong>
                {say(words.failed)}: {nameOf(cell, board)}
              </strong>{' '}
              {reason}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function notesOf({ agencyId, formId }: Assignment, notes: readonly InternalNoteSummary[]) {
  return notes.find((each) => each.agencyId === agencyId && each.formId === formId)
}

function nameOf({ agencyId, formId }: Assignment, { agencies, forms }: Board): string {
  const agency = agencies.find((row) => row.agency.id === agencyId)?.agency.name
  const form = forms.find((each) => each.form.id === formId)?.form.shortTitle
  return `${agency === undefined ? agencyId : say(agency)}, ${form === undefined ? formId : say(form)}`
}
