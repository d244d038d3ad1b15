/**
 * What a file's name tells of its stage: `53.71_Kota ..._Rekap_Ver5_Penetapan APBD 2026_Terkunci.xlsx`. Only a suggestion, for people
 * rename files, and nothing inside tells a plan from a budget.
 */
import { type BudgetStage, mostShifts } from '../../schema/sipd/stages.ts'

export type NameTells = {
  readonly stage?: BudgetStage
  readonly year?: number
  readonly locked?: boolean
  /** An RKPD, KUA-PPAS or other draft: a plan, which has the same columns as a budget. */
  readonly draft: boolean
}

export function tellFromName(fileName: string): NameTells {
  const name = fileName.toLowerCase().replace(/[_\s]+/g, ' ')
  const year = /\b(20\d{2})\b/.exec(name)?.[1]
  const locked = /belum terkunci/.test(name) ? false : /terkunci/.test(name) ? true : undefined
  const stage = stageIn(name)
  return {
    ...(stage === undefined ? {} : { stage }),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(locked === undefined ? {} : { locked }),
    draft: /\brkpd\b|\brenja\b|\bkua\b|ppas|rancangan|usulan/.test(name),
  }
}

const ordinals = ['pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh', 'kedelapan']
const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x']

/** A shift is decreed as a change of the regulation that details the budget; that is no revised budget. */
const decreedShift = /perubahan[^.]{0,60}?penjabaran/
const revisedBudget = /perubahan|apbd p\b|dppa|p-apbd|papbd|apbd-p\b/

function stageIn(given: string): BudgetStage | undefined {
  const name = given.replace(decreedShift, 'penjabaran')
  const revised = revisedBudget.test(name)
  const shift = /pergeseran(?:\s+(?:apbd\s+|perubahan\s+|dppa\s+)*(?:ke[\s-]*(?=\d))?(\d{1,2}\b|[a-z]+))?/.exec(name)
  if (shift !== null) {
    const number = numberOf(shift[1] ?? '')
    return revised ? `perubahan-pergeseran-${number}` : `pergeseran-${number}`
  }
  if (revised) return 'perubahan'
  if (/murni|penetapan|apbd|induk/.test(name)) return 'murni'
  return undefined
}

/** 1 where nothing says which, or what is said is none. */
function numberOf(said: string): number {
  const number = /^\d+$/.test(said) ? Number(said) : Math.max(ordinals.indexOf(said), romans.indexOf(said)) + 1
  return number >= 1 && number <= mostShifts ? number : 1
}
