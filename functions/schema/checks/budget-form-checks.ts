/** A05, A12, A15: the tagged rows of one agency among each other, against its review of 2025, and against its declared total. */

import type { Row } from '../answers.ts'
import { formatRupiah } from '../formats.ts'
import { budgetIndex, budgetKey } from './budget-checks.ts'
import { at, type FormCheck, type Found, type RowSite, siteOf } from './check.ts'
import {
  type CheckedSubmission,
  entryOf,
  forms,
  isBudget,
  numberIn,
  ownSubmission,
  rowsOf,
  textIn,
} from './check-context.ts'

const table = 'penandaan'

/** Two equal spellings are refused by the validator; here the old and the new number of one code meet. */
const twice: FormCheck = {
  rule: 'A05',
  form: forms.tagging,
  check(submission, context) {
    const first = new Map<string, Row>()
    return rowsOf(submission, table).flatMap((row): Found[] => {
      const key = budgetKey(row)
      const earlier = first.get(key)
      if (earlier === undefined || key === '') {
        first.set(key, row)
        return []
      }
      if (textIn(earlier, 'kodeSubKegiatan') === textIn(row, 'kodeSubKegiatan')) return []
      const words = {
        id: `Sub kegiatan dan sumber dana ini sudah ada di baris lain dengan kode ${textIn(earlier, 'kodeSubKegiatan')}. Gabungkan kedua baris.`,
        en: `This sub-activity and source already stand in another row, with code ${textIn(earlier, 'kodeSubKegiatan')}. Put the two rows together.`,
      }
      return [
        { ...at(siteOf(context, submission, table, row), 'kodeSubKegiatan', words, { same: key }), rowKey: row.rowKey },
      ]
    })
  },
}

const continued: FormCheck = {
  rule: 'A12',
  form: forms.review,
  check(review, context) {
    const tagging = ownSubmission(context, review.agency.id, forms.tagging)
    if (tagging === undefined) return []
    return rowsOf(review, 'anggaran').flatMap((row): Found[] => {
      const site = siteOf(context, review, 'anggaran', row)
      const found = budgetKey(row) === '' ? undefined : against2025(site, tagging)
      return found === undefined ? [] : [{ ...found, rowKey: row.rowKey }]
    })
  },
}

function against2025(site: RowSite, tagging: CheckedSubmission): Found | undefined {
  const { row, context } = site
  const same = budgetIndex(rowsOf(tagging, table)).get(budgetKey(row))
  if (same === undefined) {
    if (textIn(row, 'dilanjutkan2026') !== 'ya') return undefined
    const words = {
      id: 'Dinyatakan dilanjutkan pada 2026, tetapi tidak ada pada formulir 3A dengan sumber dana yang sama. Tambahkan di formulir 3A, atau ubah jawaban ini.',
      en: 'Said to continue in 2026, but not in form 3A with the same source. Add it to form 3A, or change this answer.',
    }
    return at(site, 'dilanjutkan2026', words, { same: 'absent' })
  }
  const [before, now] = [numberIn(row, 'pagu2025'), numberIn(same, 'paguSubKegiatan')]
  const most = context.settings.budgetChangePercent
  if (before === undefined || now === undefined || before <= 0 || Math.abs(now / before - 1) * 100 <= most)
    return undefined
  const words = {
    id: `Pagu berubah lebih dari ${most}%: ${formatRupiah(before, 'id')} pada 2025, ${formatRupiah(now, 'id')} pada formulir 3A. Periksa keduanya; bila memang benar, jelaskan.`,
    en: `The budget changed by more than ${most}%: ${formatRupiah(before, 'en')} in 2025, ${formatRupiah(now, 'en')} in form 3A. Check both; if they are right, explain.`,
  }
  return at(site, 'pagu2025', words, { same: 'changed', amounts: [before, now] })
}

/** The total that the agency declared elsewhere (SIPD) is a list that the coordinator loads; without it nobody can tell. */
const declaredTotal: FormCheck = {
  rule: 'A15',
  form: forms.tagging,
  check(submission, context) {
    const declared = Number(entryOf(context, 'total-penandaan', submission.agency.id)?.facts?.total || Number.NaN)
    const total = taggedTotal(submission, (source) => isBudget(context, source))
    if (!Number.isFinite(declared) || submission.nil || declared === total) return []
    const text = {
      id: `Jumlah pagu ditandai ${formatRupiah(total, 'id')} (di luar Non-APBD) berbeda dari total yang tercatat untuk unit ini, ${formatRupiah(declared, 'id')}. Cari baris yang kurang atau berlebih, atau jelaskan.`,
      en: `The tagged total ${formatRupiah(total, 'en')} (without money outside the budget) differs from the recorded one, ${formatRupiah(declared, 'en')}. Find the row that is missing or too much, or explain.`,
    }
    return [{ pointer: `/rows/${table}`, text, amounts: [total, declared] }]
  },
}

/** The tagged rupiah of one submission from the sources that count. */
export function taggedTotal(submission: CheckedSubmission, counts: (source: string) => boolean): number {
  return rowsOf(submission, table)
    .filter((row) => counts(textIn(row, 'sumberDana')))
    .reduce((sum, row) => sum + (numberIn(row, 'paguDitandai') ?? 0), 0)
}

export const budgetFormChecks: readonly FormCheck[] = [twice, continued, declaredTotal]
