/** One mistake in every row is said a few times and then counted, alike at submit and in the scheduled check. */
import { expect, it } from 'vitest'
import { mostPerRule } from '../../../functions/domain/checks/limit-per-rule.ts'
import { runChecks } from '../../../functions/domain/checks/run-checks.ts'
import { city, dinsos, found, tag, tagging } from './sample-city.ts'

const rows = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    tag({
      kodeSubKegiatan: `1.06.05.2.02.${String(1000 + index)}`,
      namaSubKegiatan: 'Bantuan',
      paguDitandai: 50_000,
      belanjaLangsungSasaran: 50_000,
    }),
  )

it('the first findings of a rule stand for themselves, one more counts all others', () => {
  const scale = found('A09', city([tagging(dinsos, rows(100))]))
  expect(scale).toHaveLength(mostPerRule + 1)
  expect(scale.at(-1)).toMatchObject({ rowKey: 'semua', pointer: '/rows/penandaan', basis: { amounts: [75] } })
  expect(scale.at(-1)?.message.id).toContain('75 baris lain')
})

it('one finding too many is not counted but said', () => {
  expect(found('A09', city([tagging(dinsos, rows(mostPerRule + 1))])).at(-1)?.rowKey).toBe(`r${mostPerRule + 1}`)
})

it('no identity stands twice, whatever is found', () => {
  const ids = runChecks(city([tagging(dinsos, rows(60))])).map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
