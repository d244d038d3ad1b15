/** Mails about more time: to coordinators while a request waits, to the asker when it is refused, and no mail that is no longer true. */
import { expect, it } from 'vitest'
import { holdsIn } from '../../../functions/domain/notices/kinds/kinds.ts'
import { situationOf } from '../../../functions/domain/notices/plan/situation.ts'
import { plan } from '../../../functions/domain/notices/plan.ts'
import type { ExtensionRequest } from '../../../functions/schema/extension.ts'
import { person, region } from '../../fixtures/region.ts'
import { at, factsOf, round, window } from '../../fixtures/round.ts'

const agencyIds = ['dinsos', 'perikanan']
const kupang = region(agencyIds)
const place = { ...kupang, people: [...kupang.people, person('koordinator-2', ['bappeda'], { role: 'coordinator' })] }
const request: ExtensionRequest = {
  at: at(12, '10:00').toISOString(),
  by: 'op-dinsos',
  number: 1,
  agencyId: 'dinsos',
  days: 2,
  closesOn: '2026-02-19',
  reason: 'Listrik padam',
}
const state = (more = {}) => ({
  region: place,
  rounds: [factsOf(round(agencyIds), { extensions: [request], ...more })],
})
const refusal = { at: at(12, '11:00').toISOString(), by: 'koordinator', number: 1, reason: 'Tidak perlu' }
const about = (now: Date, more = {}) =>
  plan(now, state(more))
    .filter(({ kind, state: planned }) => kind.startsWith('extension-') && planned === 'planned')
    .map(({ kind, recipientId }) => `${kind} ${recipientId}`)
    .toSorted()

it('a request is told to every coordinator, to no viewer and to no agency, once', () => {
  expect(about(at(12, '10:01'))).toEqual(['extension-asked koordinator', 'extension-asked koordinator-2'])
  const nids = (now: Date) => plan(now, state()).flatMap(({ kind, nid }) => (kind === 'extension-asked' ? nid : []))
  expect(nids(at(12, '10:01'))).toEqual(nids(at(13, '10:00')))
})

it('a decided request asks no coordinator any more; a refusal is told to the one who asked', () => {
  expect(about(at(12, '11:01'), { extensionRefusals: [refusal] })).toEqual(['extension-refused op-dinsos'])
  const granted = [window(1, at(12, '11:00'), { agencyIds: ['dinsos'], closesOn: '2026-02-19', request: 1 })]
  expect(about(at(12, '11:01'), { windows: granted })).toEqual([])
})

it('a refusal that a colleague’s grant overtook is not told', () => {
  const windows = [window(1, at(12, '11:00'), { agencyIds: ['dinsos'], closesOn: '2026-02-19', request: 1 })]
  const occasion = {
    kind: 'extension-refused',
    scope: '3a-2026-2',
    recipientId: 'op-dinsos',
    slot: '0001',
    agencyId: 'dinsos',
  } as const
  const holds = (more: object) => holdsIn(situationOf(at(12, '11:01'), state(more)), occasion)
  expect(holds({ extensionRefusals: [refusal] })).toBe(true)
  expect(holds({ extensionRefusals: [refusal], windows })).toBe(false)
})
