/** The inputs of a change of the entry window. */

import { localTimeOf } from '../../functions/rules/wall-clock.ts'
import type { RoundView } from '../api/rounds.ts'
import { DateField } from '../controls/date-field.tsx'
import { EmptyYears, ShortWindow } from '../controls/date-questions.tsx'
import { FieldFrame } from '../controls/field-frame.tsx'
import { TextAreaField } from '../controls/text-area-field.tsx'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { say } from '../wording/language.ts'
import { kindChoices, windowWording as words } from '../wording/windows.ts'
import { AgencyChoice } from './agency-choice.tsx'
import { LeftOut } from './left-out.tsx'
import { closedAlone, type WindowDraft, type WindowFlaws } from './window-model.ts'

const kinds = ['extend', 'reopen', 'correct', 'close'] as const

export type WindowFieldsProps = {
  readonly draft: WindowDraft
  readonly flaws: WindowFlaws
  readonly view: RoundView
  readonly today: string
  readonly onChange: (change: Partial<WindowDraft>) => void
}

export function WindowFields({ draft, flaws, view, today, onChange }: WindowFieldsProps) {
  const time = localTimeOf(presentMinute.value, zone.value.zone)
  const dates = { min: today, holidays: view.holidays }
  return (
    <>
      <fieldset class={flaws.kind ? 'field wrong' : 'field'}>
        <legend class="label">{say(words.kind)}</legend>
        {flaws.kind && <p class="error-text">{say(flaws.kind)}</p>}
        {kinds.map((kind) => (
          <label key={kind} class="check">
            <input
              type="radio"
              name="jenis"
              id={`jendela-${kind}`}
              checked={draft.kind === kind}
              onChange={() => onChange({ kind })}
            />
            <span>
              <strong>{say(kindChoices[kind].label)}</strong> <small class="hint">{say(kindChoices[kind].hint)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <AgencyChoice draft={draft} view={view} error={flaws.agencyIds && say(flaws.agencyIds)} onChange={onChange} />
      {draft.kind !== 'close' && (
        <div class="date-pair">
          <DateField
            {...dates}
            id="jendela-batas"
            label={say(words.closesOn)}
            error={flaws.closesOn && say(flaws.closesOn)}
            value={draft.closesOn}
            onInput={(closesOn) => onChange({ closesOn })}
          />
          <DateField
            {...dates}
            id="jendela-target"
            label={say(words.targetOn)}
            optional
            hint={say(words.targetHint)}
            error={flaws.targetOn && say(flaws.targetOn)}
            value={draft.targetOn}
            onInput={(targetOn) => onChange({ targetOn })}
          />
        </div>
      )}
      {draft.kind !== 'close' && (
        <>
          <ShortWindow from={draft.closesOn === today ? time : undefined} />
          <EmptyYears dates={[draft.closesOn, draft.targetOn]} holidays={view.holidays} />
        </>
      )}
      <LeftOut draft={draft} view={view} onLeaveOut={onChange} />
      <ClosedAlone draft={draft} flaws={flaws} view={view} onChange={onChange} />
      <TextAreaField
        id="jendela-alasan"
        label={say(words.reason)}
        hint={say(words.reasonHint)}
        error={flaws.reason && say(flaws.reason)}
        rows={2}
        maxLength={1_000}
        value={draft.reason}
        onInput={(text) => onChange({ reason: text })}
      />
      <FieldFrame id="jendela-dasar" label={say(words.basis)} optional>
        {(ties) => (
          <input
            {...ties}
            class="text-input"
            maxLength={500}
            value={draft.basis}
            onInput={(event) => onChange({ basis: event.currentTarget.value })}
          />
        )}
      </FieldFrame>
    </>
  )
}

/** Agencies that the coordinator closed alone are not opened by an extension for all before one has said so. */
function ClosedAlone({ draft, flaws, view, onChange }: Omit<WindowFieldsProps, 'today'>) {
  const alone = closedAlone(draft, view.dates)
  if (alone.length === 0) return null
  const names = alone.map(({ agencyId }) => view.agencies.find(({ id }) => id === agencyId)?.shortName ?? agencyId)
  return (
    <fieldset class={flaws.closedAlone ? 'field wrong' : 'field'}>
      <legend class="label">
        {say(words.closedAlone)}: {names.join(', ')}
      </legend>
      {flaws.closedAlone && <p class="error-text">{say(flaws.closedAlone)}</p>}
      {(['leave', 'reopen'] as const).map((choice) => (
        <label key={choice} class="check">
          <input
            type="radio"
            name="tutup-sendiri"
            id={`jendela-${choice}-sendiri`}
            checked={draft.closedAlone === choice}
            onChange={() => onChange({ closedAlone: choice })}
          />
          <span>{say(choice === 'leave' ? words.leaveClosed : words.reopenToo)}</span>
        </label>
      ))}
    </fieldset>
  )
}
