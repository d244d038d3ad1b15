/** A new round in one screen: which one to copy, what it is called, and its dates. All else is set up afterwards. */
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { firstAlertPlan } from '../../functions/schema/first-alert-plan.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { useResource } from '../api/resource.ts'
import { fetchRounds, type RoundSummary } from '../api/rounds.ts'
import { createRound } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { BackToGuide } from '../set-up/back-to-guide.tsx'
import { presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { localDateAt } from '../wording/moments.ts'
import { roundsWording as words } from '../wording/round-settings.ts'
import { settingsWording } from '../wording/settings.ts'
import { SelectField, TextField } from './fields.tsx'
import { RoundDates, RoundNames } from './round-dates.tsx'
import { SaveProblems, SettingsForm } from './save-parts.tsx'
import { useSaving } from './saving.ts'
import './settings.css'

export function RoundNewPage() {
  usePageTitle(say(words.create))
  const { value, error, reload } = useResource('settings|rounds', fetchRounds)
  if (value === undefined) return error === undefined ? <Loading /> : <ErrorPage error={error} retry={reload} />
  return <NewRound rounds={value} />
}

type NewPlan = Pick<RoundPlan, 'title' | 'fiscalYear' | 'phase' | 'opensOn' | 'opensAtTime' | 'targetOn' | 'closesOn'>

function planFrom(round: RoundSummary | undefined): NewPlan {
  return {
    title: round?.title ?? { id: '', en: '' },
    fiscalYear: round?.fiscalYear ?? Number(localDateAt(presentMinute.value, zone.value).slice(0, 4)),
    phase: round?.phase ?? '1',
    opensOn: '',
    opensAtTime: '08:00',
    targetOn: '',
    closesOn: '',
  }
}

function NewRound({ rounds }: { readonly rounds: readonly RoundSummary[] }) {
  const { route } = useLocation()
  const saving = useSaving()
  const [copyOf, setCopyOf] = useState(rounds[0]?.id ?? '')
  const [id, setId] = useState(nextId(rounds.map((round) => round.id)))
  const [plan, setPlan] = useState<NewPlan>(planFrom(rounds[0]))
  const change = (part: Partial<RoundPlan>) => setPlan((old) => ({ ...old, ...part }))
  const send = async () => {
    const whole = copyOf === '' ? { alertPlan: firstAlertPlan, assignments: [] } : { copyOf }
    const round = await createRound({ id, ...whole, ...plan })
    route(`/pengaturan/putaran/${round.id}`)
  }
  return (
    <section>
      <BackToGuide />
      <p>
        <a href="/pengaturan/putaran">‹ {say(words.title)}</a>
      </p>
      <h1>{say(words.create)}</h1>
      <p>{say(copyOf === '' ? words.createFirstLead : words.createLead)}</p>
      <SaveProblems saving={saving} />
      <SettingsForm saving={saving} send={() => saving.run(send)} label={words.create}>
        <div class="pair">
          {rounds.length > 0 && (
            <SelectField
              pointer="/copyOf"
              label={words.copyOf}
              saving={saving}
              value={copyOf}
              options={[
                ...rounds.map((round) => ({ value: round.id, label: say(round.title) })),
                { value: '', label: say(words.copyOfNone) },
              ]}
              onChange={(chosen) => {
                setCopyOf(chosen)
                const { title, fiscalYear, phase } = planFrom(rounds.find((round) => round.id === chosen))
                change({ title, fiscalYear, phase })
              }}
            />
          )}
          <TextField
            pointer="/id"
            label={settingsWording.code}
            hint={settingsWording.codeHint}
            saving={saving}
            value={id}
            onInput={setId}
          />
        </div>
        <RoundNames plan={plan} saving={saving} change={change} />
        <h2>{say(words.dates)}</h2>
        <RoundDates plan={plan} saving={saving} change={change} />
      </SettingsForm>
    </section>
  )
}

/** `3a-2026-2` is followed by `3a-2026-3`; a code without a number gets one. */
function nextId(known: readonly string[]): string {
  const last = known[0] ?? 'putaran-0'
  const [, stem = `${last}-`, number = '1'] = /^(.*?)(\d+)$/.exec(last) ?? []
  let next = Number(number) + 1
  while (known.includes(`${stem}${next}`)) next += 1
  return `${stem}${next}`
}
