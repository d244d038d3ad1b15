/** The decision on one request: a date that may be another than the one asked for, or a reason for the no; asked once more. */
import { useRef, useState } from 'preact/hooks'
import type { ExtensionDecision, ExtensionView } from '../../functions/schema/extension.ts'
import { decideExtension } from '../api/extensions.ts'
import { sayFailure } from '../api/problem.ts'
import type { RoundView } from '../api/rounds.ts'
import { ConfirmDialog } from '../controls/confirm-dialog.tsx'
import { DateField } from '../controls/date-field.tsx'
import { FieldFrame, type InputTies } from '../controls/field-frame.tsx'
import { zone } from '../session/session.ts'
import { presentInstant } from '../shell/clock.ts'
import { MailDifference } from '../windows/mail-difference.tsx'
import { Moves } from '../windows/moves.tsx'
import { blankDraft, expectedMoves } from '../windows/window-model.ts'
import { say } from '../wording/language.ts'
import { deadline, localDateAt } from '../wording/moments.ts'
import { extensionWording as words } from '../wording/window-extension.ts'
import { windowWording } from '../wording/windows.ts'

export type DecideExtensionProps = {
  readonly request: ExtensionView
  readonly view: RoundView
  readonly onSaved: () => Promise<void>
}

export function DecideExtension({ request, view, onSaved }: DecideExtensionProps) {
  const { number, agencyId } = request
  const [closesOn, setClosesOn] = useState(request.closesOn)
  const [basis, setBasis] = useState('')
  const [note, setNote] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<ExtensionDecision['decision']>()
  const [asking, setAsking] = useState<ExtensionDecision>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const sending = useRef(false)
  const now = presentInstant()
  const current = view.dates.find((each) => each.agencyId === agencyId)
  const dateWrong = closesOn === '' || (current !== undefined && closesOn < current.closesOn)
  const ask = (decision: ExtensionDecision['decision']) => {
    setTried(decision)
    setFailure(undefined)
    if (decision === 'grant' && !dateWrong) setAsking(grantOf(closesOn, basis.trim(), note.trim()))
    else if (decision === 'refuse' && reason.trim() !== '') setAsking({ decision, reason: reason.trim() })
    else document.getElementById(`${decision === 'grant' ? 'beri' : 'tolak'}-${number}`)?.focus()
  }
  const save = async () => {
    // Two clicks may come before the first one's render.
    if (asking === undefined || sending.current) return
    sending.current = true
    setBusy(true)
    try {
      await decideExtension(view.round.id, number, asking)
      await onSaved()
    } catch (error) {
      setFailure(error)
    }
    sending.current = false
    setBusy(false)
    setAsking(undefined)
  }
  return (
    <>
      {failure !== undefined && (
        <p class="panel bad" role="alert">
          <strong>{say(words.failed)}.</strong> {sayFailure(failure)}
        </p>
      )}
      {current !== undefined && (
        <p>
          {say(words.closesNow)}: {deadline(current.closesAt, zone.value)}
        </p>
      )}
      <div class="date-pair">
        <DateField
          id={`beri-${number}`}
          label={say(words.grantUntil)}
          error={tried === 'grant' && dateWrong ? say(words.needDate) : undefined}
          value={closesOn}
          min={localDateAt(now, zone.value)}
          holidays={view.holidays}
          onInput={setClosesOn}
        />
        <FieldFrame id={`dasar-${number}`} label={say(windowWording.basis)} optional>
          {(ties) => <Line {...ties} maxLength={500} value={basis} onLine={setBasis} />}
        </FieldFrame>
      </div>
      <FieldFrame id={`catatan-${number}`} label={say(words.note)} hint={say(words.noteHint)} optional>
        {(ties) => <Line {...ties} maxLength={1_000} value={note} onLine={setNote} />}
      </FieldFrame>
      <FieldFrame
        id={`tolak-${number}`}
        label={say(words.refusal)}
        hint={say(words.refusalHint)}
        error={tried === 'refuse' && reason.trim() === '' ? say(words.needRefusal) : undefined}
      >
        {(ties) => <Line {...ties} maxLength={1_000} value={reason} onLine={setReason} />}
      </FieldFrame>
      <div class="cluster">
        <button type="button" class="button main" onClick={() => ask('grant')}>
          {say(words.grant)}
        </button>
        <button type="button" class="button" onClick={() => ask('refuse')}>
          {say(words.refuse)}
        </button>
      </div>
      {asking !== undefined && (
        <ConfirmDialog
          title={say(asking.decision === 'grant' ? words.grantAsk : words.refuseAsk)}
          confirm={say(words[asking.decision])}
          busy={busy}
          onConfirm={() => void save()}
          onClose={() => setAsking(undefined)}
        >
          <Effect decision={asking} request={request} view={view} />
        </ConfirmDialog>
      )}
    </>
  )
}

type LineProps = InputTies & {
  readonly value: string
  readonly maxLength: number
  readonly onLine: (text: string) => void
}

function Line({ onLine, ...attributes }: LineProps) {
  return <input {...attributes} class="text-input" onInput={(event) => onLine(event.currentTarget.value)} />
}

type EffectProps = Pick<DecideExtensionProps, 'request' | 'view'> & { readonly decision: ExtensionDecision }

/** What the decision does, before it is saved. */
function Effect({ decision, request: { agencyId, closesOn: asked }, view }: EffectProps) {
  if (decision.decision === 'refuse') {
    return (
      <p>
        {say(words.refuseEffect)} {say(words.refusal)}: {decision.reason}
      </p>
    )
  }
  const now = presentInstant()
  const isOver = view.dates.some((each) => each.agencyId === agencyId && new Date(each.closesAt) <= now)
  const granted = { closesOn: decision.closesOn ?? asked, agencyIds: [agencyId] }
  const change = { ...blankDraft, scope: 'some' as const, ...granted }
  return (
    <>
      <Moves moves={expectedMoves(change, view.dates, { now, zoneId: zone.value.zone })} view={view} />
      <MailDifference round={view.round.id} change={{ kind: isOver ? 'reopen' : 'extend', ...granted }} />
    </>
  )
}

function grantOf(closesOn: string, basis: string, note: string): ExtensionDecision {
  return { decision: 'grant', closesOn, ...(basis === '' ? {} : { basis }), ...(note === '' ? {} : { note }) }
}
