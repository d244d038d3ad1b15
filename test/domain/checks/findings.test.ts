/** Findings open, stay and are solved; an explanation stays with its finding. */
import { describe, expect, it } from 'vitest'
import { foldFindings, rememberedFrom } from '../../../functions/domain/checks/findings.ts'
import type { Detected } from '../../../functions/schema/checks/run-form-checks.ts'
import type { Finding } from '../../../functions/schema/round.ts'

const [early, late] = [new Date('2026-02-12T00:00:00Z'), new Date('2026-02-13T00:00:00Z')]
const words = { id: 'terlalu kecil', en: 'too small' }
const known = {
  id: 'A09.dinsos.aksi3a-penandaan-anggaran.r1',
  rule: 'A09',
  severity: 'warning',
  agencyId: 'dinsos',
  formId: 'aksi3a-penandaan-anggaran',
  rowKey: 'r1',
  pointer: '/rows/penandaan/r1/paguDitandai',
  message: words,
  basis: { same: '1.06.05.2.02.0006/DAU paguDitandai', amounts: [50_000] },
} as const
const open: Finding = {
  ...known,
  basis: { ...known.basis, amounts: [50_000] },
  state: 'open',
  firstSeenAt: early.toISOString(),
  lastSeenAt: early.toISOString(),
}
const explanation = { at: early.toISOString(), by: 'op-dinsos', text: 'Benar.', basis: open.basis! }
const explained: Finding = { ...open, state: 'explained', explanation }
const solved: Finding = { ...open, state: 'solved' }
const at = (amount: number, more: Partial<Detected> = {}): Detected => ({
  ...known,
  basis: { ...known.basis, amounts: [amount] },
  text: words,
  ...more,
})
const fold = (found: readonly Detected[], stored: readonly Finding[], earlier: readonly Finding[] = []) =>
  foldFindings(late, found, { stored, earlier, withinPercent: 10 })

describe('a finding', () => {
  it('opens when it is seen first', () => {
    expect(fold([at(50_000)], [])).toEqual({
      opened: 1,
      solved: 0,
      unchanged: 0,
      put: [{ ...open, firstSeenAt: late.toISOString(), lastSeenAt: late.toISOString() }],
    })
  })
  it.each([
    ['open', open],
    ['explained', explained],
  ])('that is %s and still there is not written again', (_, stored) => {
    expect(fold([at(50_000)], [stored])).toEqual({ put: [], opened: 0, solved: 0, unchanged: 1 })
  })
  it('is solved when it is gone, once', () => {
    expect(fold([], [open])).toMatchObject({
      solved: 1,
      put: [{ state: 'solved', firstSeenAt: open.firstSeenAt }],
    })
    expect(fold([], [solved])).toEqual({ put: [], opened: 0, solved: 0, unchanged: 0 })
  })
})

describe('an explanation', () => {
  it.each([50_000, 45_000, 55_000])('holds while the figure stays within a tenth: %i of 50,000', (amount) => {
    const { put, opened } = fold([at(amount)], [explained])
    expect(opened).toBe(0)
    for (const finding of put) expect(finding).toMatchObject({ state: 'explained', explanation })
  })
  it('is measured against the figure it was given for, not against the last one', () => {
    const [step] = fold([at(54_000)], [explained]).put
    expect(fold([at(58_000)], [step!]).put[0]).toMatchObject({ state: 'open' })
  })
  it.each([
    ['the figure leaves the band', at(55_001)],
    ['it is about something else', at(50_000, { basis: { same: 'lain', amounts: [50_000] } })],
  ])('is asked for again when %s, and the old one stays to be read', (_, now) => {
    expect(fold([now], [explained])).toMatchObject({ opened: 1, put: [{ state: 'open', explanation }] })
  })
  it('holds when the finding had gone and comes back as it was', () => {
    const gone = { ...explained, state: 'solved' as const }
    expect(fold([at(50_000)], [gone])).toMatchObject({ opened: 0, put: [{ state: 'explained', explanation }] })
    expect(fold([at(90_000)], [gone])).toMatchObject({ opened: 1, put: [{ state: 'open' }] })
  })
  it('holds for the same budget under another row key', () => {
    const moved = at(51_000, { id: 'A09.dinsos.aksi3a-penandaan-anggaran.r9', rowKey: 'r9' })
    expect(fold([moved], [{ ...explained, state: 'solved' }]).put[0]).toMatchObject({
      state: 'explained',
      rowKey: 'r9',
    })
  })
  it('holds in the next round, and says from which round it comes', () => {
    const earlier = rememberedFrom('3a-2025-2', [explained])
    const again = at(52_000, { id: 'A09.dinsos.aksi3a-penandaan-anggaran.r7', rowKey: 'r7' })
    expect(fold([again], [], earlier).put[0]).toMatchObject({ state: 'explained', explanation: { round: '3a-2025-2' } })
    expect(fold([again], [], rememberedFrom('x', [{ ...explained, agencyId: 'perikanan' }])).opened).toBe(1)
  })
  it('settles a finding that was opened before the explanation was known', () => {
    expect(fold([at(50_000)], [open], [explained]).put[0]).toMatchObject({ state: 'explained' })
  })
})
