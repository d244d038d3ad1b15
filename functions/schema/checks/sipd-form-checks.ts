/**
 * A32 and A33: what the agency did not tag though SIPD has money for it, and a newer stage than the form's. That one changes no form:
 * it is one finding about all of it.
 */
import type { Row } from '../answers.ts'
import { formatRupiah } from '../formats.ts'
import type { AgencyBudget } from '../sipd/agency-budget.ts'
import { documentOf, documents, stageWords } from '../sipd/stages.ts'
import type { Wording } from '../wording.ts'
import type { FormCheck } from './check.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  forms,
  isSuggestion,
  list,
  numberIn,
  rowsOf,
} from './check-context.ts'
import { ceilingOf, documentNamed, newestOf, stagesNamed, table, untaggedOf } from './sipd-budgets.ts'

/** By a list that is only suggested, it is a remark. */
const untagged: FormCheck = {
  rule: 'A32',
  form: forms.tagging,
  check(submission, context) {
    const missing = untaggedOf(context, submission)
    if (missing.length === 0) return []
    const total = missing.reduce((sum, { amount }) => sum + amount, 0)
    const names = missing.slice(0, 3).map(({ code, name }) => `${code} ${name}`)
    const more = (language: 'id' | 'en') =>
      missing.length > 3 ? (language === 'id' ? ', dan lainnya' : ', and others') : ''
    const text: Wording = {
      id: `Belum ditandai: ${missing.length} sub kegiatan pendukung penurunan stunting dengan pagu ${formatRupiah(total, 'id')} di SIPD: ${names.join('; ')}${more('id')}. Tandai dengan "Isi dari SIPD", atau jelaskan.`,
      en: `Not tagged yet: ${missing.length} sub-activities that support stunting reduction, with ${formatRupiah(total, 'en')} in SIPD: ${names.join('; ')}${more('en')}. Tag them by "Fill from SIPD", or explain.`,
    }
    const severity = isSuggestion(list(context, 'pemetaan-stunting')) ? ({ severity: 'info' } as const) : {}
    const same = missing
      .map(({ code }) => code)
      .sort()
      .join()
    return [{ pointer: `/rows/${table}`, rowKey: 'belum-ditandai', text, same, amounts: [total], ...severity }]
  },
}

type Moved = { readonly row: Row; readonly typed: number; readonly now: number }

/** Rows whose ceiling is another one in the newest budget. */
function movedRows(newest: AgencyBudget, submission: CheckedSubmission): readonly Moved[] {
  return rowsOf(submission, table).flatMap((row) => {
    const [typed, now] = [numberIn(row, 'paguSubKegiatan'), ceilingOf(newest, row)]
    return typed === undefined || now === undefined || typed === now ? [] : [{ row, typed, now }]
  })
}

/** The newest budget, where it is of a later document than the form's, or a later stage of the same than its rows are from. */
function overtakenBy(context: CheckContext, submission: CheckedSubmission): AgencyBudget | undefined {
  const document = documentNamed(submission)
  const newest = newestOf(context, submission)
  if (newest === undefined || document === '') return undefined
  const orderOf = (of: string) => documents.indexOf(of)
  const [named, now] = [orderOf(document), orderOf(documentOf(newest.stage))]
  if (named !== now) return now > named ? newest : undefined
  const before = stagesNamed(context, submission).slice(0, -1)
  const isFromBefore = ({ row, typed }: Moved) => before.some((stage) => ceilingOf(stage, row) === typed)
  return movedRows(newest, submission).some(isFromBefore) ? newest : undefined
}

const olderDocument: FormCheck = {
  rule: 'A33',
  form: forms.tagging,
  check(submission, context) {
    const newest = submission.nil ? undefined : overtakenBy(context, submission)
    if (newest === undefined) return []
    const moved = movedRows(newest, submission)
    const stage = stageWords(newest.stage)
    const shift = moved.reduce((sum, { typed, now }) => sum + now - typed, 0)
    const text =
      moved.length === 0
        ? {
            id: `${stage.id} sudah dimuat dari SIPD, tetapi pagu baris Anda tidak berubah. Ganti dokumen anggaran dan tanggalnya bila ini dasar Anda.`,
            en: `${stage.en} has been loaded from SIPD, but the budgets of your rows did not change. Change document and date if it is what you go by.`,
          }
        : {
            id: `${stage.id} sudah dimuat dari SIPD: pagu ${moved.length} baris berubah (selisih ${formatRupiah(shift, 'id')}). Ambil pagu yang baru, lalu ganti dokumen anggaran dan tanggalnya; atau jelaskan.`,
            en: `${stage.en} has been loaded from SIPD: the budgets of ${moved.length} rows changed (by ${formatRupiah(shift, 'en')}). Take the new ones, then change document and date; or explain.`,
          }
    const severity = moved.length === 0 ? ({ severity: 'info' } as const) : {}
    return [{ pointer: '/fields/dokumenAnggaran', text, same: newest.stage, amounts: [moved.length], ...severity }]
  },
}

export const sipdFormChecks: readonly FormCheck[] = [untagged, olderDocument]
