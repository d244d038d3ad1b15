/** A region with its round in the real store, for the jobs' tests. */

import { contentHash } from '../../functions/domain/content-hash.ts'
import { formCatalogue } from '../../functions/forms/catalogue.ts'
import type { Cells } from '../../functions/schema/answers.ts'
import type { Submission } from '../../functions/schema/round.ts'
import { createBudgets } from '../../functions/store/budgets.ts'
import { createNoticeLedger } from '../../functions/store/notices.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { createRounds } from '../../functions/store/rounds.ts'
import { references } from '../../local/seed/kota-kupang/references.ts'
import { region as regionOf, stamp } from '../fixtures/region.ts'
import { round as roundOf, submission } from '../fixtures/round.ts'
import type { StoreEndpoint } from '../store/store-endpoint.ts'

export type Town = ReturnType<typeof townIn>

/** The ports over the endpoint's table, and writers of facts for one region. */
export function townIn({ table }: StoreEndpoint, region: string) {
  const [regions, rounds, budgets] = [createRegions(table), createRounds(table), createBudgets(table)]
  const ledger = createNoticeLedger(table, { epoch: '1' })
  return {
    region,
    regions,
    rounds,
    budgets,
    ledger,
    forms: formCatalogue,
    /** Settings, agencies, people, calendar, lists and the round of 10-17 February 2026. */
    async settle(agencyIds: readonly string[]): Promise<void> {
      const facts = regionOf(agencyIds)
      await regions.reviseSettings({ ...facts.settings, region })
      await regions.reviseCalendar(region, facts.calendar)
      for (const agency of facts.agencies) await regions.reviseAgency(region, agency)
      for (const person of facts.people)
        await regions.revisePerson(region, { ...person, email: `${region}-${person.email}` })
      for (const list of references) await regions.reviseReference(region, { ...list, ...stamp })
      await rounds.insertRound(region, roundOf(agencyIds))
    },
    /** A submission of 3A with these rows as its body. */
    async submit(agencyId: string, when: Date, rows: readonly Cells[], more: Partial<Submission> = {}): Promise<void> {
      const penandaan = rows.map((cells, index) => ({ rowKey: `r${index + 1}`, cells }))
      const body = { fields: {}, rows: { penandaan } }
      const fact = submission(agencyId, when, { sha256: contentHash(body), ...more })
      const done = await rounds.insertSubmission(region, '3a-2026-2', fact, body)
      if (!done.inserted) throw new Error('revision exists')
    },
  }
}
