/** Findings open, stay and are solved; an explanation stays with its finding. */
import { describe, expect, it } from 'vitest'
import { foldFindings } from '../../../functions/domain/checks/findings.ts'
import type { DetectedFinding } from '../../../functions/domain/checks/rule.ts'
import type { Finding } from '../../../functions/schema/round.ts'

const [early, late] = [new Date('2026-02-12T00:00:00Z'), new Date('2026-02-13T00:00:00Z')]
const detected: DetectedFinding = {
  id: 'A09.dinsos.aksi3a-penandaan-anggaran.r1',
  rule: 'A09',
  severity: 'warning',
  agencyId: 'dinsos',
  formId: 'aksi3a-penandaan-anggaran',
  rowKey: 'r1',
  pointer: '/rows/penandaan/r1/paguDitandai',
  message: { id: 'terlalu kecil', en: 'too small' },
}
const open: Finding = { ...detected, state: 'open', firstSeenAt: early.toISOString(), lastSeenAt: early.toISOString() }
const explained: Finding = {
  ...open,
  state: 'explained',
  explanation: { at: early.toISOString(), by: 'op-dinsos', text: 'Benar.' },
}
const solved: Finding = { ...open, state: 'solved' }

describe('a finding', () => {
  it('opens when it is seen first', () => {
    const fold = foldFindings(late, [detected], [])
    expect(fold).toMatchObject({ opened: 1, solved: 0, unchanged: 0 })
    expect(fold.put).toEqual([
      { ...detected, state: 'open', firstSeenAt: late.toISOString(), lastSeenAt: late.toISOString() },
    ])
  })
  it.each([
    ['open', open],
    ['explained', explained],
  ])('that is %s and still there is not written again', (_, stored) => {
    expect(foldFindings(late, [detected], [stored])).toEqual({ put: [], opened: 0, solved: 0, unchanged: 1 })
  })
  it('stays explained when its numbers change', () => {
    const changed = { ...detected, message: { id: 'masih kecil', en: 'still small' } }
    expect(foldFindings(late, [changed], [explained]).put).toEqual([
      { ...explained, message: changed.message, lastSeenAt: late.toISOString() },
    ])
  })
  it('is solved when it is gone, once', () => {
    expect(foldFindings(late, [], [open])).toMatchObject({
      solved: 1,
      put: [{ state: 'solved', firstSeenAt: open.firstSeenAt }],
    })
    expect(foldFindings(late, [], [solved])).toEqual({ put: [], opened: 0, solved: 0, unchanged: 0 })
  })
  it('opens anew, without its old explanation, when it comes back after it was solved', () => {
    const [again] = foldFindings(late, [detected], [{ ...explained, state: 'solved' }]).put
    expect(again).toMatchObject({ state: 'open', firstSeenAt: late.toISOString() })
    expect(again?.explanation).toBeUndefined()
  })
})
