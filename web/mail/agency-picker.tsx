/** Some of the round's agencies, ticked; `extra` says beside each what helps to choose. */
import type { ComponentChildren } from 'preact'
import type { AgencyView, RoundView } from '../api/rounds.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { say } from '../wording/language.ts'

export type AgencyPickerProps = {
  readonly legend: string
  /** What it means when nothing is ticked. */
  readonly none?: string
  readonly error?: string | undefined
  readonly view: RoundView
  readonly chosen: readonly string[]
  readonly extra?: (agency: AgencyView) => ComponentChildren
  readonly onChange: (ids: readonly string[]) => void
}

export function AgencyPicker({ legend, none, error, view, chosen, extra, onChange }: AgencyPickerProps) {
  const agencies = view.dates.flatMap(({ agencyId }) => view.agencies.find(({ id }) => id === agencyId) ?? [])
  return (
    <fieldset class={error === undefined ? 'field' : 'field wrong'}>
      <legend class="label">
        {legend} {none !== undefined && chosen.length === 0 && <span class="optional">({none})</span>}
      </legend>
      {error !== undefined && <p class="error-text">{error}</p>}
      <div class="agency-picker">
        {agencies.map((agency, index) => (
          <CheckBox
            key={agency.id}
            id={index === 0 ? 'perangkat' : undefined}
            checked={chosen.includes(agency.id)}
            onChange={(checked) => {
              const others = chosen.filter((id) => id !== agency.id)
              onChange(checked ? [...others, agency.id] : others)
            }}
          >
            {say(agency.name)}
            {extra !== undefined && <small>{extra(agency)}</small>}
          </CheckBox>
        ))}
      </div>
    </fieldset>
  )
}
