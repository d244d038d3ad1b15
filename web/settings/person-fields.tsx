/** What is known of a person, as inputs. */
import type { PersonRequest } from '../../functions/schema/region-requests.ts'
import type { Directory } from '../api/settings.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { roleWords, directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { settingsWording } from '../wording/settings.ts'
import type { EntryProps } from './directory-entry.tsx'
import { CheckGroup, SelectField, TextField } from './fields.tsx'
import { LeftWithout } from './staffing.tsx'

export type PersonFieldsProps = EntryProps<PersonRequest> & { readonly directory: Directory }

export function PersonFields({ typed, saving, directory, change }: PersonFieldsProps) {
  const deputies = directory.people.filter(({ id, disabled }) => !disabled && id !== typed.id)
  return (
    <>
      <div class="pair">
        <TextField
          pointer="/name"
          label={words.personName}
          saving={saving}
          value={typed.name}
          onInput={(name) => change({ name })}
        />
        <TextField
          pointer="/title"
          label={words.office}
          saving={saving}
          value={typed.title}
          onInput={(title) => change({ title })}
        />
      </div>
      <TextField
        pointer="/email"
        label={words.email}
        hint={words.emailHint}
        saving={saving}
        value={typed.email}
        input={{ type: 'email', class: 'text-input', autocomplete: 'off' }}
        onInput={(email) => change({ email })}
      />
      <div class="trio">
        <TextField
          pointer="/phone"
          label={settingsWording.phone}
          saving={saving}
          value={typed.phone ?? ''}
          input={{ type: 'tel', class: 'text-input' }}
          onInput={(phone) => change({ phone })}
        />
        <SelectField
          pointer="/role"
          label={words.role}
          saving={saving}
          value={typed.role}
          options={Object.entries(roleWords).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(role) => change({ role: role as PersonRequest['role'] })}
        />
        <SelectField
          pointer="/language"
          label={words.language}
          saving={saving}
          value={typed.language}
          options={[
            { value: 'id', label: 'Bahasa Indonesia' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(language) => change({ language: language === 'en' ? 'en' : 'id' })}
        />
      </div>
      <CheckGroup
        pointer="/agencyIds"
        label={words.ofAgencies}
        saving={saving}
        options={directory.agencies.map(({ id, shortName }) => ({ value: id, label: shortName }))}
        chosen={typed.agencyIds}
        onChange={(agencyIds) => change({ agencyIds })}
      />
      <SelectField
        pointer="/deputyId"
        label={words.deputy}
        saving={saving}
        value={typed.deputyId ?? ''}
        options={[
          { value: '', label: say(settingsWording.none) },
          ...deputies.map(({ id, name, title }) => ({ value: id, label: `${name} (${title})` })),
        ]}
        onChange={(deputyId) => change({ deputyId })}
      />
      <CheckBox checked={typed.disabled} onChange={(disabled) => change({ disabled })}>
        {say(words.disabled)}
      </CheckBox>
      <LeftWithout directory={directory} person={typed} saved={saving.state === 'saved'} />
    </>
  )
}
