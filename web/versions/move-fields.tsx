/** What moves where: form, version, for whom, what becomes of sent work, and why. */
import type { VersionMoveRequest } from '../../functions/schema/version-move.ts'
import { CheckGroup, Field, fieldId, SelectField } from '../settings/fields.tsx'
import type { Saving } from '../settings/saving.ts'
import { say } from '../wording/language.ts'
import { versionsWording as words } from '../wording/versions.ts'
import { type MoveSetting, versionsOf } from './move-setting.ts'

export type MoveFieldsProps = {
  readonly setting: MoveSetting
  readonly move: VersionMoveRequest
  readonly saving: Saving
  readonly change: (part: Partial<VersionMoveRequest>) => void
}

export function MoveFields({ setting, move, saving, change }: MoveFieldsProps) {
  const { round, forms } = setting
  const ids = [...new Set(round.assignments.map(({ formId }) => formId))]
  const titleOf = (id: string) => {
    const form = forms.filter((each) => each.id === id).at(-1)
    return form === undefined ? id : say(form.title)
  }
  const versions = versionsOf(forms, move.formId)
  return (
    <>
      <SelectField
        pointer="/formId"
        label={words.form}
        saving={saving}
        value={move.formId}
        options={ids.map((id) => ({ value: id, label: titleOf(id) }))}
        onChange={(formId) => change({ formId })}
      />
      {versions.length < 2 ? (
        <p class="panel warning">
          {say(words.only)} <a href="/pengaturan/formulir">{say(words.publish)}</a>
        </p>
      ) : (
        <SelectField
          pointer="/to"
          label={words.to}
          saving={saving}
          value={String(move.to)}
          options={versions.map((version) => ({ value: String(version), label: `${say(words.version)} ${version}` }))}
          onChange={(to) => change({ to: Number(to) })}
        />
      )}
      <Scope setting={setting} move={move} saving={saving} change={change} />
      <Choice
        pointer="/sent"
        label={say(words.sent)}
        options={[
          { value: 'keep', label: say(words.keep) },
          { value: 'ask-again', label: say(words.askAgain) },
        ]}
        value={move.sent}
        onChange={(sent) => change({ sent: sent === 'keep' ? 'keep' : 'ask-again' })}
      />
      <Field pointer="/reason" label={words.reason} saving={saving}>
        {(attributes) => (
          <textarea
            {...attributes}
            class="text-input"
            rows={3}
            maxLength={1_000}
            value={move.reason}
            onInput={(event) => change({ reason: event.currentTarget.value })}
          />
        )}
      </Field>
    </>
  )
}

function Scope({ setting, move, saving, change }: MoveFieldsProps) {
  const asked = setting.round.assignments.filter(({ formId }) => formId === move.formId)
  const nameOf = (id: string) => setting.agencies.find((each) => each.id === id)?.shortName ?? id
  return (
    <>
      <Choice
        pointer="/scope"
        label={say(words.scope)}
        options={[
          { value: 'all', label: `${say(words.all)} (${asked.length})` },
          { value: 'some', label: say(words.some) },
        ]}
        value={move.agencyIds === undefined ? 'all' : 'some'}
        onChange={(scope) => change({ agencyIds: scope === 'all' ? undefined : [] })}
      />
      {move.agencyIds !== undefined && (
        <CheckGroup
          pointer="/agencyIds"
          label={words.some}
          saving={saving}
          options={asked.map(({ agencyId, formVersion }) => ({
            value: agencyId,
            label: `${nameOf(agencyId)} (${say(words.version)} ${formVersion})`,
          }))}
          chosen={move.agencyIds}
          onChange={(agencyIds) => change({ agencyIds })}
        />
      )}
    </>
  )
}

type ChoiceProps = {
  readonly pointer: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One of two, by radio buttons. */
function Choice({ pointer, label, options, value, onChange }: ChoiceProps) {
  return (
    <fieldset class="field" id={fieldId(pointer)}>
      <legend class="label">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="check">
          <input
            type="radio"
            name={fieldId(pointer)}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
