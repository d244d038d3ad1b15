/** Puts Kota Kupang's invented budget beside its round, once: where any budget stands, nothing is added. */
import type {
  loadBudget as budgetLoader,
  budgets as budgetStore,
  regions as regionStore,
} from '../../functions/lambda/deps.ts'
import { referenceListSchema } from '../../functions/schema/region.ts'
import { settings } from './kota-kupang/settings.ts'
import { inventedRekap, unitOwners } from './kota-kupang/sipd.ts'

type Parts = { regions: typeof regionStore; budgets: typeof budgetStore; loadBudget: typeof budgetLoader }

export async function seedBudget(now: Date, { regions, budgets, loadBudget }: Parts): Promise<void> {
  const { region } = settings
  if ((await budgets.years(region)).length > 0 || (await regions.load(region)) === undefined) return
  const title = { id: 'Unit SIPD', en: 'Units of SIPD' }
  const stamp = { at: now.toISOString(), by: 'system' }
  await regions.reviseReference(region, referenceListSchema.parse({ ...unitOwners, title, ...stamp }))
  await loadBudget(now, { region, by: 'system', upload: inventedRekap(now.getUTCFullYear()) })
}
