/** A07 to A09: whether a tagged row measures spending that reaches people, and whether its amounts can be right. */
import { formatNumber, formatRupiah } from '../../schema/answers/format-value.ts'
import type { Row } from '../../schema/answers.ts'
import { type City, forms, list, numberIn, outsideBudget, papersOf, rowsOf, textIn } from './city.ts'
import { at, type Found, type RowRule, type RowSite } from './rule.ts'

const tagged = [{ form: forms.tagging, table: 'penandaan' }] as const

/** Tagged in full without a rupiah that reaches anyone: A08 says it, so A07 does not say it again. */
function isOnlyLabel(row: Row): boolean {
  const budget = numberIn(row, 'paguSubKegiatan')
  return (
    budget !== undefined && numberIn(row, 'paguDitandai') === budget && numberIn(row, 'belanjaLangsungSasaran') === 0
  )
}

function isOffice(row: Row): boolean {
  return /^[1-9]\.\d{2}\.01\./.test(textIn(row, 'kodeSubKegiatan'))
}

const directSpending: RowRule = {
  id: 'A07',
  severity: 'warning',
  scope: 'row',
  at: tagged,
  check(site) {
    const { row, city } = site
    const [marked, direct] = [numberIn(row, 'paguDitandai'), numberIn(row, 'belanjaLangsungSasaran')]
    if (!['spesifik', 'sensitif'].includes(textIn(row, 'jenisIntervensi'))) return undefined
    if (marked === undefined || direct === undefined || marked <= 0 || isOnlyLabel(row)) return undefined
    const percent = (100 * direct) / marked
    if (direct > 0 && percent >= city.settings.directSpendingPercent) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    return at(
      site,
      'belanjaLangsungSasaran',
      `belanja langsung ke sasaran hanya ${formatRupiah(direct, 'id')} (${share('id')} %) dari pagu ditandai ${formatRupiah(marked, 'id')}. Tandai hanya rincian belanja yang mendukung, atau jelaskan.`,
      `direct spending is only ${formatRupiah(direct, 'en')} (${share('en')} %) of the tagged ${formatRupiah(marked, 'en')}. Tag only the spending that supports the goal, or explain.`,
    )
  },
}

const label: RowRule = {
  id: 'A08',
  severity: 'warning',
  scope: 'row',
  at: tagged,
  check(site) {
    if (isOffice(site.row)) {
      return at(
        site,
        'kodeSubKegiatan',
        'kode ini program penunjang urusan (gaji, kantor), yang jarang mendukung penurunan stunting. Hapus penandaannya, atau jelaskan.',
        'this code is an office-support programme (salaries, office), which rarely supports stunting reduction. Remove the tag, or explain.',
      )
    }
    if (!isOnlyLabel(site.row)) return undefined
    return at(
      site,
      'paguDitandai',
      'seluruh pagu ditandai tetapi belanja langsung ke sasaran Rp0, sehingga penandaan ini sekadar label. Tandai menurut rincian belanja.',
      'the whole budget is tagged but direct spending is Rp0, so the tag is only a label. Tag by the spending detail.',
    )
  },
}

const scale: RowRule = {
  id: 'A09',
  severity: 'warning',
  scope: 'row',
  at: tagged,
  check(site) {
    return implausible(site, 'paguSubKegiatan') ?? implausible(site, 'paguDitandai') ?? misscaled(site)
  },
}

function implausible(site: RowSite, field: string): Found | undefined {
  const { amountLeast, amountMost } = site.city.settings
  const amount = numberIn(site.row, field)
  if (amount === undefined || amount <= 0 || (amount >= amountLeast && amount <= amountMost)) return undefined
  const small = amount < amountLeast
  return at(
    site,
    field,
    `${formatRupiah(amount, 'id')} tampak terlalu ${small ? 'kecil' : 'besar'}. Tulis dalam rupiah penuh, bukan ribuan atau jutaan; bila benar, jelaskan.`,
    `${formatRupiah(amount, 'en')} looks too ${small ? 'small' : 'large'}. Enter whole rupiah, not thousands or millions; if it is right, explain.`,
  )
}

function misscaled(site: RowSite): Found | undefined {
  const now = numberIn(site.row, 'paguSubKegiatan')
  const before = budgetOf2025(site.city, site.paper.agency.id, site.row)
  if (now === undefined || before === undefined || now <= 0 || before <= 0) return undefined
  const { misscaledFactor } = site.city.settings
  if (Math.max(now / before, before / now) < misscaledFactor) return undefined
  return at(
    site,
    'paguSubKegiatan',
    `pagu ${formatRupiah(now, 'id')} jauh berbeda dari pagu 2025 (${formatRupiah(before, 'id')}); mungkin salah satu ditulis dalam ribuan. Periksa keduanya.`,
    `the budget ${formatRupiah(now, 'en')} is far from that of 2025 (${formatRupiah(before, 'en')}); one may be in thousands. Check both.`,
  )
}

/** The budget of the same sub-activity and source in the agency's review of 2025. */
export function budgetOf2025(city: City, agencyId: string, row: Row): number | undefined {
  const review = papersOf(city, forms.review).find(({ agency }) => agency.id === agencyId)
  const same = review && rowsOf(review, 'anggaran').find((each) => sameBudget(each, row))
  return same && numberIn(same, 'pagu2025')
}

/** The same sub-activity and source of money. */
export function sameBudget(a: Row, b: Row): boolean {
  return ['kodeSubKegiatan', 'sumberDana'].every(
    (field) => textIn(a, field) !== '' && textIn(a, field) === textIn(b, field),
  )
}

/** Whether a source counts as the city's own budget. */
export function isBudget(city: City, source: string): boolean {
  return (
    list(city, 'sumber-dana').find(({ value }) => value === source)?.facts?.budget !== 'no' && source !== outsideBudget
  )
}

export const budgetRules = [directSpending, label, scale]
