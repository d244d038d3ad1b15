/**
 * A round at its end, as hard on paper as it comes: every agency was asked for every form and sent it, many plans with long names
 * and large amounts in Kecamatan Alak, some late, some in an extension, some accepted, some returned, and everything is past.
 */
import type { System } from '../../local/system.ts'
import { completeAnswers, decide, post, roundId, tagging } from '../journeys/agency-work.ts'
import { moveTo } from '../journeys/running-system.ts'
import { expectStatus, Visitor } from '../journeys/visitor.ts'
import { askEverythingOfAll, loadBudget, plansOf } from './whole-city.ts'

/** Amounts of up to thirteen digits. */
const hardAmounts = (index: number) => {
  const budget = [693_000_000, 415_800_000, 12_345_678_900, 1_234_567_890_123][index % 4] ?? 0
  return {
    paguSubKegiatan: budget,
    paguDitandai: budget - 1_000_000 * index,
    belanjaLangsungSasaran: budget - 2_000_000 * index,
    realisasi: Math.round(budget / 3),
  }
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
        formId === tagging && rows !== undefined
          ? plansOf(agencyId, rows, hardAmounts)
          : completeAnswers(agencyId, formId)
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
