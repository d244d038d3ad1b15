/** A19 over rounds, A23, A24: coverage against the last semester, two units that say different things, and sites that budgets forget. */

import type { Row } from '../../schema/answers.ts'
import { at, siteOf } from '../../schema/checks/check.ts'
import {
  type CheckedSubmission,
  entryOf,
  forms,
  keyPart,
  labelOf,
  list,
  listIn,
  numberIn,
  percentOf,
  rowsOf,
  submissionsOf,
  textIn,
  wholeCity,
} from '../../schema/checks/check-context.ts'
import { signature } from '../../schema/checks/coverage-form-checks.ts'
import { formatNumber } from '../../schema/formats.ts'
import { type City, type CityCheck, coordinatorOf, type FoundAt, isComplete, rowsInCity, taggedRows } from './city.ts'

/**
 * Against the agency's submission of the semester before, whichever round asked for it: a round that was opened later may ask for older
 * data. Figures that are all the same were copied, and are not also called jumps.
 */
const sinceLastPeriod: CityCheck = {
  rule: 'A19',
  check(city) {
    return submissionsOf(city, forms.coverage).flatMap((submission) => {
      const before = lastBefore(submission, city.otherRounds)
      if (before === undefined) return []
      const [now, then] = [rowsOf(submission, 'cakupan'), rowsOf(before, 'cakupan')]
      const key = signature(now).join()
      const copied = signature(now).length >= city.settings.copiedFigures && key === signature(then).join()
      return copied ? [wholeCopy(submission, periodName(city, before))] : jumps(city, submission, before)
    })
  },
}

/** Periods sort as texts: `2025-S1` before `2025-S2`. Of two submissions of one period that of the newest round counts. */
function lastBefore(
  submission: CheckedSubmission,
  others: readonly CheckedSubmission[],
): CheckedSubmission | undefined {
  return others
    .filter(({ agency, answers }) => agency.id === submission.agency.id && periodOf({ answers }) < periodOf(submission))
    .filter((each) => periodOf(each) !== '')
    .toSorted((a, b) => (periodOf(a) < periodOf(b) ? 1 : periodOf(a) > periodOf(b) ? -1 : 0))[0]
}

function periodOf({ answers }: Pick<CheckedSubmission, 'answers'>): string {
  return textIn({ cells: answers.fields }, 'periode')
}

function wholeCopy({ agency }: CheckedSubmission, period: { id: string; en: string }): FoundAt {
  const text = {
    id: `Semua angka sama persis dengan ${period.id}; mungkin tersalin dari periode sebelumnya. Isi dengan data periode ini, atau jelaskan.`,
    en: `All figures equal those of ${period.en}; they may have been copied from it. Enter the data of this period, or explain.`,
  }
  return {
    agencyId: agency.id,
    formId: forms.coverage,
    pointer: '/rows/cakupan',
    rowKey: 'periode',
    text,
    same: period.id,
  }
}

function jumps(city: City, submission: CheckedSubmission, before: CheckedSubmission): FoundAt[] {
  const known = new Map(rowsOf(before, 'cakupan').map((row) => [figureKey(row), row]))
  return rowsOf(submission, 'cakupan').flatMap((row): FoundAt[] => {
    const earlier = known.get(figureKey(row))
    const [now, then] = [percentOf(row), earlier && percentOf(earlier)]
    if (now === undefined || then === undefined || Math.abs(now - then) <= city.settings.coverageJumpPoints) return []
    const period = periodName(city, before)
    const share = (value: number, language: 'id' | 'en') => formatNumber(value, language, 1)
    const words = {
      id: `Cakupan berubah dari ${share(then, 'id')}% (${period.id}) menjadi ${share(now, 'id')}%. Periksa pembilang dan penyebutnya; bila memang benar, jelaskan sebabnya.`,
      en: `Coverage moved from ${share(then, 'en')}% (${period.en}) to ${share(now, 'en')}%. Check numerator and denominator; if they are right, explain why.`,
    }
    const found = at(siteOf(city, submission, 'cakupan', row), 'pembilang', words, {
      same: 'jump',
      amounts: [then, now],
    })
    return [{ ...found, rowKey: row.rowKey, agencyId: submission.agency.id, formId: forms.coverage }]
  })
}

