/** One agency: names, kind, telephone, working week. `baru` in the address makes a new one. */
import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { AgencyRequest, AgencyRevision } from '../../functions/schema/region-requests.ts'
import { createAgency } from '../api/settings.ts'
import { CheckBox } from '../controls/check-box.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { agencyKinds, directoryWording as words } from '../wording/directory.ts'
import { say } from '../wording/language.ts'
import { settingsWording } from '../wording/settings.ts'
import { type EntryProps, KnownEntry, NewEntry } from './directory-entry.tsx'
import { SelectField, TextField, WordingFields } from './fields.tsx'
import './settings.css'

const blank: AgencyRequest = {
  id: '',
  name: { id: '', en: '' },
  shortName: '',
  kind: 'opd',
  sectors: [],
  workingWeek: 5,
}

export function AgencyPage() {
  const { agency = '' } = useRoute().params
  usePageTitle(say(words.agencies))
  return (
    <section>
      <p>
        <a href="/pengaturan/perangkat-daerah">‹ {say(words.agencies)}</a>
      </p>
      {agency === 'baru' ? (
        <NewEntry
          title={words.addAgency}
          list="/pengaturan/perangkat-daerah"
          create={createAgency}
          blank={blank}
          fields={fields}
        />
      ) : (
        <KnownEntry<AgencyRequest, AgencyRevision>
          key={agency}
          path={`directory/agencies/${encodeURIComponent(agency)}`}
          titleOf={({ name }) => say(name)}
          movesMails={({ workingWeek }, newest) =>
            workingWeek === newest.workingWeek ? undefined : { agencyId: agency, workingWeek }
          }
          blank={blank}
          fields={fields}
        />
      )}
    </section>
  )
}

const fields = (props: EntryProps<AgencyRequest>) => <AgencyFields {...props} />

function AgencyFields({ typed, saving, change }: EntryProps<AgencyRequest>) {
  const [sectors, setSectors] = useState(typed.sectors.join(', '))
  return (
    <>
      <WordingFields
        pointer="/name"
        label={words.name}
        saving={saving}
        value={typed.name}
        onInput={(name) => change({ name })}
      />
      <div class="trio">
        <TextField
          pointer="/shortName"
          label={words.shortName}
          saving={saving}
          value={typed.shortName}
          onInput={(shortName) => change({ shortName })}
        />
        <TextField
          pointer="/phone"
          label={settingsWording.phone}
          saving={saving}
          value={typed.phone ?? ''}
          input={{ type: 'tel', class: 'text-input' }}
          onInput={(phone) => change({ phone })}
        />
      </div>
      <div class="trio">
        <SelectField
          pointer="/kind"
          label={words.kind}
          saving={saving}
          value={typed.kind}
          options={Object.entries(agencyKinds).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(kind) => change({ kind: kind as AgencyRequest['kind'] })}
        />
        <SelectField
          pointer="/workingWeek"
          label={words.week}
          saving={saving}
          value={String(typed.workingWeek)}
          options={[5, 6].map((days) => ({ value: String(days), label: say(words.weekOf(days)) }))}
          onChange={(days) => change({ workingWeek: days === '6' ? 6 : 5 })}
        />
      </div>
      <TextField
        pointer="/sectors"
        label={words.sectors}
        hint={words.sectorsHint}
        saving={saving}
        value={sectors}
        onInput={(text) => {
          setSectors(text)
          change({ sectors: text.split(/[,;\s]+/).filter((part) => part !== '') })
        }}
      />
      <CheckBox checked={typed.outOfUse === true} onChange={(outOfUse) => change({ outOfUse })}>
        {say(words.outOfUse)}
      </CheckBox>
    </>
  )
}
