/** Which budgets one is compared with, and in which order they are offered. */
import { expect, it } from 'vitest'
import type { ToldBudget } from '../../web/api/budgets.ts'
import { comparedWith, newestNames } from '../../web/sipd/budget-words.ts'

const budget = (stage: string, number = 1, year = 2026) => ({ year, stage, number }) as ToldBudget
const all = [
  budget('realisasi'),
  budget('perubahan-pergeseran-1'),
  budget('perubahan'),
  budget('pergeseran-2', 2),
  budget('murni'),
  budget('pergeseran-2'),
  budget('murni', 1, 2025),
]
const named = (of: Iterable<ToldBudget>) => [...of].map(({ stage, number }) => `${stage} ${number}`)

it('what came right before it stands first, then further back, then what came after', () => {
  expect(named(comparedWith(budget('pergeseran-2', 2), all))).toEqual([
    'pergeseran-2 1',
    'murni 1',
    'perubahan-pergeseran-1 1',
    'perubahan 1',
  ])
  expect(named(comparedWith(budget('realisasi', 2), all))).toEqual(['realisasi 1'])
})

it('of each year the newest stage counts, whatever was loaded last, and spending apart', () => {
  expect(named(newestNames(all))).toEqual(['realisasi 1', 'perubahan-pergeseran-1 1', 'murni 1'])
})