function figureKey(row: Row): string {
  return `${textIn(row, 'kelurahan')} ${textIn(row, 'indikator')}`
}

function periodName(city: City, { answers }: CheckedSubmission): { id: string; en: string } {
  return labelOf(city, 'periode', periodOf({ answers }))
}

/** The item that a supporting indicator is about, whoever reports it: lists name them `<agency>-<item>`. */
function itemOf(city: City, indicator: string): string {
  const entry = entryOf(city, 'data-pendukung', indicator)
  const owner = entry?.scope?.find((agencyId) => indicator.startsWith(`${agencyId}-`))
  return entry?.facts?.item ?? (owner === undefined ? indicator : indicator.slice(owner.length + 1))
}

const disagreement: CityCheck = {
  rule: 'A23',
  check(city) {
    const values = rowsInCity(city, forms.support, 'pendukung').flatMap(({ submission, row }) => {
      const value = numberIn(row, 'nilai')
      const item = `${itemOf(city, textIn(row, 'indikator'))} ${textIn(row, 'tahun')} ${listIn(row, 'kelurahan').join()}`
      return value === undefined ? [] : [{ submission, row, value, item }]
    })
    return values.flatMap(({ submission, row, value, item }): FoundAt[] => {
      const other = values.find(
        (each) => each.item === item && each.value !== value && each.submission.agency.id !== submission.agency.id,
      )
      if (other === undefined) return []
      const words = {
        id: `Nilai ${formatNumber(value, 'id')} berbeda dari ${other.submission.agency.name.id} (${formatNumber(other.value, 'id')}) untuk hal yang sama. Cocokkan datanya dengan unit itu, atau jelaskan.`,
        en: `The value ${formatNumber(value, 'en')} differs from ${other.submission.agency.name.en} (${formatNumber(other.value, 'en')}) for the same item. Reconcile the data with that agency, or explain.`,
      }
      const basis = { same: other.submission.agency.id, amounts: [value, other.value] }
      const found = at(siteOf(city, submission, 'pendukung', row), 'nilai', words, basis)
      return [{ ...found, rowKey: row.rowKey, agencyId: submission.agency.id, formId: forms.support }]
    })
  },
}

/** That a kecamatan lists all its kelurahan is kept by the validator through the forms' fixed rows; what remains is the priority sites. */
const forgottenSites: CityCheck = {
  rule: 'A24',
  check(city) {
    const coordinator = coordinatorOf(city)
    if (coordinator === undefined || !isComplete(city, forms.tagging)) return []
    const reached = new Set(taggedRows(city).flatMap(({ row }) => listIn(row, 'lokasi')))
    if (reached.has(wholeCity)) return []
    const sites = list(city, 'kelurahan').filter(
      ({ value, facts }) => isPrioritySite(facts?.lokus) && !reached.has(value),
    )
    return sites.map(({ value, label }) => {
      const text = {
        id: `Kelurahan lokus ${label.id} belum menjadi lokasi penandaan unit mana pun. Tentukan unit yang bekerja di sana.`,
        en: `Priority site ${label.en} is not a location of any tagged budget. Decide which agency works there.`,
      }
      const place = { agencyId: coordinator.id, formId: forms.tagging, pointer: '/rows/penandaan' }
      return { ...place, rowKey: keyPart(value), text }
    })
  },
}

function isPrioritySite(said: string | undefined): boolean {
  return ['yes', 'ya'].includes((said ?? '').trim().toLowerCase())
}

export const coverageCityChecks: readonly CityCheck[] = [sinceLastPeriod, disagreement, forgottenSites]
