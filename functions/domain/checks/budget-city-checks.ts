/** A05, A13, A15: budgets of two agencies, and of the whole city. */

import type { Row } from '../../schema/answers.ts'
import { taggedTotal } from '../../schema/checks/budget-form-checks.ts'
import { at, siteOf } from '../../schema/checks/check.ts'
import { type CheckedSubmission, forms, isBudget, submissionsOf, textIn } from '../../schema/checks/check-context.ts'
import { currentCode } from '../../schema/checks/sub-activity-code.ts'
import { formatNumber, formatRupiah } from '../../schema/formats.ts'
import { rowsOfCode } from '../../schema/sipd/rows-of-code.ts'
import type { Language } from '../../schema/wording.ts'
import { type City, type CityCheck, coordinatorOf, type FoundAt, isComplete, taggedRows } from './city.ts'
import { type Covered, type CoveredIndicator, coverageOf } from './coverage-of.ts'

const table = 'penandaan'

/**
 * Each kecamatan has its own budget under the same codes; two of them are no double claim. Nor are two agencies who both have money of
 * their own under the code in SIPD: offices share codes of support and of work in several bidang.
 */
const claimedTwice: CityCheck = {
  rule: 'A05',
  check(city) {
    const claims = new Map<string, Set<CheckedSubmission['agency']>>()
    const rows = taggedRows(city)
    for (const { submission, row } of rows) {
      const code = currentCode(textIn(row, 'kodeSubKegiatan'))
      claims.set(code, (claims.get(code) ?? new Set()).add(submission.agency))
    }
    return rows.flatMap(({ submission, row }): FoundAt[] => {
      const code = currentCode(textIn(row, 'kodeSubKegiatan'))
      const others = [...(claims.get(code) ?? [])].filter(
        ({ id, kind }) =>
          id !== submission.agency.id &&
          (kind !== 'kecamatan' || submission.agency.kind !== 'kecamatan') &&
          !(hasMoney(city, id, code) && hasMoney(city, submission.agency.id, code)),
      )
      return code === '' || others.length === 0 ? [] : [claimedBy(city, submission, row, others)]
    })
  },
}

function hasMoney({ budgets }: City, agencyId: string, code: string): boolean {
  const newest = budgets?.get(agencyId)?.at(-1)
  return newest !== undefined && rowsOfCode(newest, code).length > 0
}

function claimedBy(
  city: City,
  submission: CheckedSubmission,
  row: Row,
  others: readonly CheckedSubmission['agency'][],
): FoundAt {
  const names = (language: Language) => others.map(({ name }) => name[language]).join(', ')
  const words = {
    id: `Kode ini juga ditandai oleh ${names('id')}. Sepakati anggaran siapa yang ditandai lalu hapus yang lain; bila keduanya memang menganggarkan, jelaskan.`,
    en: `This code is also tagged by ${names('en')}. Agree whose budget it is and remove the other; if both do budget for it, explain.`,
  }
  const same = others.map(({ id }) => id).join()
  const found = at(siteOf(city, submission, table, row), 'kodeSubKegiatan', words, { same, severity: 'warning' })
  return { ...found, rowKey: row.rowKey, agencyId: submission.agency.id, formId: forms.tagging }
}

/** One finding names the indicators, for thirty single ones would hide everything else. */
const withoutBudget: CityCheck = {
  rule: 'A13',
  check(city) {
    const coordinator = coordinatorOf(city)
    if (coordinator === undefined || !isComplete(city, forms.tagging)) return []
    const { indicators, actions = [] } = coverageOf(city)
    const place = { agencyId: coordinator.id, formId: forms.tagging, pointer: `/rows/${table}` }
    const bare = indicators.filter(({ tagged }) => tagged === 0)
    const idle = actions.filter(({ tagged }) => tagged === 0)
    const ids = (list: readonly Covered[]) =>
      list
        .map(({ id }) => id)
        .sort()
        .join()
    return [
      ...(bare.length === 0 ? [] : [{ ...place, text: bareWords(bare), same: ids(bare) }]),
      ...(idle.length === 0 ? [] : [{ ...place, rowKey: 'aksi', text: idleWords(idle), same: ids(idle) }]),
    ]
  },
}

function bareWords(bare: readonly CoveredIndicator[]) {
  const short = bare.filter(({ shortBy = 0 }) => shortBy > 0).length
  const names = (language: Language) =>
    bare
      .slice(0, 3)
      .map((each) => indicatorName(each, language))
      .join('; ')
  const of =
    short === 0 ? { id: '', en: '' } : { id: ` (${short} masih di bawah target)`, en: ` (${short} below target)` }
  return {
    id: `${bare.length} indikator layanan belum didukung anggaran unit mana pun pada putaran ini${of.id}, antara lain ${names('id')}. Tentukan unit yang menganggarkannya.`,
    en: `${bare.length} service indicators have no tagged budget in any agency of this round${of.en}, among them ${names('en')}. Decide which agency budgets for them.`,
  }
}

function indicatorName({ label, coverage, target, shortBy = 0 }: CoveredIndicator, language: Language): string {
  if (coverage === undefined || target === undefined || shortBy <= 0) return `"${label[language]}"`
  const [now, goal] = [formatNumber(coverage, language, 1), formatNumber(target, language, 1)]
  return `"${label[language]}" (${now}%, target ${goal}%)`
}

function idleWords(idle: readonly Covered[]) {
  const names = (language: Language) => idle.map(({ label }) => label[language]).join('; ')
  return {
    id: `${idle.length} aksi belum didukung anggaran unit mana pun: ${names('id')}. Tentukan unit yang menganggarkannya.`,
    en: `${idle.length} actions have no tagged budget in any agency: ${names('en')}. Decide which agency budgets for them.`,
  }
}

/** Too little is said only when all have sent: until then it is the normal state. */
const cityTotal: CityCheck = {
  rule: 'A15',
  check(city) {
    const coordinator = coordinatorOf(city)
    const { cityTotalLeast: least, cityTotalMost: most } = city.settings
    const total = submissionsOf(city, forms.tagging).reduce(
      (sum, submission) => sum + taggedTotal(submission, (source) => isBudget(city, source)),
      0,
    )
    const small = total < least && isComplete(city, forms.tagging)
    if (coordinator === undefined || (total <= most && !small)) return []
    const limit = (language: Language) => formatRupiah(small ? least : most, language)
    const text = {
      id: `Total pagu ditandai seluruh kota ${formatRupiah(total, 'id')} ${small ? 'di bawah' : 'melebihi'} batas wajar ${limit('id')} (di luar Non-APBD). Periksa ${small ? 'unit yang belum menandai' : 'baris dengan nilai terbesar'}, atau jelaskan.`,
      en: `The city's tagged total ${formatRupiah(total, 'en')} is ${small ? 'below' : 'above'} the plausible ${limit('en')} (without money outside the budget). Check ${small ? 'who has not tagged yet' : 'the largest rows'}, or explain.`,
    }
    const place = { agencyId: coordinator.id, formId: forms.tagging, pointer: `/rows/${table}`, rowKey: 'kota' }
    return [{ ...place, text, same: small ? 'small' : 'large', amounts: [total] }]
  },
}

export const budgetCityChecks: readonly CityCheck[] = [claimedTwice, withoutBudget, cityTotal]
