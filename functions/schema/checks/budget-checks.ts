/** A07 to A09: whether a tagged row measures spending that reaches people, and whether its amounts can be right. */

import type { Row } from '../answers.ts'
import { formatNumber, formatRupiah } from '../formats.ts'
import { at, type Found, type RowCheck, type RowSite } from './check.ts'
import { forms, numberIn, ownSubmission, rowsOf, textIn } from './check-context.ts'
import { currentCode } from './sub-activity-code.ts'

const tagged = [{ form: forms.tagging, table: 'penandaan' }] as const
const reviewed = { form: forms.review, table: 'anggaran' } as const

/** Tagged in full without a rupiah that reaches anyone: A08 says it, so A07 does not say it again. */
function isOnlyLabel(row: Row): boolean {
  const budget = numberIn(row, 'paguSubKegiatan')
  return (
    budget !== undefined && numberIn(row, 'paguDitandai') === budget && numberIn(row, 'belanjaLangsungSasaran') === 0
  )
}

const directSpending: RowCheck = {
  rule: 'A07',
  at: tagged,
  check(site) {
    const { row, context } = site
    const [marked, direct] = [numberIn(row, 'paguDitandai'), numberIn(row, 'belanjaLangsungSasaran')]
    if (!['spesifik', 'sensitif'].includes(textIn(row, 'jenisIntervensi'))) return undefined
    if (marked === undefined || direct === undefined || marked <= 0 || isOnlyLabel(row)) return undefined
    const percent = (100 * direct) / marked
    if (direct > 0 && percent >= context.settings.directSpendingPercent) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    const words = {
      id: `Belanja langsung ke sasaran hanya ${formatRupiah(direct, 'id')} (${share('id')}%) dari pagu ditandai ${formatRupiah(marked, 'id')}. Tandai hanya rincian belanja yang mendukung penurunan stunting, atau jelaskan.`,
      en: `Direct spending is only ${formatRupiah(direct, 'en')} (${share('en')}%) of the tagged ${formatRupiah(marked, 'en')}. Tag only the spending that supports stunting reduction, or explain.`,
    }
    return at(site, 'belanjaLangsungSasaran', words, { amounts: [direct, marked] })
  },
}

const label: RowCheck = {
  rule: 'A08',
  at: tagged,
  check(site) {
    const code = currentCode(textIn(site.row, 'kodeSubKegiatan'))
    if (code.slice(5, 7) === '01') {
      const words = {
        id: 'Kode ini termasuk program penunjang urusan (gaji, kantor), yang jarang mendukung penurunan stunting. Hapus baris ini, atau jelaskan.',
        en: 'This code belongs to an office-support programme (salaries, office), which rarely supports stunting reduction. Delete the row, or explain.',
      }
      return at(site, 'kodeSubKegiatan', words, { same: code })
    }
    if (!isOnlyLabel(site.row)) return undefined
    const words = {
      id: 'Seluruh pagu ditandai, tetapi belanja langsung ke sasaran Rp0: penandaan ini sekadar label. Tandai menurut rincian belanja, atau jelaskan.',
      en: 'The whole budget is tagged, but direct spending is Rp0: the tag is only a label. Tag by the spending detail, or explain.',
    }
    return at(site, 'paguDitandai', words, { same: 'label', amounts: [numberIn(site.row, 'paguDitandai') ?? 0] })
  },
}

const scale: RowCheck = {
  rule: 'A09',
  at: [...tagged, reviewed],
  check(site) {
    if (site.submission.definition.id === reviewed.form) return implausible(site, 'pagu2025')
    return implausible(site, 'paguSubKegiatan') ?? implausible(site, 'paguDitandai') ?? misscaled(site)
  },
}

function implausible(site: RowSite, field: string): Found | undefined {
  const { amountLeast, amountMost } = site.context.settings
  const amount = numberIn(site.row, field)
  if (amount === undefined || amount <= 0 || (amount >= amountLeast && amount <= amountMost)) return undefined
  const small = amount < amountLeast
  const words = {
    id: `${formatRupiah(amount, 'id')} tampak terlalu ${small ? 'kecil' : 'besar'}. Tulis dalam rupiah penuh, bukan ribuan atau jutaan; bila memang benar, jelaskan.`,
    en: `${formatRupiah(amount, 'en')} looks too ${small ? 'small' : 'large'}. Enter whole rupiah, not thousands or millions; if it is right, explain.`,
  }
  return at(site, field, words, { same: field, amounts: [amount] })
}

function misscaled(site: RowSite): Found | undefined {
  const now = numberIn(site.row, 'paguSubKegiatan')
  const before = budgetOf2025(site)
  if (now === undefined || before === undefined || now <= 0 || before <= 0) return undefined
  if (Math.max(now / before, before / now) < site.context.settings.misscaledFactor) return undefined
  const words = {
    id: `Pagu ${formatRupiah(now, 'id')} sangat jauh dari pagu 2025 (${formatRupiah(before, 'id')}); mungkin salah satunya ditulis dalam ribuan. Periksa keduanya.`,
    en: `The budget ${formatRupiah(now, 'en')} is very far from that of 2025 (${formatRupiah(before, 'en')}); one may be in thousands. Check both.`,
  }
  return at(site, 'paguSubKegiatan', words, { same: '2025', amounts: [now, before] })
}

/** The budget of the same sub-activity and source in the agency's review of 2025. */
function budgetOf2025({ context, submission, row }: RowSite): number | undefined {
  const review = ownSubmission(context, submission.agency.id, forms.review)
  const same = review && budgetIndex(rowsOf(review, reviewed.table)).get(budgetKey(row))
  return same && numberIn(same, 'pagu2025')
}

/** The same sub-activity and source of money, however the code is spelled; empty where one of them lacks. */
export function budgetKey(row: Row): string {
  const [code, source] = [currentCode(textIn(row, 'kodeSubKegiatan')), textIn(row, 'sumberDana')]
  return code === '' || source === '' ? '' : `${code} ${source}`
}

const indexes = new WeakMap<readonly Row[], ReadonlyMap<string, Row>>()

/** Rows by their budget. */
export function budgetIndex(rows: readonly Row[]): ReadonlyMap<string, Row> {
  const known = indexes.get(rows)
  if (known !== undefined) return known
  const index = new Map(rows.map((row) => [budgetKey(row), row]))
  index.delete('')
  indexes.set(rows, index)
  return index
}

export const budgetChecks: readonly RowCheck[] = [directSpending, label, scale]
