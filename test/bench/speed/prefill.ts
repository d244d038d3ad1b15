/** Work that was sent in before a measurement begins. */
import { answersOf, eachOf, region, roundId, type Town } from './town.ts'

/** Revisions as facts alone, without anybody having sent them; all have one body, unless `seedOf` says otherwise by their place. */
export async function prefill(
  { deps, agencyIds, formIds }: Town,
  count: number,
  seedOf: (index: number) => number = () => 1,
  { round = roundId, from = '2026-02-10T02:00:00Z' } = {},
): Promise<Map<string, number>> {
  const revisions = new Map<string, number>()
  const { contentHash } = await import('../../../functions/domain/content-hash.ts')
  const facts = Array.from({ length: count }, (_, index) => {
    const agencyId = agencyIds[index % agencyIds.length] ?? ''
    const formId = formIds[Math.floor(index / agencyIds.length) % formIds.length] ?? ''
    const revision = (revisions.get(`${agencyId} ${formId}`) ?? 0) + 1
    revisions.set(`${agencyId} ${formId}`, revision)
    return {
      at: new Date(Date.parse(from) + index * 1_000).toISOString(),
      by: `op-${agencyId}`,
      agencyId,
      formId,
      formVersion: 1,
      revision,
      nil: false,
      completeness: { expected: 20, answered: 20 },
      missing: [],
      missingCount: 0,
      rowCount: 0,
      totals: {},
      findings: { blocking: 0, warning: 0, info: 0 },
      sha256: contentHash(answersOf(seedOf(index))),
      chain: 'c'.repeat(64),
      previousSha256: null,
      requestKey: `key-${agencyId}-${formId}-${revision}`,
      receiptNumber: `B-${agencyId}-${formId}-r${revision}`,
    }
  })
  await eachOf([...facts.entries()], ([index, fact]) =>
    deps.rounds.insertSubmission(region, round, fact, answersOf(seedOf(index)) as never),
  )
  return revisions
}
