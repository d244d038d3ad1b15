/** The two questions to the plan: as if it were when, and as if which decision about the dates had been made. */
import { useState } from 'preact/hooks'
import type { PlanQuestion } from '../api/mails.ts'
import type { RoundView } from '../api/rounds.ts'
import { DateBox } from '../controls/date-box.tsx'
import { DateField } from '../controls/date-field.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { me, zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { say } from '../wording/language.ts'
import { planWording as words } from '../wording/mail-desk.ts'
import { localDateAt } from '../wording/moments.ts'
import { AgencyPicker } from './agency-picker.tsx'

type PlanFormProps = {
  readonly question: PlanQuestion
  readonly view: RoundView
  readonly onAsk: (question: PlanQuestion) => void
}

const changes = [
  ['', words.noChange],
  ['extend', words.extend],
  ['reopen', words.reopen],
  ['correct', words.correct],
  ['close', words.closeNow],
] as const

export function PlanForm({ question, view, onAsk }: PlanFormProps) {
  const [draft, setDraft] = useState<PlanQuestion>(question)
  const change = (part: Partial<PlanQuestion>) => setDraft((old) => ({ ...old, ...part }))
  const dated = draft.change !== undefined && draft.change !== 'close'
  const simulated = question.asOf !== undefined || question.change !== undefined
  return (
    <form
      class="card plan-form no-print"
      onSubmit={(event) => {
        event.preventDefault()
        onAsk(draft.change ? draft : { asOf: draft.asOf })
      }}
    >
      <div class="plan-fields">
        <FieldFrame id="seolah" label={say(words.asOf)} hint={say(words.asOfHint)}>
          {(ties) => (
            <DateBox
              {...ties}
              label={say(words.asOf)}
              value={draft.asOf ?? ''}
              withTime
              onInput={(asOf) => change({ asOf: asOf || undefined })}
            />
          )}
        </FieldFrame>
        <FieldFrame id="ubah" label={say(words.suppose)} hint={say(words.supposeHint)}>
          {(ties) => (
            <select
              {...ties}
              value={draft.change ?? ''}
              onChange={(event) => change({ change: event.currentTarget.value || undefined })}
            >
              {changes.map(([value, label]) => (
                <option key={value} value={value}>
                  {say(label)}
                </option>
              ))}
            </select>
          )}
        </FieldFrame>
      </div>
      {dated && <Dates draft={draft} view={view} onChange={change} />}
      {draft.change !== undefined && (
        <AgencyPicker
          legend={say(words.whom)}
          none={say(words.everybody)}
          view={view}
          chosen={(draft.agencies ?? '').split(',').filter((id) => id !== '')}
          onChange={(ids) => change({ agencies: ids.join(',') })}
        />
      )}
      <p class="cluster">
        <button type="submit" class="button main">
          {say(words.compute)}
        </button>
        {simulated && (
          <button type="button" class="button" onClick={() => onAsk({})}>
            {say(words.reset)}
          </button>
        )}
        {question.change !== undefined && me.value?.role === 'coordinator' && (
          <a class="button quiet" href={`/rekap/jendela?putaran=${view.round.id}`}>
            {say(words.toWindows)}
          </a>
        )}
      </p>
    </form>
  )
}

type DatesProps = {
  readonly draft: PlanQuestion
  readonly view: RoundView
  readonly onChange: (part: Partial<PlanQuestion>) => void
}

function Dates({ draft, view, onChange }: DatesProps) {
  const today = localDateAt(presentMinute.value, zone.value)
  const shared = { min: today, holidays: view.holidays }
  return (
    <div class="plan-fields">
      <DateField
        id="akhir"
        label={say(words.closesOn)}
        value={draft.closesOn ?? ''}
        onInput={(closesOn) => onChange({ closesOn })}
        {...shared}
      />
      <DateField
        id="target"
        label={say(words.targetOn)}
        hint={say(words.targetHint)}
        optional
        value={draft.targetOn ?? ''}
        onInput={(targetOn) => onChange({ targetOn })}
        {...shared}
      />
    </div>
  )
}
