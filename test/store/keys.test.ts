/** Keys refuse what would make two things alike or disappear, and order as facts do. */
import { describe, expect, it } from 'vitest'
import { numberAtEnd } from '../../functions/store/key-parts.ts'
import { dueKeys, noticeKeys, regionKeys, roundKeys } from '../../functions/store/keys.ts'

describe('keys', () => {
  it('refuse an empty part, which dynalite would take and DynamoDB would not', () => {
    expect(() => roundKeys.partition('kupang', '')).toThrow('empty')
    expect(() => regionKeys.person('')).toThrow('empty')
    expect(() => noticeKeys.of({ region: 'r', scope: '', nid: 'N' })).toThrow('empty')
  })

  it('refuse the separator inside a part, which would reach another partition', () => {
    expect(() => roundKeys.partition('kupang#x', 'y')).toThrow('separator')
    expect(() => noticeKeys.of({ region: 'r', scope: 's', nid: 'N#EVENT#1' })).toThrow('separator')
  })

  it('order numbers as numbers, and refuse those that would not be', () => {
    const keys = [1, 2, 10, 999, 1000, 9_999, 10_000, 10_001, 99_999_999].map((n) => roundKeys.submission('a', 'f', n))
    expect([...keys].sort()).toEqual(keys)
    expect(keys.map(numberAtEnd)).toEqual([1, 2, 10, 999, 1000, 9_999, 10_000, 10_001, 99_999_999])
    for (const number of [-1, 1.5, 100_000_000, Number.NaN]) expect(() => roundKeys.window(number)).toThrow('digits')
  })

  it('order due instants as time, and include the present one', () => {
    const now = new Date('2026-02-10T01:00:00.000Z')
    const later = new Date(now.getTime() + 1)
    expect(dueKeys.sort(now, 'Z'.repeat(26)) < dueKeys.upTo(now)).toBe(true)
    expect(dueKeys.sort(later, '0'.repeat(26)) < dueKeys.upTo(now)).toBe(false)
    expect(dueKeys.sort(new Date(0), 'N')).toBe('000000000000000#N')
  })

  it('lead back from an item to its notice, and from nothing else', () => {
    const key = { region: 'kota-kupang', scope: 'all', nid: 'N1' }
    expect(noticeKeys.parse(noticeKeys.of(key))).toEqual(key)
    expect(() => noticeKeys.parse({ pk: 'ROUND#a#b', sk: 'N1' })).toThrow('No key')
    expect(() => noticeKeys.parse({ pk: 'NOTICES#a#b', sk: 'N1#EVENT#x' })).toThrow('No key')
  })
})
