/** Kupang's invented budget is one that its own forms can be filled from. */
import { expect, it } from 'vitest'
import { cutByAgency } from '../../functions/domain/budgets/agency-budgets.ts'
import { isSoundCode } from '../../functions/schema/checks/sub-activity-code.ts'
import { budgetUploadSchema } from '../../functions/schema/sipd/budget.ts'
import { kotaKupang, referenceLists } from '../../local/seed/kota-kupang/kota-kupang.ts'
import { inventedRekap, unitOwners } from '../../local/seed/kota-kupang/sipd.ts'

it('each of the 17 agencies has sub kegiatan with money, of its own bidang and of a known source', () => {
  const upload = inventedRekap(2026)
  expect(budgetUploadSchema.parse(upload)).toEqual(upload)
  const { agencies } = kotaKupang({ at: '2026-02-10T01:00:00.000Z', by: 'system' })
  const references = { ...referenceLists, [unitOwners.id]: unitOwners.entries }
  const fact = { stage: 'murni' as const, number: 1, at: '2026-02-10T01:00:00.000Z' }
  const cut = cutByAgency(fact, upload.content, { references, zone: 'Asia/Makassar' })
  expect(cut.size).toBe(17)
  for (const { id, sectors, kind } of agencies) {
    if (kind === 'coordinator') continue
    const rows = cut.get(id)?.rows ?? []
    expect(rows.length, id).toBeGreaterThan(1)
    expect(
      rows.every(({ code, source }) => isSoundCode(code) && source !== null),
      id,
    ).toBe(true)
    expect(
      rows.every(({ code }) => sectors.includes(code.slice(0, 4))),
      id,
    ).toBe(true)
  }
})
