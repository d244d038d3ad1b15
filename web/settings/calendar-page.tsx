/** Holidays, joint leave and own days, a year at a time: what is not a working day for anybody. */
import { useEffect, useState } from 'preact/hooks'
import { hasYear, missingCertain } from '../../functions/rules/holidays.ts'
import type { CalendarRequest, CalendarRevision } from '../../functions/schema/region-requests.ts'
import { revise } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { calendarWording as words } from '../wording/settings.ts'
import { fieldId, SelectField } from './fields.tsx'
import { HolidayFields, HolidayLine, type Holidays, isWhole } from './holiday.tsx'
import { useMailEffect } from './mail-effect.tsx'
import { RevisionHistory, SaveProblems, SettingsForm } from './save-parts.tsx'
import { type Edited, useEdited } from './saving.ts'
import { BackToSettings } from './settings-page.tsx'
import './settings.css'

const path = 'directory/calendar'
type EditedCalendar = Edited<CalendarRevision, CalendarRequest>

export function CalendarPage() {
  usePageTitle(say(words.title))
  const edited = useEdited<CalendarRevision, CalendarRequest>(path, (newest) => ({ holidays: newest?.holidays ?? [] }))
  const { saving, history } = edited
  const effect = useMailEffect()
  const save = async (typed: CalendarRequest, etag: string) => {
    await effect.look({ calendar: typed })
    await revise(path, typed, etag)
  }
  if (edited.typed === undefined) {
    return edited.error === undefined ? <Loading /> : <ErrorPage error={edited.error} retry={edited.reload} />
  }
  return (
    <section>
      <BackToSettings />
      <h1>{say(words.title)}</h1>
      <p>{say(words.lead)}</p>
      <SaveProblems saving={saving} edited={edited} />
      <SettingsForm saving={saving} send={() => edited.save(save)}>
        <HolidayList edited={edited} holidays={edited.typed.holidays} />
      </SettingsForm>
      {effect.dialog}
      <RevisionHistory revisions={history?.revisions ?? []} />
    </section>
  )
}

type ListProps = { readonly edited: EditedCalendar; readonly holidays: Holidays }

/** Lines to be read; only what is being changed is a form. */
function HolidayList({ edited, holidays }: ListProps) {
  const { saving, history } = edited
  const [year, setYear] = useState(localDateAt(presentMinute.value, zone.value).slice(0, 4))
  const [open, setOpen] = useState<readonly number[]>([])
  const [fresh, setFresh] = useState<number>()
  // What was saved comes back in the order of its dates.
  useEffect(() => setOpen([]), [history?.etag])
  useEffect(() => {
    if (fresh !== undefined) document.getElementById(fieldId(`/holidays/${fresh}/date`))?.focus()
  }, [fresh])
  const change = (next: Holidays) => edited.change({ holidays: next })
  const unlock = (index: number) => {
    setOpen([...open, index])
    setFresh(index)
  }
  const remove = (index: number) => {
    setOpen(open.filter((each) => each !== index).map((each) => (each > index ? each - 1 : each)))
    change(holidays.filter((_, at) => at !== index))
  }
  const isOpen = (index: number) =>
    open.includes(index) || ['date', 'name/id', 'name/en'].some((part) => saving.error(`/holidays/${index}/${part}`))
  const listed = holidays.map((holiday, index) => ({ holiday, index }))
  return (
    <>
      <SelectField
        pointer="/year"
        label={words.year}
        saving={saving}
        value={year}
        options={yearsOf(holidays).map((each) => ({ value: each, label: each }))}
        onChange={setYear}
      />
      <p>
        <button
          type="button"
          class="button"
          onClick={() => {
            change([...holidays, { date: '', name: { id: '', en: '' }, kind: 'own' }])
            unlock(holidays.length)
          }}
        >
          {say(words.add)}
        </button>
      </p>
      {listed
        .filter(({ index }) => isOpen(index))
        .map(({ index }) => (
          <HolidayFields key={index} {...{ holidays, index, saving, change }} remove={() => remove(index)} />
        ))}
      {!hasYear(holidays, year) && (
        <Incomplete year={year} holidays={holidays} add={(certain) => change([...holidays, ...certain])} />
      )}
      <ul class="days">
        {listed
          .filter(({ holiday, index }) => !isOpen(index) && holiday.date.startsWith(year))
          .toSorted((a, b) => a.holiday.date.localeCompare(b.holiday.date))
          .map(({ holiday, index }) => (
            <HolidayLine key={holiday.date} holiday={holiday} edit={() => unlock(index)} remove={() => remove(index)} />
          ))}
      </ul>
    </>
  )
}

type IncompleteProps = {
  readonly year: string
  readonly holidays: Holidays
  readonly add: (certain: Holidays) => void
}

/** What the decree of a year says is not entered; what is certain without it is added by one press. */
function Incomplete({ year, holidays, add }: IncompleteProps) {
  const certain = missingCertain(holidays, Number(year))
  return (
    <div class="panel warning">
      <p role="status">{say(words.emptyYear(year))}</p>
      {certain.length > 0 && (
        <>
          <button type="button" class="button" onClick={() => add(certain)}>
            {say(words.addCertain(certain.length))}
          </button>
          <p class="hint">{say(words.certainHint)}</p>
        </>
      )}
    </div>
  )
}

/** This year, the next one, and all that have a holiday. */
function yearsOf(holidays: Holidays): string[] {
  const thisYear = localDateAt(presentMinute.value, zone.value).slice(0, 4)
  const known = holidays.filter(({ date }) => isWhole(date)).map(({ date }) => date.slice(0, 4))
  return [...new Set([...known, thisYear, String(Number(thisYear) + 1)])].sort()
}
