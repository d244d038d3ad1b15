/** A05, A12, A13, A15: budgets across papers: of one agency's two forms, of two agencies, and of the whole city. */
import { formatRupiah } from '../../schema/answers/format-value.ts'
import { isBudget, sameBudget } from './budget-rules.ts'
import {
  type City,
  coordinatorOf,
  forms,
  isComplete,
  list,
  listIn,
  numberIn,
  papersOf,
  rowsInCity,
  rowsOf,
  textIn,
} from './city.ts'
import { at, type FoundAt, siteOf, type WideRule } from './rule.ts'

/** Each kecamatan has its own budget under the same codes; two of them are no double claim. */
const claimedTwice: WideRule = {
  id: 'A05',
  severity: 'warning',
  scope: 'city',
  check(city) {
    const claims = rowsInCity(city, forms.tagging, 'penandaan')
    return papersOf(city, forms.tagging).flatMap((paper) =>
      rowsOf(paper, 'penandaan').flatMap((row, index): FoundAt[] => {
        const others = claims
          .filter((claim) => claim.paper.agency.id !== paper.agency.id && sameBudget(claim.row, row))
          .filter((claim) => claim.paper.agency.kind !== 'kecamatan' || paper.agency.kind !== 'kecamatan')
          .map((claim) => claim.paper.agency.name)
        const site = siteOf(city, paper, 'penandaan', index)
        if (others.length === 0 || site === undefined) return []
        const names = (language: 'id' | 'en') => [...new Set(others.map((name) => name[language]))].join(', ')
        const found = at(
          site,
          'kodeSubKegiatan',
          `kode dan sumber dana yang sama juga ditandai oleh ${names('id')}. Sepakati pagu siapa yang ditandai, lalu hapus yang lain.`,
          `the same code and source are also tagged by ${names('en')}. Agree whose budget it is, then remove the other.`,
        )
        return [{ ...found, rowKey: row.rowKey, agencyId: paper.agency.id, formId: forms.tagging }]
      }),
    )
  },
}

const continued: WideRule = {
  id: 'A12',
  severity: 'warning',
  scope: 'agency',
  check(city) {
    return papersOf(city, forms.review).flatMap((review) => {
      const tagging = papersOf(city, forms.tagging).find(({ agency }) => agency.id === review.agency.id)
      if (tagging === undefined) return []
      return rowsOf(review, 'anggaran').flatMap((row, index): FoundAt[] => {
        const site = siteOf(city, review, 'anggaran', index)
        const place = { rowKey: row.rowKey, agencyId: review.agency.id, formId: forms.review }
        if (site === undefined || textIn(row, 'dilanjutkan2026') !== 'ya') return []
        const same = rowsOf(tagging, 'penandaan').filter((each) => sameBudget(each, row))
        if (same.length === 0) {
          const found = at(
            site,
            'dilanjutkan2026',
            'dinyatakan dilanjutkan pada 2026 tetapi tidak ada pada formulir 3A dengan sumber dana yang sama. Tambahkan di 3A, atau ubah jawaban ini.',
            'said to continue in 2026 but not in form 3A with the same source. Add it to 3A, or change this answer.',
          )
          return [{ ...found, ...place }]
        }
        const [before, now] = [numberIn(row, 'pagu2025'), numberIn(same[0] ?? row, 'paguSubKegiatan')]
        const most = city.settings.budgetChangePercent
        if (before === undefined || now === undefined || before <= 0 || Math.abs(now / before - 1) * 100 <= most)
          return []
        const found = at(
          site,
          'pagu2025',
          `pagu berubah lebih dari ${most} %: ${formatRupiah(before, 'id')} pada 2025, ${formatRupiah(now, 'id')} pada 2026. Periksa keduanya; bila benar, jelaskan.`,
          `the budget changed by more than ${most} %: ${formatRupiah(before, 'en')} in 2025, ${formatRupiah(now, 'en')} in 2026. Check both; if they are right, explain.`,
        )
        return [{ ...found, ...place }]
      })
    })
  },
}

