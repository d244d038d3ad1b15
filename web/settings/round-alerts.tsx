/** When agencies are mailed: days before the target, hours, what also goes to the head, and the rules of the digest. */
import { useState } from 'preact/hooks'
import { digestRulesOf } from '../../functions/schema/digest-defaults.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { say } from '../wording/language.ts'
import { stepWords, roundsWording as words } from '../wording/round-settings.ts'
import { CheckGroup, TextField } from './fields.tsx'
import type { PlanPart } from './round-dates.tsx'
import type { Saving } from './saving.ts'

type Alerts = RoundPlan['alertPlan']
const listed = (text: string) => text.split(/[,;\s]+/).filter((part) => part !== '')

export function RoundAlerts({ plan, saving, change }: PlanPart<'alertPlan'>) {
  const { alertPlan } = plan
  const set = (part: Partial<Alerts>) => change({ alertPlan: { ...alertPlan, ...part } })
  // A half-typed list is kept as typed; what can be read of it goes into the plan.
  const [days, setDays] = useState(alertPlan.workingDaysBeforeTarget.join(', '))
  const [times, setTimes] = useState(alertPlan.targetDayTimes.join(', '))
  const [every, setEvery] = useState(String(alertPlan.overdueEvery ?? 3))
  const rules = digestRulesOf(alertPlan)
  return (
    <>
      <TextField
        pointer="/alertPlan/workingDaysBeforeTarget"
        label={words.beforeTarget}
        hint={words.beforeTargetHint}
        saving={saving}
        value={days}
        onInput={(typed) => {
          setDays(typed)
          // What is no number is sent as 0, which the server refuses beside this field.
          set({ workingDaysBeforeTarget: listed(typed).map((part) => (/^\d{1,4}$/.test(part) ? Number(part) : 0)) })
        }}
      />
      <TextField
        pointer="/alertPlan/targetDayTimes"
        label={words.targetDayTimes}
        hint={words.targetDayTimesHint}
        saving={saving}
        value={times}
        onInput={(typed) => {
          setTimes(typed)
          set({ targetDayTimes: listed(typed).map((part) => part.replace('.', ':')) })
        }}
      />
      <div class="trio">
        <TextField
          pointer="/alertPlan/morning"
          label={words.morning}
          saving={saving}
          value={alertPlan.morning}
          input={{ type: 'time' }}
          onInput={(morning) => set({ morning })}
        />
        <TextField
          pointer="/alertPlan/evening"
          label={words.evening}
          saving={saving}
          value={alertPlan.evening}
          input={{ type: 'time' }}
          onInput={(evening) => set({ evening })}
        />
      </div>
      <TextField
        pointer="/alertPlan/overdueEvery"
        label={words.overdueEvery}
        hint={words.overdueEveryHint}
        saving={saving}
        value={every}
        input={{ inputMode: 'numeric', maxLength: 2, size: 4 }}
        onInput={(typed) => {
          setEvery(typed)
          // What is no number is sent as 0, which the server refuses beside this field.
          set({ overdueEvery: /^\d{1,2}$/.test(typed.trim()) ? Number(typed) : 0 })
        }}
      />
      <CheckGroup
        pointer="/alertPlan/headSteps"
        label={words.headSteps}
        saving={saving}
        options={Object.entries(stepWords).map(([value, label]) => ({ value, label: say(label) }))}
        chosen={alertPlan.headSteps}
        onChange={(headSteps) => set({ headSteps: headSteps as Alerts['headSteps'] })}
      />
      <h3>{say(words.digest)}</h3>
      {ruleNames.map((name) => (
        <Rule
          key={name}
          name={name}
          saving={saving}
          value={rules[name]}
          onNumber={(number) => set({ digest: { ...rules, [name]: number } })}
        />
      ))}
    </>
  )
}

const ruleNames = ['nearWorkingDays', 'earlyPercent', 'slowPercent'] as const
type RuleProps = {
  readonly name: (typeof ruleNames)[number]
  readonly saving: Saving
  readonly value: number
  readonly onNumber: (number: number) => void
}

function Rule({ name, saving, value, onNumber }: RuleProps) {
  const [typed, setTyped] = useState(String(value))
  return (
    <TextField
      pointer={`/alertPlan/digest/${name}`}
      label={words[name]}
      hint={words[`${name}Hint`]}
      saving={saving}
      value={typed}
      input={{ inputMode: 'numeric', maxLength: 3, size: 4 }}
      onInput={(now) => {
        setTyped(now)
        // What is no number is sent as -1, which the server refuses beside this field.
        onNumber(/^\d{1,3}$/.test(now.trim()) ? Number(now) : -1)
      }}
    />
  )
}
