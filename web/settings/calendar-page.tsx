/** Holidays, joint leave and own days, a year at a time: what is not a working day for anybody. */
import { useState } from 'preact/hooks'
import type { CalendarRequest, CalendarRevision } from '../../functions/schema/region-requests.ts'
import { revise } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { holidayKinds, settingsWording, calendarWording as words } from '../wording/settings.ts'
import { SelectField, WordingFields } from './fields.tsx'
import { DateField } from './round-dates.tsx'
import { RevisionHistory, SaveBar, SaveProblems } from './save-parts.tsx'
import { type Edited, useEdited } from './saving.ts'
import { BackToSettings } from './settings-page.tsx'
import './settings.css'

const path = 'directory/calendar'
type Holidays = CalendarRequest['holidays']

export function CalendarPage() {
  usePageTitle(say(words.title))
  const edited = useEdited<CalendarRevision, CalendarRequest>(path, (newest) => ({ holidays: newest?.holidays ?? [] }))
  if (edited.typed === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  return <Calendar edited={edited} holidays={edited.typed.holidays} />
}

type CalendarProps = { readonly edited: Edited<CalendarRevision, CalendarRequest>; readonly holidays: Holidays }

function Calendar({ edited, holidays }: CalendarProps) {
  const { saving, history } = edited
  const thisYear = localDateAt(presentMinute.value, zone.value).slice(0, 4)
  const [year, setYear] = useState(thisYear)
  const change = (next: Holidays) => edited.change({ holidays: next })
  const years = new Set([...holidays.map(({ date }) => date.slice(0, 4)), thisYear, String(Number(thisYear) + 1)])
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <SaveProblems saving={saving} reload={edited.reload} rebase={edited.rebase} />
      <form
        class="settings-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void edited.save((typed, etag) => revise(path, typed, etag))
        }}
      >
        <SelectField
          pointer="/year"
          label={words.year}
          saving={saving}
          value={year}
          options={[...years]
            .filter((each) => /^\d{4}$/.test(each))
            .sort()
            .map((each) => ({ value: each, label: each }))}
          onChange={setYear}
        />
        {holidays.map((holiday, index) =>
          // A date that is being typed belongs to no year yet and must not vanish under the hands.
          holiday.date.startsWith(year) ||
          !/^\d{4}-\d{2}-\d{2}$/.test(holiday.date) ||
          saving.error(`/holidays/${index}/date`) ? (
            <HolidayRow key={index} holidays={holidays} index={index} saving={saving} change={change} />
          ) : null,
        )}
        <p>
          <button
            type="button"
            class="button"
            onClick={() => change([...holidays, { date: '', name: { id: '', en: '' }, kind: 'own' }])}
          >
            {say(words.add)}
          </button>
        </p>
        <SaveBar saving={saving} />
      </form>
      <RevisionHistory revisions={history?.revisions ?? []} />
    </section>
  )
}

type RowProps = {
  readonly holidays: Holidays
  readonly index: number
  readonly saving: Edited<CalendarRevision, CalendarRequest>['saving']
  readonly change: (next: Holidays) => void
}

function HolidayRow({ holidays, index, saving, change }: RowProps) {
  const holiday = holidays[index]
  if (holiday === undefined) return null
  const set = (part: Partial<Holidays[number]>) =>
    change(holidays.map((each, at) => (at === index ? { ...each, ...part } : each)))
  return (
    <fieldset class="card">
      <legend class="unseen">{say(holiday.name) || say(words.add)}</legend>
      <div class="trio">
        <DateField
          pointer={`/holidays/${index}/date`}
          label={words.date}
          saving={saving}
          value={holiday.date}
          onInput={(date) => set({ date })}
        />
        <SelectField
          pointer={`/holidays/${index}/kind`}
          label={words.kind}
          saving={saving}
          value={holiday.kind}
          options={Object.entries(holidayKinds).map(([value, label]) => ({ value, label: say(label) }))}
          onChange={(kind) => set({ kind: kind as Holidays[number]['kind'] })}
        />
      </div>
      <WordingFields
        pointer={`/holidays/${index}/name`}
        label={words.name}
        saving={saving}
        value={holiday.name}
        onInput={(name) => set({ name })}
      />
      <button
        type="button"
        class="button small danger"
        onClick={() => change(holidays.filter((_, at) => at !== index))}
      >
        {say(settingsWording.remove)}
      </button>
    </fieldset>
  )
}
