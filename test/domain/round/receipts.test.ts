import fc from 'fast-check'
import { expect, it } from 'vitest'
import { receiptNumber } from '../../../functions/domain/round/receipts.ts'

const place = { region: 'kota-kupang', round: '3a-2026-2', agencyId: 'kec-alak', formId: 'uji', revision: 7 }

it('a number names form, agency and revision, and ends in ten characters that nobody confuses', () => {
  expect(receiptNumber(place, '3A', 'chain')).toMatch(/^3A-kec-alak-r7-[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(receiptNumber(place, 'Data & Bukti', 'chain')).toMatch(/^DataBukti-kec-alak-r7-/)
  const rehearsed = { ...place, round: 'latihan-3a-2026-2-1' }
  expect(receiptNumber(rehearsed, '3A', 'chain')).toMatch(/^LATIHAN-3A-kec-alak-r7-[0-9A-HJKMNP-TV-Z]{10}$/)
  expect(receiptNumber(place, '…', 'chain')).toMatch(/^uji-kec-alak-r7-/)
})

it('the same content in another round, region or form never shares a number', () => {
  const number = receiptNumber(place, '3A', 'chain')
  for (const other of [{ round: '3a-2026-3' }, { region: 'lain' }, { formId: 'uji-2' }, { agencyId: 'kec-alak-2' }]) {
    expect(receiptNumber({ ...place, ...other }, '3A', 'chain')).not.toBe(number)
  }
  expect(receiptNumber(place, '3A', 'another chain')).not.toBe(number)
  expect(receiptNumber({ ...place }, '3A', 'chain')).toBe(number)
})

it('all of its ten characters depend on the chain', () => {
  const tails = fc.sample(fc.string(), 300).map((chain) => receiptNumber(place, '3A', chain).slice(-10))
  for (let index = 0; index < 10; index += 1) {
    expect(new Set(tails.map((tail) => tail[index])).size, `character ${index}`).toBeGreaterThan(16)
  }
})