/** One finding names the indicators, for thirty single ones would hide everything else. */
const withoutBudget: WideRule = {
  id: 'A13',
  severity: 'warning',
  scope: 'city',
  check(city) {
    const coordinator = coordinatorOf(city)
    if (coordinator === undefined || !isComplete(city, forms.tagging)) return []
    const supported = new Set(
      rowsInCity(city, forms.tagging, 'penandaan').flatMap(({ row }) =>
        (numberIn(row, 'paguDitandai') ?? 0) > 0 ? listIn(row, 'indikatorLayanan') : [],
      ),
    )
    const bare = lowestFirst(
      city,
      list(city, 'indikator-layanan')
        .map(({ value }) => value)
        .filter((value) => !supported.has(value)),
    )
    if (bare.length === 0) return []
    const names = (language: 'id' | 'en') =>
      bare
        .slice(0, 3)
        .map((value) => `"${list(city, 'indikator-layanan').find((entry) => entry.value === value)?.label[language]}"`)
        .join('; ')
    const message = {
      id: `${bare.length} indikator layanan belum didukung anggaran unit mana pun pada putaran ini, antara lain ${names('id')}. Tentukan unit yang menganggarkannya.`,
      en: `${bare.length} service indicators have no tagged budget in any agency of this round, among them ${names('en')}. Decide which agency budgets for them.`,
    }
    return [{ agencyId: coordinator.id, formId: forms.tagging, pointer: '/rows/penandaan', message }]
  },
}

/** Indicators by the city's coverage, those without figures last: what is far below target needs budget first. */
function lowestFirst(city: City, indicators: readonly string[]): string[] {
  const coverage = new Map(indicators.map((indicator) => [indicator, cityCoverage(city, indicator)]))
  return indicators.toSorted((a, b) => (coverage.get(a) ?? 1) - (coverage.get(b) ?? 1))
}

function cityCoverage(city: City, indicator: string): number | undefined {
  const rows = rowsInCity(city, forms.coverage, 'cakupan').filter(({ row }) => textIn(row, 'indikator') === indicator)
  const part = rows.reduce((sum, { row }) => sum + (numberIn(row, 'pembilang') ?? 0), 0)
  const whole = rows.reduce((sum, { row }) => sum + (numberIn(row, 'penyebut') ?? 0), 0)
  if (whole === 0) return undefined
  const lowerIsBetter =
    list(city, 'indikator-layanan').find(({ value }) => value === indicator)?.facts?.direction === 'lower'
  return lowerIsBetter ? 1 - part / whole : part / whole
}

const cityTotal: WideRule = {
  id: 'A15',
  severity: 'warning',
  scope: 'city',
  check(city) {
    const coordinator = coordinatorOf(city)
    const total = rowsInCity(city, forms.tagging, 'penandaan')
      .filter(({ row }) => isBudget(city, textIn(row, 'sumberDana')))
      .reduce((sum, { row }) => sum + (numberIn(row, 'paguDitandai') ?? 0), 0)
    if (coordinator === undefined || total <= city.settings.cityTotalMost) return []
    const most = city.settings.cityTotalMost
    const message = {
      id: `Total pagu ditandai seluruh kota ${formatRupiah(total, 'id')} melebihi batas wajar ${formatRupiah(most, 'id')} (di luar Non-APBD). Periksa baris dengan nilai terbesar.`,
      en: `The city's tagged total ${formatRupiah(total, 'en')} exceeds the plausible ${formatRupiah(most, 'en')} (money outside the budget excluded). Check the largest rows.`,
    }
    return [{ agencyId: coordinator.id, formId: forms.tagging, pointer: '/rows/penandaan', message }]
  },
}

export const budgetCityRules = [claimedTwice, continued, withoutBudget, cityTotal]
