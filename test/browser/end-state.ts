/**
 * A round at its end, as hard on paper as it comes: every agency was asked for every form and sent it, many plans with long names
 * and large amounts in Kecamatan Alak, some late, some in an extension, some accepted, some returned, and everything is past.
 */
import type { Answers, Row } from '../../functions/schema/answers.ts'
import type { Round } from '../../functions/schema/round.ts'
import { inventedRekap, unitOwners } from '../../local/seed/kota-kupang/sipd.ts'
import type { System } from '../../local/system.ts'
import { completeAnswers, decide, post, roundId, tagging } from '../journeys/agency-work.ts'
import { moveTo } from '../journeys/running-system.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'

/** Kelurahan of Alak. */
const wards = Array.from({ length: 12 }, (_, index) => `53.71.01.10${String(index + 1).padStart(2, '0')}`)

/** Rows as an office plans them, with long names and amounts up to thirteen digits. */
function hardPlans(agencyId: string, count: number): Answers {
  const answers = completeAnswers(agencyId, tagging)
  const [row] = answers.rows.penandaan ?? []
  if (row === undefined) throw new Error('no row was drawn')
  const rows = Array.from({ length: count }, (_, index): Row => {
    const budget = [693_000_000, 415_800_000, 12_345_678_900, 1_234_567_890_123][index % 4] ?? 0
    return {
      rowKey: `ROW${1000 + index}`,
      cells: {
        ...row.cells,
        kodeSubKegiatan: `1.06.05.2.02.${String(index + 1).padStart(4, '0')}`,
        namaSubKegiatan: `Penyediaan Layanan Dasar bagi Keluarga Berisiko Stunting di Permukiman Padat ${index + 1}`,
        sumberDana: 'DAU',
        paguSubKegiatan: budget,
        paguDitandai: budget - 1_000_000 * index,
        belanjaLangsungSasaran: budget - 2_000_000 * index,
        realisasi: Math.round(budget / 3),
        lokasi: index % 10 === 9 ? ['53.71.02.1001'] : wards.slice(0, 1 + (index % 12)),
      },
    }
  })
  return { ...answers, rows: { ...answers.rows, penandaan: rows } }
}

export async function playToTheEnd(system: System): Promise<void> {
  const signIn = () => new Visitor(system).signIn('koordinator@bappeda.example')
  let coordinator = await signIn()
  const asked = await askEverythingOfAll(coordinator)
  await loadBudget(coordinator)
  const extension = { kind: 'extend', targetOn: '2026-02-18', closesOn: '2026-02-20', reason: 'Listrik padam.' }
  const agencyIds = ['kec-alak', 'dlhk', 'dinsos']
  expectStatus(await coordinator.request('POST', `/api/rounds/${roundId}/windows`, { ...extension, agencyIds }), 201)
  const agencies = [...new Set(asked.map(({ agencyId }) => agencyId))]
  for (const [index, agencyId] of agencies.entries()) {
    if (index === Math.floor(agencies.length / 2)) {
      await moveTo(system, '2026-02-16T10:00:00+08:00')
      coordinator = await signIn()
    }
    const operator = await new Visitor(system).signIn(`operator@${agencyId}.example`)
    const send = async (formId: string) => {
      const rows = { dinsos: 45, dikbud: 8 }[agencyId]
      const answers =
        formId === tagging && rows !== undefined ? hardPlans(agencyId, rows) : completeAnswers(agencyId, formId)
      expectStatus(await post(operator, { agencyId, formId }, { answers }), 201)
      if (index % 3 === 0) await decide(coordinator, { agencyId, formId }, { decision: 'accept' })
    }
    const own = asked.filter((each) => each.agencyId === agencyId)
    await Promise.all(own.map(({ formId }) => send(formId)))
  }
  const comments = [{ pointer: '/fields/tanggalDokumen', text: 'Tanggal DPA belum sesuai.' }]
  await decide(
    coordinator,
    { agencyId: 'dikbud', formId: tagging },
    { decision: 'return', comments, dueOn: '2026-02-19' },
  )
  await moveTo(system, '2026-02-23T10:00:00+08:00')
}

/** Of SIPD, so that the whole city's account stands on the paper too. */
async function loadBudget(coordinator: Visitor): Promise<void> {
  expectStatus(await coordinator.request('POST', '/api/budgets', inventedRekap(2026)), 201)
  const units = unitOwners.entries.map(({ value, label, facts }) => ({
    code: value,
    name: label.id,
    agencyId: facts?.perangkatDaerah,
  }))
  expectStatus(await coordinator.request('PUT', '/api/budgets/matches', { units, funds: [] }), 200)
}

async function askEverythingOfAll(coordinator: Visitor): Promise<Round['assignments']> {
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
