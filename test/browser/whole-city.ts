/** What several browser tests put into the round of a whole city: every form asked of everybody, plans as offices write them, and SIPD's budget. */
import type { Answers, Row } from '../../functions/schema/answers.ts'
import type { Round } from '../../functions/schema/round.ts'
import { inventedRekap, unitOwners } from '../../local/seed/kota-kupang/sipd.ts'
import { completeAnswers, roundId, tagging } from '../journeys/agency-work.ts'
import { expectStatus, type Visitor } from '../journeys/visitor.ts'

/** Kelurahan of Alak. */
const wards = Array.from({ length: 12 }, (_, index) => `53.71.01.10${String(index + 1).padStart(2, '0')}`)

/** Rows of the budget tagging with long names, most of them in Alak. `cells`: what of each row is the test's own. */
export function plansOf(agencyId: string, count: number, cells: (index: number) => Row['cells']): Answers {
  const answers = completeAnswers(agencyId, tagging)
  const [row] = answers.rows.penandaan ?? []
  if (row === undefined) throw new Error('no row was drawn')
  const rows = Array.from(
    { length: count },
    (_, index): Row => ({
      rowKey: `ROW${1000 + index}`,
      cells: {
        ...row.cells,
        kodeSubKegiatan: `1.06.05.2.02.${String(index + 1).padStart(4, '0')}`,
        namaSubKegiatan: `Penyediaan Layanan Dasar bagi Keluarga Berisiko Stunting di Permukiman Padat ${index + 1}`,
        sumberDana: 'DAU',
        lokasi: index % 10 === 9 ? ['53.71.02.1001'] : wards.slice(0, 1 + (index % 12)),
        ...cells(index),
      },
    }),
  )
  return { ...answers, rows: { ...answers.rows, penandaan: rows } }
}

/** Of SIPD, with each unit's agency. */
export async function loadBudget(coordinator: Visitor): Promise<void> {
  expectStatus(await coordinator.request('POST', '/api/budgets', inventedRekap(2026)), 201)
  const units = unitOwners.entries.map(({ value, label, facts }) => ({
    code: value,
    name: label.id,
    agencyId: facts?.perangkatDaerah,
  }))
  expectStatus(await coordinator.request('PUT', '/api/budgets/matches', { units, funds: [] }), 200)
}

/** Answers all assignments that there are then. */
export async function askEverythingOfAll(coordinator: Visitor): Promise<Round['assignments']> {
  const { round } = (await coordinator.request('GET', `/api/rounds/${roundId}`)).body as { round: Round }
  const forms = new Map(round.assignments.map(({ formId, formVersion }) => [formId, formVersion]))
  const agencyIds = [...new Set(round.assignments.map(({ agencyId }) => agencyId))]
  const { id: _id, at: _at, by: _by, revision, ...plan } = round
  const assignments = agencyIds.flatMap((agencyId) =>
    [...forms].map(([formId, formVersion]) => ({ agencyId, formId, formVersion })),
  )
  const headers = { 'if-match': `"${revision}"` }
  expectStatus(await coordinator.request('PUT', `/api/rounds/${roundId}`, { ...plan, assignments }, headers), 200)
  return assignments
}
