/** What the checks do at submit, over the real store and the real form 3A: refuse, record at once, and let be explained. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../functions/domain/refusal.ts'
import { assignmentsOf } from '../../functions/domain/round/assignments.ts'
import { loadRound } from '../../functions/domain/round/load-round.ts'
import { saveDraft } from '../../functions/domain/round/save-draft.ts'
import { acceptSubmission, type Committed } from '../../functions/domain/submission/accept-submission.ts'
import { recordFindings } from '../../functions/domain/submission/check-submission.ts'
import { explainFinding } from '../../functions/domain/submission/explain-finding.ts'
import { formDefinition } from '../../functions/forms/catalogue.ts'
import { check } from '../../functions/jobs/check.ts'
import type { Answers, Cells } from '../../functions/schema/answers.ts'
import { createReceipts } from '../../functions/store/receipts.ts'
import { tag } from '../domain/checks/sample-city.ts'
import { at, formId } from '../fixtures/round.ts'
import { contextOf, soundAnswers } from '../schema/sound-answers.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { type Town, townIn } from './job-town.ts'

const endpoint = useStoreEndpoint('check-submission')
let town: Town
let ports: Parameters<typeof acceptSubmission>[1] & Parameters<typeof explainFinding>[1]
const work = { region: 'kota-kupang', round: '3a-2026-2', agencyId: 'dinsos', formId }
const small = { paguDitandai: 45_000, belanjaLangsungSasaran: 45_000 }

/** Sound answers whose rows are these. */
function answersOf(rows: readonly Cells[]): Answers {
  const definition = formDefinition(formId, 1)
  if (definition === undefined) throw new Error('no form 3A')
  const [sound] = fc.sample(soundAnswers(definition, contextOf('dinsos')), { numRuns: 1, seed: 7 }) as [Answers]
  const [first] = sound.rows.penandaan ?? []
  const penandaan = rows.map((cells, index) => ({ rowKey: `R${index}`, cells: { ...first?.cells, ...cells } }))
  return { ...sound, rows: { penandaan } }
}

const submit = (revision: number, rows: readonly Cells[], day = 11) =>
  acceptSubmission(at(day, '10:00'), ports, {
    work,
    by: 'op-dinsos',
    baseRevision: revision,
    requestKey: `key-${revision}-${JSON.stringify(rows).length}`,
    content: { answers: answersOf(rows) },
  })
const state = () => loadRound(ports, work.region, work.round)
const record = async (now: Date, committed?: Committed) =>
  committed && recordFindings(now, ports, { ...committed, work, facts: committed.state.facts })
const findings = async () => (await state()).facts.findings

describe('a submission and the checks', () => {
  beforeAll(async () => {
    town = townIn(endpoint(), 'kota-kupang')
    await town.settle(['dinsos', 'perikanan'])
    const codeKey = 'a test key of more than thirty-two characters'
    ports = { ...town, receipts: createReceipts(endpoint().table), codeKey }
  })

  it('is refused with the place where a rule blocks that the form itself does not know', async () => {
    const twice = [tag(), tag({ kodeSubKegiatan: '1.06.05.2.02.06' })]
    const refused = await submit(0, twice).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(Refused)
    expect((refused as Refused).refusal).toMatchObject({
      code: 'answers-invalid',
      errors: [{ code: 'A05', pointer: '/rows/penandaan/R1/kodeSubKegiatan' }],
    })
  })

  it('is accepted with warnings, which it counts and which are recorded at once', async () => {
    const { receipt, committed } = await submit(0, [tag(small)])
    expect(receipt.revision).toBe(1)
    expect((await state()).facts.submissions[0]?.findings).toMatchObject({ blocking: 0, warning: 1 })
    await record(at(11, '10:00'), committed)
    expect(await findings()).toMatchObject([{ rule: 'A09', state: 'open', basis: { amounts: [45_000] } }])
    const [assignment] = assignmentsOf(at(11, '10:01'), await state())
    expect(assignment?.findings).toEqual({ blocking: 0, warning: 1, info: 0 })
  })

  it('leaves what only the scheduled check can judge to it, and the check finds the same again', async () => {
    expect(await check(town, { time: at(11, '10:15').toISOString(), dryRun: true })).toMatchObject({
      opened: 0,
      solved: 0,
      unchanged: 1,
    })
  })

  it('is explained once: a value in the band stays explained, another asks again', async () => {
    const [finding] = await findings()
    const text = 'Benar, hanya alat tulis posyandu.'
    await explainFinding(at(11, '11:00'), ports, { work, id: finding!.id, text, by: 'op-dinsos' })
    const again = async (revision: number, amount: number, minute: string) => {
      const { committed } = await submit(revision, [tag({ paguDitandai: amount, belanjaLangsungSasaran: amount })])
      await record(at(11, minute), committed)
      return (await findings())[0]
    }
    expect(await again(1, 49_000, '11:10')).toMatchObject({ state: 'explained', explanation: { text } })
    expect(await again(2, 90_000, '11:20')).toMatchObject({ state: 'open', explanation: { text } })
    expect(await again(3, 46_000, '11:30')).toMatchObject({ state: 'explained' })
    const { committed } = await submit(4, [tag()])
    await record(at(11, '11:40'), committed)
    expect((await findings())[0]).toMatchObject({ state: 'solved' })
  })

  it('a warning about a draft may be explained before it is sent; the explanation waits for it', async () => {
    const draft = answersOf([tag(), tag({ kodeSubKegiatan: '1.06.01.2.02.0001', namaSubKegiatan: 'Gaji' })])
    await saveDraft(at(12, '08:00'), ports, {
      work,
      by: 'op-dinsos',
      base: { version: 0, revision: 5 },
      formVersion: 1,
      answers: draft,
    })
    const id = `A08.dinsos.${formId}.R1`
    const text = 'Pendamping kader dibayar dari sini.'
    await explainFinding(at(12, '08:05'), ports, { work, id, text, by: 'op-dinsos' })
    await check(town, { time: at(12, '08:15').toISOString(), dryRun: false })
    const { committed } = await submit(
      5,
      [tag(), tag({ kodeSubKegiatan: '1.06.01.2.02.0001', namaSubKegiatan: 'Gaji' })],
      12,
    )
    await record(at(12, '10:00'), committed)
    expect((await findings()).find((each) => each.id === id)).toMatchObject({
      state: 'explained',
      explanation: { text },
    })
    const unknown = explainFinding(at(12, '10:10'), ports, {
      work,
      id: `A08.dinsos.${formId}.R9`,
      text,
      by: 'op-dinsos',
    })
    await expect(unknown).rejects.toThrow('not-found')
  })
})
