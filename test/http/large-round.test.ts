/** A round as a province or a ministry has it: 2,000 agencies with 20 forms are made, changed, opened and read like any other. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { agency } from '../fixtures/region.ts'
import { at } from '../fixtures/round.ts'
import type { Browser } from './browser.ts'
import { form, roundId, useWorld } from './world.ts'

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
const forms: FormDefinition[] = Array.from({ length: 18 }, (_, index) => ({ ...form, id: `uji-${index}` }))
const world = useWorld('http-large-round', forms)
const agencyIds = ['perikanan', 'dinsos', ...Array.from({ length: 1_998 }, (_, index) => `dinas-nomor-${index}`)]
const formIds = ['uji', 'tanpa-nihil', ...forms.map(({ id }) => id)]
const assignments = agencyIds.flatMap((agencyId) => formIds.map((formId) => ({ agencyId, formId, formVersion: 1 })))
const march = { opensOn: '2026-03-02', targetOn: '2026-03-06', closesOn: '2026-03-13' }
let coordinator: Browser

beforeAll(async () => {
  world().clock.now = at(12, '09:00')
  coordinator = await world().as('koordinator')
  const waiting = agencyIds.slice(2)
  const work = async () => {
    for (let id = waiting.pop(); id; id = waiting.pop())
      await world().table.put({ ...agency(id), pk: 'REGION#kota-kupang', sk: `AGENCY#${id}#0001` })
  }
  await Promise.all(Array.from({ length: 16 }, work))
})

describe('a round of 2,000 agencies with 20 forms', () => {
  it('is made, changed and opened', async () => {
    const made = await coordinator.post('/api/rounds', { id: 'besar', copyOf: roundId, ...march, assignments })
    expect(made.status).toBe(201)
    const round = await made.json()
    expect(round.assignments).toEqual(assignments)
    const change = { json: { ...round, assignments: assignments.slice(0, -1) }, headers: { 'if-match': '"1"' } }
    const changed = await coordinator.send('PUT', '/api/rounds/besar', change)
    expect(changed.status).toBe(200)
    expect((await changed.json()).assignments).toHaveLength(39_999)
    const opened = await coordinator.send('POST', '/api/rounds/besar/opening', { headers: { 'if-match': '"2"' } })
    expect(opened.status).toBe(200)
    const { revisions } = await (await coordinator.get('/api/rounds/besar/revisions')).json()
    expect(revisions.map((each: { assignments: unknown[] }) => each.assignments.length)).toEqual([
      39_999, 39_999, 40_000,
    ])
  })

  it('is read by an agency as its own part, and by the coordinator whole', async () => {
    const operator = await world().as('op-dinsos')
    const own = await (await operator.get('/api/rounds/besar/assignments')).json()
    expect(own.assignments.map((each: { formId: string }) => each.formId)).toEqual(formIds)
    const { round } = await (await coordinator.get('/api/rounds/besar')).json()
    expect(round.assignments).toEqual(assignments.slice(0, -1))
    const answer = await (await coordinator.get('/api/rounds/besar/completeness?cells=brief')).text()
    expect(JSON.parse(answer).counts.expected).toBe(39_999)
    // What a Lambda may answer.
    expect(answer.length).toBeLessThan(6_000_000)
    const one = await (await coordinator.get('/api/rounds/besar/assignments?agency=dinas-nomor-7')).json()
    expect(one.assignments).toHaveLength(20)
    expect(await (await operator.get('/api/rounds/besar/assignments?agency=dinas-nomor-7')).json()).toEqual({
      assignments: [],
    })
  })
})
