/** A18 to A20 within one submission: figures copied from one kelurahan to another, too even, or unlike the agency's own target groups. */

import type { Row } from '../answers.ts'
import { formatNumber } from '../formats.ts'
import { at, type FormCheck, type Found, siteOf } from './check.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  forms,
  isReversed,
  keyPart,
  labelOf,
  numberIn,
  ownSubmission,
  percentOf,
  rowsOf,
  textIn,
} from './check-context.ts'

const table = 'cakupan'

/** Whose number an indicator's denominator is, where it is a whole group of F4; others count a part of a group. */
const denominators: Readonly<Record<string, string>> = {
  'ind-01': 'remajaPutri',
  'ind-02': 'remajaPutri',
  'ind-03': 'catin',
  'ind-11': 'ibuHamil',
  'ind-17': 'balita',
  'ind-24': 'krs',
  'ind-26': 'jumlahKeluarga',
  'ind-27': 'jumlahKeluarga',
}

const denominator: FormCheck = {
  rule: 'A18',
  form: forms.coverage,
  check(submission, context) {
    const own = ownSubmission(context, submission.agency.id, forms.groups)
    if (own === undefined || own.answers.fields.periode !== submission.answers.fields.periode) return []
    const byKelurahan = new Map(rowsOf(own, 'sasaran').map((row) => [textIn(row, 'kelurahan'), row]))
    return rowsOf(submission, table).flatMap((row): Found[] => {
      const group = denominators[textIn(row, 'indikator')]
      const counted = byKelurahan.get(textIn(row, 'kelurahan'))
      const [here, there] = [numberIn(row, 'penyebut'), group && counted ? numberIn(counted, group) : undefined]
      if (here === undefined || there === undefined || here === there) return []
      const words = {
        id: `Penyebut ${formatNumber(here, 'id')} berbeda dari formulir Data Sasaran (${formatNumber(there, 'id')}) untuk kelurahan dan semester yang sama. Samakan, atau jelaskan sumbernya.`,
        en: `The denominator ${formatNumber(here, 'en')} differs from the form Target Groups (${formatNumber(there, 'en')}) for the same kelurahan and semester. Make them equal, or explain the source.`,
      }
      const found = at(siteOf(context, submission, table, row), 'penyebut', words, { amounts: [here, there] })
      return [{ ...found, rowKey: row.rowKey }]
    })
  },
}

/** A kelurahan's figures by indicator, those without values or of zeros only left out. */
export function signature(rows: readonly Row[]): string[] {
  return rows
    .flatMap((row) => {
      const [part, whole] = [numberIn(row, 'pembilang'), numberIn(row, 'penyebut')]
      const empty = part === undefined || whole === undefined || (part === 0 && whole === 0)
      return empty ? [] : [`${textIn(row, 'indikator')}=${part}/${whole}`]
    })
    .sort()
}

const copied: FormCheck = {
  rule: 'A19',
  form: forms.coverage,
  check(submission, context) {
    const seen = new Map<string, string>()
    return [...groupedBy(submission, 'kelurahan')].flatMap(([kelurahan, rows]): Found[] => {
      const figures = signature(rows)
      const key = figures.join()
      const twin = seen.get(key)
      if (twin === undefined) seen.set(key, kelurahan)
      const first = rows[0]
      if (twin === undefined || first === undefined || figures.length < context.settings.copiedFigures) return []
      const [here, there] = [labelOf(context, 'kelurahan', kelurahan), labelOf(context, 'kelurahan', twin)]
      const text = {
        id: `Semua angka Kelurahan ${here.id} sama persis dengan Kelurahan ${there.id}; mungkin tersalin. Periksa keduanya pada sumbernya; bila memang benar, jelaskan.`,
        en: `All figures of Kelurahan ${here.en} equal those of Kelurahan ${there.en}; they may have been copied. Check both at their source; if they are right, explain.`,
      }
      const pointer = `/rows/${table}/${first.rowKey}/pembilang`
      return [{ rowKey: keyPart(kelurahan), pointer, text, same: `${twin} ${key}` }]
    })
  },
}

const tooEven: FormCheck = {
  rule: 'A20',
  form: forms.coverage,
  check(submission, context) {
    const given = rowsOf(submission, table).filter((row) => percentOf(row) !== undefined)
    return [...manyZeros(given, context), ...sameEverywhere(submission, context)]
  },
}

function manyZeros(given: readonly Row[], context: CheckContext): Found[] {
  const { patternLeast, zerosPercent } = context.settings
  const zeros = given.filter(
    (row) => numberIn(row, 'pembilang') === 0 && !isReversed(context, textIn(row, 'indikator')),
  ).length
  if (given.length < patternLeast || 100 * zeros <= zerosPercent * given.length) return []
  const text = {
    id: `${zeros} dari ${given.length} pembilang bernilai 0. Bila datanya belum ada, pilih "Belum ada data"; angka 0 hanya untuk hasil yang memang nol.`,
    en: `${zeros} of ${given.length} numerators are 0. If there are no data, choose "No data yet"; 0 is only for a real zero.`,
  }
  return [{ pointer: `/rows/${table}`, text, amounts: [zeros, given.length] }]
}

function sameEverywhere(submission: CheckedSubmission, context: CheckContext): Found[] {
  return [...groupedBy(submission, 'indikator')].flatMap(([indicator, rows]): Found[] => {
    const shares = rows.flatMap((row) => percentOf(row) ?? [])
    const [first, row] = [shares[0], rows[0]]
    const even = (first === 0 && !isReversed(context, indicator)) || first === 100
    if (!even || row === undefined || shares.length < 3 || shares.some((share) => share !== first)) return []
    const name = labelOf(context, 'indikator-layanan', indicator)
    const text = {
      id: `"${name.id}" tepat ${first}% di semua ${shares.length} kelurahan. Periksa apakah ini hasil yang sebenarnya; bila ya, jelaskan.`,
      en: `"${name.en}" is exactly ${first}% in all ${shares.length} kelurahan. Check whether this is the true result; if it is, explain.`,
    }
    const pointer = `/rows/${table}/${row.rowKey}/pembilang`
    return [{ rowKey: keyPart(indicator), pointer, text, same: `${indicator} ${first}` }]
  })
}

function groupedBy(submission: CheckedSubmission, field: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rowsOf(submission, table)) {
    const name = textIn(row, field)
    const group = groups.get(name)
    if (group === undefined) groups.set(name, [row])
    else group.push(row)
  }
  return groups
}

export const coverageFormChecks: readonly FormCheck[] = [denominator, copied, tooEven]
