/** Settings that move mails, judged as they would be when saved, and what they would do. Nothing is written. */
import type { Person } from '../../../schema/region.ts'
import type { RoundPlan } from '../../../schema/round-plan.ts'
import { Refused } from '../../refusal.ts'
import { calendarErrors } from '../../region/check-directory.ts'
import type { Regions } from '../../region/regions.ts'
import { planErrors } from '../../round/check-plan.ts'
import { type FormCatalogue, formKey } from '../../round/form-catalogue.ts'
import type { Rounds } from '../../round/rounds.ts'
import { refuseIfAny } from '../../typed-settings.ts'
import { type EffectLine, type SupposedSettings, settingsEffect } from './settings-effect.ts'
import { loadCurrent, loadUpcoming } from './upcoming.ts'

type Ports = { rounds: Rounds; regions: Regions }
export type SettingsPreview = { lines: EffectLine[]; people: readonly Person[] }

/** Refusals: `not-found`, `settings-invalid`. */
export async function previewRoundPlan(
  now: Date,
  ports: Ports & { forms: FormCatalogue },
  { region, round, plan }: { region: string; round: string; plan: RoundPlan },
): Promise<SettingsPreview> {
  const [state, all] = await Promise.all([loadUpcoming(now, ports, region, round), ports.forms.all(region)])
  const facts = state.rounds.find((each) => each.round.id === round)
  if (facts === undefined) throw new Refused({ code: 'not-found', what: 'round' })
  const forms = new Set(all.map(({ id, version }) => formKey(id, version)))
  refuseIfAny(planErrors(now, plan, { region: state.region, forms, facts }))
  return { lines: settingsEffect(now, state, { round, plan }), people: state.region.people }
}

/** Refusals: `not-found`, `settings-invalid`. */
export async function previewRegionSettings(
  now: Date,
  ports: Ports,
  { region, supposed }: { region: string; supposed: Exclude<SupposedSettings, { round: string }> },
): Promise<SettingsPreview> {
  if ('holidays' in supposed) refuseIfAny(calendarErrors(supposed))
  const state = await loadCurrent(now, ports, region)
  return { lines: settingsEffect(now, state, supposed), people: state.region.people }
}
