/** Name, year and dates of a round. Under each date its weekday is written out: papers in circulation often have it wrong. */
import { daysBetween, isLocalDate } from '../../functions/rules/dates.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { DateBox } from '../controls/date-box.tsx'
import { say } from '../wording/language.ts'
import { longLocalDate } from '../wording/moments.ts'
import { longRound, roundsWording as words } from '../wording/round-settings.ts'
import { DateQuestions } from './date-questions.tsx'
import { Field, TextField, WordingFields } from './fields.tsx'
import type { Saving } from './saving.ts'

export type PlanPart<K extends keyof RoundPlan> = {
  readonly plan: Pick<RoundPlan, K>
  readonly saving: Saving
  readonly change: (part: Partial<RoundPlan>) => void
}

export function RoundNames({ plan, saving, change }: PlanPart<'title' | 'fiscalYear' | 'phase'>) {
  return (
    <>
      <WordingFields
        pointer="/title"
        label={words.name}
        saving={saving}
        value={plan.title}
        onInput={(title) => change({ title })}
      />
      <div class="trio">
        <TextField
          pointer="/fiscalYear"
          label={words.fiscalYear}
          saving={saving}
          value={plan.fiscalYear === 0 ? '' : String(plan.fiscalYear)}
          input={{ inputMode: 'numeric', maxLength: 4, size: 6 }}
          onInput={(typed) => change({ fiscalYear: Number(typed.replace(/\D/g, '')) })}
        />
        <TextField
          pointer="/phase"
          label={words.phase}
          saving={saving}
          value={plan.phase}
          input={{ size: 10 }}
          onInput={(phase) => change({ phase })}
        />
      </div>
    </>
  )
}

/** Longer ones happen; more often a year was typed wrong. */
const usualRoundDays = 120

function isLong({ opensOn, closesOn }: Pick<RoundPlan, 'opensOn' | 'closesOn'>): boolean {
  return isLocalDate(opensOn) && isLocalDate(closesOn) && daysBetween(opensOn, closesOn) > usualRoundDays
}

export function RoundDates({ plan, saving, change }: PlanPart<'opensOn' | 'opensAtTime' | 'targetOn' | 'closesOn'>) {
  return (
    <>
      <div class="trio">
        <DateField
          pointer="/opensOn"
          label={words.opensOn}
          saving={saving}
          value={plan.opensOn}
          onInput={(opensOn) => change({ opensOn })}
        />
        <TextField
          pointer="/opensAtTime"
          label={words.opensAtTime}
          saving={saving}
          value={plan.opensAtTime}
          input={{ type: 'time' }}
          onInput={(opensAtTime) => change({ opensAtTime })}
        />
        <DateField
          pointer="/targetOn"
          label={words.targetOn}
          hint={words.targetHint}
          saving={saving}
          value={plan.targetOn}
          onInput={(targetOn) => change({ targetOn })}
        />
        <DateField
          pointer="/closesOn"
          label={words.closesOn}
          hint={words.closesHint}
          saving={saving}
          value={plan.closesOn}
          onInput={(closesOn) => change({ closesOn })}
        />
      </div>
      {isLong(plan) && (
        <p class="panel warning" role="status">
          {say(longRound(daysBetween(plan.opensOn, plan.closesOn)))}
        </p>
      )}
      <DateQuestions plan={plan} />
    </>
  )
}

type DateFieldProps = Omit<Parameters<typeof TextField>[0], 'input'>

export function DateField({ value, onInput, ...common }: DateFieldProps) {
  return (
    <Field {...common}>
      {(ties) => <DateBox {...ties} label={say(common.label)} value={value} onInput={onInput} />}
    </Field>
  )
}

type FixedDatesProps = {
  readonly round: string
  readonly plan: Pick<RoundPlan, 'opensOn' | 'targetOn' | 'closesOn'>
}

/** The dates of a round that has opened, as text. */
export function FixedDates({ round, plan }: FixedDatesProps) {
  return (
    <>
      <dl class="facts">
        {(['opensOn', 'targetOn', 'closesOn'] as const).map((date) => (
          <div key={date}>
            <dt>{say(words[date])}</dt>
            <dd>{longLocalDate(plan[date])}</dd>
          </div>
        ))}
      </dl>
      <p class="panel">
        {say(words.datesFixed)} <a href={`/rekap/jendela?putaran=${round}`}>{say(words.toWindows)}</a>
      </p>
    </>
  )
}
