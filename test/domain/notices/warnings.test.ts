/** Who has sent everything is told of what a later check found, once a day at most, and not of what is explained or was known. */
import { expect, it } from 'vitest'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { Finding } from '../../../functions/schema/round.ts'
import { region } from '../../fixtures/region.ts'
import { at, factsOf, finding, round, submission } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const place = region(agencyIds)
const sent = [submission('dinsos', at(11, '10:00'))]
const seen = (id: string, when: Date, more: Partial<Finding> = {}) =>
  finding('dinsos', { id, severity: 'warning', firstSeenAt: when.toISOString(), ...more })
const told = (now: Date, findings: Finding[], submissions = sent) =>
  plan(now, { region: place, rounds: [factsOf(round(agencyIds), { submissions, findings })] })
    .filter(({ kind, state }) => kind === 'warning' && state === 'planned')
    .map(({ recipientId, slot, dueAt }) => `${recipientId} ${slot} ${dueAt}`)

it('the operator is told at once, or in the morning where it was found at night', () => {
  expect(told(at(12, '11:00'), [seen('a', at(12, '10:30'))])).toEqual([
    `op-dinsos 2026-02-12 ${at(12, '10:30').toISOString()}`,
  ])
  expect(told(at(12, '07:59'), [seen('a', at(12, '00:15'))])).toEqual([])
  expect(told(at(12, '08:00'), [seen('a', at(12, '00:15'))])).toEqual([
    `op-dinsos 2026-02-12 ${at(12, '08:00').toISOString()}`,
  ])
})

it('one mail a day: what is found after it waits for the next morning', () => {
  const found = [seen('a', at(12, '10:30')), seen('b', at(12, '10:45')), seen('c', at(12, '16:00'))]
  expect(told(at(12, '17:00'), found)).toHaveLength(1)
  const explained = [seen('a', at(12, '10:30'), { state: 'explained' }), ...found.slice(1)]
  expect(told(at(13, '08:00'), explained)).toContain(`op-dinsos 2026-02-13 ${at(13, '08:00').toISOString()}`)
  expect(told(at(13, '08:00'), found)).toContain(`op-dinsos 2026-02-13 ${at(13, '08:00').toISOString()}`)
})

it('nobody is told of a remark, of what was known at the submission, of what is explained, or while something is still to be sent', () => {
  expect(told(at(12, '11:00'), [seen('a', at(12, '10:30'), { severity: 'info' })])).toEqual([])
  expect(told(at(12, '11:00'), [seen('a', at(11, '10:00'))])).toEqual([])
  expect(told(at(12, '11:00'), [seen('a', at(12, '10:30'), { state: 'explained' })])).toEqual([])
  expect(told(at(12, '11:00'), [seen('a', at(12, '10:30'))], [])).toEqual([])
})

it('what is found in the last night or after the close is told to nobody: nothing can be corrected any more', () => {
  expect(told(at(17, '23:00'), [seen('a', at(17, '22:30'))])).toHaveLength(1)
  const late = plan(at(17, '23:00'), {
    region: place,
    rounds: [factsOf(round(agencyIds), { submissions: sent, findings: [seen('a', at(17, '22:30'))] })],
  }).find(({ kind }) => kind === 'warning')
  expect(late?.expiresAt).toBe(at(18, '00:00').toISOString())
  expect(told(at(18, '00:00'), [seen('a', at(17, '22:30'))])).toEqual([])
  expect(told(at(18, '08:00'), [seen('a', at(18, '00:15'))])).toEqual([])
  const twice = [seen('a', at(17, '10:00')), seen('b', at(17, '16:00'))]
  expect(told(at(18, '08:30'), twice)).toEqual([])
})
