/**
 * A28 to A31, and A33 at a row: what was typed against the budget that SIPD has. A form is compared with the stage that it names; where
 * that one is not loaded, nothing is said of its amounts.
 */
import { formatRupiah } from '../formats.ts'
import { rowsOfCode } from '../sipd/rows-of-code.ts'
import { stageWords } from '../sipd/stages.ts'
import { at, type Found, type RowCheck, type RowSite } from './check.ts'
import { isBudget, numberIn, textIn } from './check-context.ts'
import { budgetsOf, ceilingOf, codeOf, newestOf, stagesNamed, tagged } from './sipd-budgets.ts'

/** Money outside the budget stands in no SIPD. */
function isInBudget({ context, row }: RowSite): boolean {
  return codeOf(row) !== '' && isBudget(context, textIn(row, 'sumberDana'))
}

/**
 * Equal to the newest is never called wrong: somebody took it, and the document is told to follow. Nor is what an earlier stage of the
 * same document says, as a second shift follows a first: that is told once, by A33.
 */
const ceiling: RowCheck = {
  rule: 'A28',
  at: tagged,
  check(site) {
    const { context, submission, row } = site
    const stages = stagesNamed(context, submission)
    const budget = stages.at(-1)
    const [typed, known] = [numberIn(row, 'paguSubKegiatan'), ceilingOf(budget, row)]
    if (budget === undefined || typed === undefined || known === undefined) return undefined
    if (stages.some((stage) => typed === ceilingOf(stage, row))) return undefined
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
    const budget = stagesNamed(context, submission).at(-1)
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
    const budget = stagesNamed(context, submission).at(-1)
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
    const budget = stagesNamed(context, submission).at(-1)
    const [marked, known] = [numberIn(row, 'paguDitandai'), ceilingOf(budget, row)]
    if (marked === undefined || known === undefined || marked <= known) return undefined
    const others = [...stagesNamed(context, submission), newestOf(context, submission)]
    if (others.some((each) => marked <= (ceilingOf(each, row) ?? 0))) return undefined
    const words = {
      id: `Pagu ditandai ${formatRupiah(marked, 'id')} melebihi pagu di SIPD, ${formatRupiah(known, 'id')}. Turunkan, atau jelaskan.`,
      en: `The tagged ${formatRupiah(marked, 'en')} exceed the budget in SIPD, ${formatRupiah(known, 'en')}. Lower it, or explain.`,
    }
    return at(site, 'paguDitandai', words, { amounts: [marked, known] })
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
