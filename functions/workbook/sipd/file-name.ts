/**
 * What a file's name tells of its stage: `53.71_Kota ..._Rekap_Ver5_Penetapan APBD 2026_Terkunci.xlsx`. Only a suggestion, for people
 * rename files, and nothing inside tells a plan from a budget.
 */
import type { BudgetStage } from '../../schema/sipd/stages.ts'

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

function stageIn(name: string): BudgetStage | undefined {
  const shift = /pergeseran(?:\s+(?:apbd\s+)?(?:ke[\s-]*(?=\d))?(\d{1,2}|[a-z]+))?/.exec(name)
  if (shift !== null) {
    const said = shift[1] ?? ''
    const number = /^\d+$/.test(said)
      ? Number(said)
      : Math.max(ordinals.indexOf(said), romans.indexOf(said)) + 1 || undefined
    return `pergeseran-${number !== undefined && number > 0 && number <= 20 ? number : 1}` as BudgetStage
  }
  if (/perubahan|apbd p\b|dppa|p-apbd|papbd/.test(name)) return 'perubahan'
  if (/murni|penetapan|apbd|induk/.test(name)) return 'murni'
  return undefined
}
