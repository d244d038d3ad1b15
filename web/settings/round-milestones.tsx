/** The days on which a kecamatan meets over this round's data; they stand in its calendar feed. */
import type { Agency } from '../../functions/schema/region.ts'
import type { RoundPlan } from '../../functions/schema/round-plan.ts'
import { say } from '../wording/language.ts'
import { milestoneKinds, roundsWording as words } from '../wording/round-settings.ts'
import { settingsWording } from '../wording/settings.ts'
import { SelectField } from './fields.tsx'
import { DateField, type PlanPart } from './round-dates.tsx'

type Milestones = NonNullable<RoundPlan['milestones']>

export function RoundMilestones({
  plan,
  saving,
  change,
  agencies,
}: PlanPart<'milestones'> & { readonly agencies: readonly Agency[] }) {
  const milestones = plan.milestones ?? []
  const districts = agencies.filter(({ kind }) => kind === 'kecamatan')
  const set = (index: number, part: Partial<Milestones[number]>) =>
    change({ milestones: milestones.map((each, at) => (at === index ? { ...each, ...part } : each)) })
  return (
    <>
      {milestones.map(({ kind, agencyId, on }, index) => (
        <div key={index} class="trio">
          <SelectField
            pointer={`/milestones/${index}/kind`}
            label={{ id: `Acara ${index + 1}`, en: `Event ${index + 1}` }}
            saving={saving}
            value={kind}
            options={Object.entries(milestoneKinds).map(([value, label]) => ({ value, label: say(label) }))}
            onChange={(chosen) => set(index, { kind: chosen as keyof typeof milestoneKinds })}
          />
          <SelectField
            pointer={`/milestones/${index}/agencyId`}
            label={words.agency}
            saving={saving}
            value={agencyId}
            options={districts.map(({ id, shortName }) => ({ value: id, label: shortName }))}
            onChange={(chosen) => set(index, { agencyId: chosen })}
          />
          <DateField
            pointer={`/milestones/${index}/on`}
            label={{ id: 'Tanggal', en: 'Date' }}
            saving={saving}
            value={on}
            onInput={(typed) => set(index, { on: typed })}
          />
          <p>
            <button
              type="button"
              class="button small danger"
              onClick={() => change({ milestones: milestones.filter((_, at) => at !== index) })}
            >
              {say(settingsWording.remove)}
            </button>
          </p>
        </div>
      ))}
      <p>
        <button
          type="button"
          class="button small"
          disabled={districts.length === 0}
          onClick={() =>
            change({
              milestones: [...milestones, { kind: 'musrenbang', agencyId: districts[0]?.id ?? '', on: '' }],
            })
          }
        >
          {say(words.addMilestone)}
        </button>
      </p>
    </>
  )
}
