/**
 * A28 to A33: what was typed against the budget that SIPD has. A form is compared with the stage that it names; where that one is not
 * loaded, nothing is said of its amounts. A newer stage changes no form: it is told once, and while a draft is typed at each row.
 */
import type { Row } from '../answers.ts'
import { formatRupiah } from '../formats.ts'
import type { AgencyBudget } from '../sipd/agency-budget.ts'
import { rowsOfCode } from '../sipd/rows-of-code.ts'
import { documentOf, stageWords } from '../sipd/stages.ts'
import type { Wording } from '../wording.ts'
import { at, type FormCheck, type Found, type RowCheck, type RowSite } from './check.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  entryOf,
  forms,
  isBudget,
  isSuggestion,
  list,
  numberIn,
  rowsOf,
  textIn,
} from './check-context.ts'
import { currentCode } from './sub-activity-code.ts'

const table = 'penandaan'
const tagged = [{ form: forms.tagging, table }] as const

function budgetsOf({ budgets }: CheckContext, { agency }: CheckedSubmission): readonly AgencyBudget[] {
  return budgets?.get(agency.id) ?? []
}

function newestOf(context: CheckContext, submission: CheckedSubmission): AgencyBudget | undefined {
  return budgetsOf(context, submission).at(-1)
}

/** The budget of the document that the form names; the newest while it names none. */
function namedBudget(context: CheckContext, submission: CheckedSubmission): AgencyBudget | undefined {
  const document = textIn({ cells: submission.answers.fields }, 'dokumenAnggaran')
  const own = budgetsOf(context, submission)
  return document === '' ? own.at(-1) : own.find(({ stage }) => documentOf(stage) === document)
}

/** What SIPD has for this row's sub kegiatan and source. */
function ceilingOf(budget: AgencyBudget | undefined, row: Row): number | undefined {
  if (budget === undefined) return undefined
  const source = textIn(row, 'sumberDana')
  return rowsOfCode(budget, codeOf(row)).find((each) => each.source === source)?.ceiling
}

function codeOf(row: Row): string {
  return currentCode(textIn(row, 'kodeSubKegiatan'))
}

/** Money outside the budget stands in no SIPD. */
function isInBudget({ context, row }: RowSite): boolean {
  return codeOf(row) !== '' && isBudget(context, textIn(row, 'sumberDana'))
}

/** Equal to the newest is never called wrong: somebody took it, and the document is told to follow. */
const ceiling: RowCheck = {
  rule: 'A28',
  at: tagged,
  check(site) {
    const { context, submission, row } = site
    const budget = namedBudget(context, submission)
    const [typed, known] = [numberIn(row, 'paguSubKegiatan'), ceilingOf(budget, row)]
    if (budget === undefined || typed === undefined || known === undefined || typed === known) return undefined
    if (typed === ceilingOf(newestOf(context, submission), row)) return undefined
    const stage = stageWords(budget.stage)
    const words = {
      id: `Pagu ${formatRupiah(typed, 'id')} berbeda dari SIPD, ${stage.id}: ${formatRupiah(known, 'id')}. Pakai pagu SIPD, atau jelaskan.`,
      en: `The budget ${formatRupiah(typed, 'en')} differs from SIPD, ${stage.en}: ${formatRupiah(known, 'en')}. Use SIPD’s, or explain.`,
    }
    const fix = { pointer: site.field('paguSubKegiatan'), value: known }
    return at(site, 'paguSubKegiatan', words, { same: budget.stage, amounts: [typed, known], fix })
  },
}

const foreignCode: RowCheck = {
  rule: 'A29',
  at: tagged,
  check(site) {
    const { context, submission, row } = site
    const budget = namedBudget(context, submission)
    const code = codeOf(row)
    if (budget === undefined || !isInBudget(site) || rowsOfCode(budget, code).length > 0) return undefined
    const bare = budget.bare.some((each) => each.code === code)
    const stage = stageWords(budget.stage)
    const words = bare
      ? {
          id: `Kode ${code} ada di SIPD (${stage.id}) untuk unit Anda, tetapi tanpa pagu. Periksa tahapnya, atau jelaskan.`,
          en: `Code ${code} stands in SIPD (${stage.en}) for your agency, but without money. Check the stage, or explain.`,
        }
      : {
          id: `Kode ${code} tidak ada dalam anggaran unit Anda di SIPD (${stage.id}). Periksa kodenya pada DPA; bila memang benar, jelaskan.`,
          en: `Code ${code} is not in your agency’s budget in SIPD (${stage.en}). Check it against the DPA; if it is right, explain.`,
        }
    return at(site, 'kodeSubKegiatan', words, { same: `${code} ${bare ? 'bare' : 'absent'}` })
  },
}

