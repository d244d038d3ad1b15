/** What can be done with all findings of a group at once: the agency explains, the coordinator puts aside or returns. Asked once more. */
import { useState } from 'preact/hooks'
import { addWorkingDays } from '../../functions/rules/working-days.ts'
import type { Finding } from '../../functions/schema/round.ts'
import { sayFailure } from '../api/problem.ts'
import type { RoundView } from '../api/rounds.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { DateField } from '../controls/date-field.tsx'
import { TextAreaField } from '../controls/text-area-field.tsx'
import { me, zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { findingsWording } from '../wording/findings.ts'
import { askTitle, decideWording, groupDone, groupWording as words } from '../wording/findings-page.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { reviewWording } from '../wording/review.ts'
import { decideAll, explainAll, returnAll, returnable } from './act-on-group.ts'

type Act = 'explain' | 'aside' | 'return'
export type GroupActsProps = {
  readonly findings: readonly Finding[]
  readonly view: RoundView
  readonly onChanged: () => void
}

/** Errors can be neither explained nor put aside. */
export function GroupActs({ findings, view, onChanged }: GroupActsProps) {
  const [act, setAct] = useState<Act>()
  const [result, setResult] = useState<string>()
  const role = me.value?.role
  const soft = findings.filter(({ severity }) => severity !== 'blocking')
  const acts: readonly (readonly [Act, string])[] =
    role === 'coordinator'
      ? [
          ...(soft.length > 0
            ? ([
                ['explain', say(words.explainAll)],
                ['aside', say(decideWording.setAside)],
              ] as const)
            : []),
          ['return', say(words.returnAll)],
        ]
      : role === 'viewer' || soft.length < 2
        ? []
        : [['explain', say(words.explainAll)]]
  return (
    <>
      <p class="cluster no-print">
        {acts.map(([each, label]) => (
          <button key={each} type="button" class="button small" onClick={() => setAct(each)}>
            {label}
          </button>
        ))}
        <span role="status">{result}</span>
      </p>
      {act !== undefined && (
        <AskAct
          act={act}
          findings={act === 'return' ? findings : soft}
          view={view}
          onClose={() => setAct(undefined)}
          onDone={(said) => {
            setAct(undefined)
            setResult(said)
            onChanged()
          }}
        />
      )}
    </>
  )
}

type AskProps = Omit<GroupActsProps, 'onChanged'> & {
  readonly act: Act
  readonly onClose: () => void
  readonly onDone: (said: string) => void
}
const shortest = 10
/** Working days for corrections that are suggested. */
const suggestedDays = 2

function AskAct({ act, findings, view, onClose, onDone }: AskProps) {
  const today = localDateAt(presentInstant(), zone.value)
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState(() => addWorkingDays(today, suggestedDays, view, 5))
  const [busy, setBusy] = useState(false)
  const [flaw, setFlaw] = useState<string>()
  const work = returnable(findings)
  const confirm = async () => {
    if (busy) return
    const short = act !== 'return' && text.trim().length < shortest
    const past = act === 'return' && (dueOn === '' || dueOn < today)
    setFlaw(short ? say(findingsWording.short) : past ? say(reviewWording.pastDate) : undefined)
    if (short) document.getElementById('kelompok-alasan')?.focus()
    if (short || past) return
    setBusy(true)
    try {
      const round = view.round.id
      const { done, left } =
        act === 'return'
          ? await returnAll(round, findings, { dueOn, text: text.trim() })
          : me.peek()?.role === 'coordinator'
            ? await decideAll(round, findings, { text: text.trim(), setAside: act === 'aside' })
            : await explainAll(round, findings, text.trim())
      onDone(say(groupDone(done, left)))
    } catch (error) {
      setFlaw(sayFailure(error))
      setBusy(false)
    }
  }
  const label = { return: reviewWording.general, explain: findingsWording.why, aside: decideWording.whyAside }[act]
  return (
    <ConfirmDialog
      title={say(askTitle(act, act === 'return' ? work.length : findings.length))}
      confirm={say(act === 'return' ? words.returnAll : act === 'aside' ? decideWording.setAside : words.explainAll)}
      busy={busy}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {act !== 'explain' && <p>{say(act === 'return' ? words.returnAsk : decideWording.asideMeans)}</p>}
      <TextAreaField
        id="kelompok-alasan"
        label={say(label)}
        error={flaw}
        optional={act === 'return'}
        rows={3}
        maxLength={2_000}
        value={text}
        onInput={setText}
      />
      {act === 'return' && (
        <DateField
          id="kelompok-batas"
          label={say(reviewWording.dueOn)}
          value={dueOn}
          min={today}
          holidays={view.holidays}
          onInput={setDueOn}
        />
      )}
    </ConfirmDialog>
  )
}
