/**
 * Regions west and east of Kupang, from their first sign-in to the first round's opening mails over HTTP: dates end at their own
 * midnight, and mails say their own zone.
 */
import { afterEach, expect, it } from 'vitest'
import { firstAlertPlan } from '../../functions/schema/first-alert-plan.ts'
import type { Assignment } from '../../functions/schema/round.ts'
import type { SetUp } from '../../functions/schema/set-up.ts'
import type { System } from '../../local/system.ts'
import { moveTo, startRehearsal } from './running-system.ts'
import { expectStatus, readInbox, Visitor } from './visitor.ts'

let system: System | undefined
afterEach(() => system?.close())

it.each([
  { regency: '32.73', zone: 'WIB', offset: '+07:00', district: 'kec-coblong', closesAt: '2026-02-20T17:00:00.000Z' },
  { regency: '91.71', zone: 'WIT', offset: '+09:00', district: 'kec-abepura', closesAt: '2026-02-20T15:00:00.000Z' },
])('$regency is set up and opens in $zone', async ({ regency, zone, offset, district, closesAt }) => {
  system = await startRehearsal(`2026-02-10T09:00:00${offset}`, undefined, { regency, empty: true })
  const coordinator = await new Visitor(system).signIn('koordinator@bappeda.example')
  const ask = async (method: string, path: string, status: number, body?: unknown, headers?: Record<string, string>) =>
    expectStatus(await coordinator.request(method, path, body, headers), status)
  const before = (await ask('GET', '/api/set-up', 200)).body as SetUp
  expect([before.region.zoneName, before.next, before.opened]).toEqual([zone, 'look', false])

  const email = `operator@${district}-${zone.toLowerCase()}.example`
  await ask('POST', '/api/directory/people', 201, {
    ...{ id: 'operator-uji', name: 'Operator', title: 'Operator', email, role: 'operator' },
    ...{ agencyIds: [district], language: 'id', disabled: false },
  })
  const round = {
    ...{ title: { id: 'Putaran pertama', en: 'First round' }, fiscalYear: 2026, phase: '1', alertPlan: firstAlertPlan },
    ...{ opensOn: '2026-02-11', opensAtTime: '08:00', targetOn: '2026-02-18', closesOn: '2026-02-20' },
    assignments: [{ agencyId: district, formId: 'data-sasaran', formVersion: 1 }],
  }
  await ask('POST', '/api/rounds', 201, { id: `pertama-${zone}`.toLowerCase(), ...round })
  const path = `/api/rounds/pertama-${zone.toLowerCase()}`
  await ask('POST', `${path}/opening`, 200, undefined, { 'if-match': '"1"' })
  const { assignments } = (await ask('GET', `${path}/assignments`, 200)).body as { assignments: Assignment[] }
  expect(assignments.map((each) => each.closesAt)).toEqual([closesAt])

  await moveTo(system, `2026-02-11T07:55:00${offset}`)
  const mails = async () => (await readInbox(system as System)).filter(({ to }) => to.includes(email))
  expect(await mails()).toEqual([])
  await moveTo(system, `2026-02-11T08:05:00${offset}`)
  await expect.poll(async () => (await mails()).length).toBe(1)
  expect((await mails())[0]?.text).toContain(`Jumat, 20 Februari 2026 pukul 23.59 ${zone}`)
  await coordinator.signIn('koordinator@bappeda.example')
  const after = (await ask('GET', '/api/set-up', 200)).body as SetUp
  expect([after.opened, after.round?.closesOn]).toEqual([true, '2026-02-20'])
})