const foreignFund: RowCheck = {
  rule: 'A30',
  at: tagged,
  check(site) {
    const { context, submission, row } = site
    const budget = namedBudget(context, submission)
    const source = textIn(row, 'sumberDana')
    const known = budget === undefined ? [] : rowsOfCode(budget, codeOf(row))
    // Of a fund that no rule knows, it may well be this source.
    if (source === '' || !isInBudget(site) || known.length === 0) return undefined
    if (known.some((each) => each.source === source || each.source === null)) return undefined
    const funds = known.flatMap((each) => each.funds).join('; ')
    const words = {
      id: `Di SIPD kode ini tidak memakai sumber dana yang dipilih, melainkan: ${funds}. Ganti sumber dananya, atau jelaskan.`,
      en: `In SIPD this code does not use the chosen source but: ${funds}. Change the source, or explain.`,
    }
    return at(site, 'sumberDana', words, { same: source })
  },
}

const aboveCeiling: RowCheck = {
  rule: 'A31',
  at: tagged,
  check(site) {
    const { context, submission, row } = site
    const budget = namedBudget(context, submission)
    const [marked, known] = [numberIn(row, 'paguDitandai'), ceilingOf(budget, row)]
    if (marked === undefined || known === undefined || marked <= known) return undefined
    if (marked <= (ceilingOf(newestOf(context, submission), row) ?? 0)) return undefined
    const words = {
      id: `Pagu ditandai ${formatRupiah(marked, 'id')} melebihi pagu di SIPD, ${formatRupiah(known, 'id')}. Turunkan, atau jelaskan.`,
      en: `The tagged ${formatRupiah(marked, 'en')} exceed the budget in SIPD, ${formatRupiah(known, 'en')}. Lower it, or explain.`,
    }
    return at(site, 'paguDitandai', words, { amounts: [marked, known] })
  },
}

/** Sub kegiatan of the stunting list with money in the newest budget that the submission does not tag, the largest first. */
export function untaggedOf(
  context: CheckContext,
  submission: CheckedSubmission,
): readonly { code: string; name: string; amount: number }[] {
  const budget = newestOf(context, submission)
  if (budget === undefined) return []
  const done = new Set(rowsOf(submission, table).map(codeOf))
  const sums = new Map<string, { code: string; name: string; amount: number }>()
  for (const { code, name, ceiling: amount } of budget.rows) {
    if (done.has(code) || entryOf(context, 'pemetaan-stunting', code) === undefined) continue
    sums.set(code, { code, name, amount: (sums.get(code)?.amount ?? 0) + amount })
  }
  return [...sums.values()].sort((a, b) => b.amount - a.amount)
}

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

/** Rows whose ceiling is another one in the newest budget. */
export function movedRows(
  context: CheckContext,
  submission: CheckedSubmission,
): readonly { row: Row; typed: number; now: number }[] {
  const newest = newestOf(context, submission)
  return rowsOf(submission, table).flatMap((row) => {
    const [typed, now] = [numberIn(row, 'paguSubKegiatan'), ceilingOf(newest, row)]
    return typed === undefined || now === undefined || typed === now ? [] : [{ row, typed, now }]
  })
}

/** `undefined` unless a budget of a later document than the form's own is loaded. */
function overtakenBy(context: CheckContext, submission: CheckedSubmission): AgencyBudget | undefined {
  const document = textIn({ cells: submission.answers.fields }, 'dokumenAnggaran')
  const newest = newestOf(context, submission)
  if (newest === undefined || document === '' || documentOf(newest.stage) === document) return undefined
  const order = ['dpa', 'pergeseran', 'dppa']
  return order.indexOf(documentOf(newest.stage)) > order.indexOf(document) ? newest : undefined
}

const olderDocument: FormCheck = {
  rule: 'A33',
  form: forms.tagging,
  check(submission, context) {
    const newest = submission.nil ? undefined : overtakenBy(context, submission)
    if (newest === undefined) return []
    const moved = movedRows(context, submission)
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

/** While a draft is typed, each row whose ceiling moved says so; what is stored is the one finding about the form. */
const movedRow: RowCheck = {
  rule: 'A33',
  at: tagged,
  check(site): Found | undefined {
    const { context, submission, row } = site
    const newest = newestOf(context, submission)
    const [typed, now] = [numberIn(row, 'paguSubKegiatan'), ceilingOf(newest, row)]
    if (submission.revision > 0 || newest === undefined || typed === undefined || now === undefined) return undefined
    const budgets = budgetsOf(context, submission)
    const before = budgets.slice(0, -1).some((each) => ceilingOf(each, row) === typed)
    if (typed === now || !before) return undefined
    const stage = stageWords(newest.stage)
    const words = {
      id: `${stage.id}: pagu baris ini menjadi ${formatRupiah(now, 'id')} (tadinya ${formatRupiah(typed, 'id')}).`,
      en: `${stage.en}: this row’s budget becomes ${formatRupiah(now, 'en')} (it was ${formatRupiah(typed, 'en')}).`,
    }
    const fix = { pointer: site.field('paguSubKegiatan'), value: now }
    return at(site, 'paguSubKegiatan', words, { same: newest.stage, amounts: [typed, now], fix })
  },
}

export const sipdRowChecks: readonly RowCheck[] = [ceiling, foreignCode, foreignFund, aboveCeiling, movedRow]
export const sipdFormChecks: readonly FormCheck[] = [untagged, olderDocument]
