/** Sets up one round: names, dates, mail plan, assignments, meeting days; and who changed what before. */
import { Fragment } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { RoundPlan, RoundRevision } from '../../functions/schema/round-plan.ts'
import { useResource } from '../api/resource.ts'
import { fetchDirectory, fetchForms, newestOf, revise } from '../api/settings.ts'
import { zone } from '../session/session.ts'
import { BackToGuide } from '../set-up/back-to-guide.tsx'
import { presentMinute } from '../shell/clock.ts'
import { ErrorPage } from '../shell/error-pages.tsx'
import { Loading } from '../shell/loading.tsx'
import { usePageTitle } from '../shell/page-title.ts'
import { say } from '../wording/language.ts'
import { clockTime, localDateAt, longLocalDate } from '../wording/moments.ts'
import { roundsWording as words } from '../wording/round-settings.ts'
import { listWorkbookWording } from '../wording/settings.ts'
import { useMailEffect } from './mail-effect.tsx'
import { RoundAlerts } from './round-alerts.tsx'
import { FixedDates, RoundDates, RoundNames } from './round-dates.tsx'
import { RoundMatrix } from './round-matrix.tsx'
import { RoundMilestones } from './round-milestones.tsx'
import { RoundOpening } from './round-opening.tsx'
import { RevisionHistory, SaveProblems, SettingsForm } from './save-parts.tsx'
import { type Edited, useEdited } from './saving.ts'
import { SettingPart } from './setting-part.tsx'
import './settings.css'

const loadSetting = async () => {
  const [directory, forms] = await Promise.all([fetchDirectory(), fetchForms()])
  return { agencies: directory.agencies, forms }
}
type Setting = Awaited<ReturnType<typeof loadSetting>>

export function RoundPage() {
  const { round = '' } = useRoute().params
  const edited = useEdited<RoundRevision, RoundPlan>(`rounds/${encodeURIComponent(round)}/revisions`, planOf)
  const setting = useResource('settings|round', loadSetting)
  usePageTitle(say(words.edit))
  const error = edited.error ?? setting.error
  if (edited.typed === undefined || setting.value === undefined) {
    return error === undefined ? <Loading /> : <ErrorPage error={error} retry={() => location.reload()} />
  }
  return <RoundForm round={round} edited={edited} setting={setting.value} plan={edited.typed} />
}

/** What of a revision can be edited; `revisions` newest first always has one. */
function planOf(revision: RoundRevision | undefined): RoundPlan {
  const newest = newestOf(revision === undefined ? [] : [revision])
  const { title, fiscalYear, phase, opensOn, opensAtTime, targetOn, closesOn, alertPlan, assignments, milestones } =
    newest
  const meetings = milestones === undefined ? {} : { milestones }
  const dates = { opensOn, opensAtTime, targetOn, closesOn }
  return { title, fiscalYear, phase, ...dates, alertPlan, assignments, ...meetings }
}

type RoundFormProps = {
  readonly round: string
  readonly edited: Edited<RoundRevision, RoundPlan>
  readonly setting: Setting
  readonly plan: RoundPlan
}

function RoundForm({ round, edited, setting, plan }: RoundFormProps) {
  const { saving, change, history } = edited
  const effect = useMailEffect()
  useEffect(() => {
    if (location.hash === '#penugasan') document.getElementById('penugasan')?.scrollIntoView()
  }, [])
  const [added, setAdded] = useState<readonly string[]>([])
  const columns = [...new Set([...plan.assignments.map(({ formId }) => formId), ...added])]
  const saved = history?.revisions[0]
  const isDraft = saved?.openedAt === null
  const agencyCount = new Set(plan.assignments.map(({ agencyId }) => agencyId)).size
  const part = { plan, saving, change }
  const moveAt = (formId: string) =>
    saved !== undefined && saved.openedAt !== null && saved.assignments?.some((each) => each.formId === formId)
      ? `/pengaturan/putaran/${encodeURIComponent(round)}/versi?formulir=${encodeURIComponent(formId)}`
      : undefined
  return (
    <section>
      <BackToGuide />
      <p>
        <a href="/pengaturan/putaran">‹ {say(words.title)}</a>
      </p>
      <h1>{say(saved?.title ?? words.edit)}</h1>
      {saved !== undefined && isDraft && (
        <RoundOpening key={saved.revision} round={round} onOpened={() => location.reload()} />
      )}
      <SaveProblems saving={saving} edited={edited} />
      <SettingsForm
        saving={saving}
        send={() =>
          edited.save(async (typed, etag) => {
            await effect.look({ round, plan: typed })
            await revise(`rounds/${encodeURIComponent(round)}`, typed, etag)
          })
        }
      >
        <Fragment key={history?.etag}>
          <SettingPart
            title={words.names}
            now={say(plan.title)}
            of={['/title', '/fiscalYear', '/phase']}
            open={isDraft}
            saving={saving}
          >
            <RoundNames {...part} />
          </SettingPart>
          <SettingPart
            title={words.dates}
            now={[plan.opensOn, plan.targetOn, plan.closesOn].map(longLocalDate).join(' · ')}
            of={['/opensOn', '/opensAtTime', '/targetOn', '/closesOn']}
            open={isDraft}
            saving={saving}
          >
            {saved !== undefined && !isDraft && hasOpened(saved) ? (
              <FixedDates round={round} plan={plan} />
            ) : (
              <RoundDates {...part} />
            )}
          </SettingPart>
          <SettingPart
            title={words.mails}
            now={`${say(words.morning)} ${plan.alertPlan.morning} · ${say(words.evening)} ${plan.alertPlan.evening}`}
            of={['/alertPlan']}
            open={isDraft}
            saving={saving}
          >
            <RoundAlerts {...part} />
          </SettingPart>
          <SettingPart
            id="penugasan"
            title={words.matrix}
            now={say(listWorkbookWording.assigned(columns.length, agencyCount))}
            of={['/assignments']}
            open={isDraft || location.hash === '#penugasan'}
            saving={saving}
          >
            <p class="hint">{say(words.matrixHint)}</p>
            <p>
              <a href={`/pengaturan/putaran/${encodeURIComponent(round)}/penugasan`}>
                {say(listWorkbookWording.assignments)}
              </a>
            </p>
            <RoundMatrix
              {...part}
              {...setting}
              columns={columns}
              addColumn={(id) => setAdded([...added, id])}
              moveAt={moveAt}
            />
          </SettingPart>
          <SettingPart
            title={words.milestones}
            now={String((plan.milestones ?? []).length)}
            of={['/milestones']}
            open={isDraft}
            saving={saving}
          >
            <p class="hint">{say(words.milestonesHint)}</p>
            <RoundMilestones {...part} agencies={setting.agencies} />
          </SettingPart>
        </Fragment>
      </SettingsForm>
      {effect.dialog}
      <RevisionHistory revisions={history?.revisions ?? []} />
    </section>
  )
}

/** By the region's own wall clock. The server decides; this only chooses what is shown. */
function hasOpened({ opensOn, opensAtTime }: Pick<RoundPlan, 'opensOn' | 'opensAtTime'>): boolean {
  const today = localDateAt(presentMinute.value, zone.value)
  if (today !== opensOn) return today > opensOn
  return clockTime(presentMinute.value, zone.value).replace('.', ':') >= opensAtTime
}
