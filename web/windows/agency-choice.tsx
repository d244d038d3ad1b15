/** For whom a decision is: all, or those ticked, each with the date it has now. */
import type { AgencyDates, AgencyView, RoundView } from '../api/rounds.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { dateWording } from '../wording/dates.ts'
import { say } from '../wording/language.ts'
import { deadline } from '../wording/moments.ts'
import { windowWording as words } from '../wording/windows.ts'
import type { WindowDraft } from './window-model.ts'

export type AgencyChoiceProps = {
  readonly draft: Pick<WindowDraft, 'scope' | 'agencyIds'>
  readonly view: RoundView
  readonly error: string | undefined
  readonly onChange: (change: Partial<Pick<WindowDraft, 'scope' | 'agencyIds'>>) => void
}

export function AgencyChoice({ draft, view, error, onChange }: AgencyChoiceProps) {
  const { scope, agencyIds } = draft
  return (
    <fieldset class={error ? 'field wrong' : 'field'}>
      <legend class="label">{say(words.scope)}</legend>
      {error && <p class="error-text">{error}</p>}
      {(['all', 'some'] as const).map((each) => (
        <label key={each} class="check">
          <input
            type="radio"
            name="cakupan"
            id={`jendela-${each}`}
            checked={scope === each}
            onChange={() => onChange({ scope: each })}
          />
          <span>
            {say(words[each])} {each === 'all' && `(${view.dates.length})`}
          </span>
        </label>
      ))}
      {scope === 'some' && (
        <div class="agency-choice">
          {view.dates.map((dates) => (
            <AgencyCheck
              key={dates.agencyId}
              dates={dates}
              agency={view.agencies.find(({ id }) => id === dates.agencyId)}
              checked={agencyIds.includes(dates.agencyId)}
              onChange={(checked) => {
                const others = agencyIds.filter((id) => id !== dates.agencyId)
                onChange({ agencyIds: checked ? [...others, dates.agencyId] : others })
              }}
            />
          ))}
        </div>
      )}
    </fieldset>
  )
}

type AgencyCheckProps = {
  readonly dates: AgencyDates
  readonly agency: AgencyView | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function AgencyCheck({ dates, agency, checked, onChange }: AgencyCheckProps) {
  const closed = presentMinute.value >= new Date(dates.closesAt)
  return (
    <CheckBox checked={checked} onChange={onChange}>
      {agency === undefined ? dates.agencyId : say(agency.name)}
      <small class="hint">
        {' '}
        {say(dateWording.final)}: {deadline(dates.closesAt, zone.value)}
        {closed && ` (${say(words.closed)})`}
      </small>
    </CheckBox>
  )
}
