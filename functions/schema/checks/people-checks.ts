/** A22 and A25: more beneficiaries than there are people, and success without proof. */

import type { Row } from '../answers.ts'
import { formatNumber } from '../formats.ts'
import { at, type RowCheck } from './check.ts'
import {
  type CheckContext,
  type CheckedSubmission,
  forms,
  list,
  listIn,
  numberIn,
  rowsOf,
  submissionsOf,
  textIn,
  wholeCity,
} from './check-context.ts'

/** The count of F4 that a target group of F1 is. */
const groups: Readonly<Record<string, string>> = {
  'remaja-putri': 'remajaPutri',
  catin: 'catin',
  pus: 'pus',
  'ibu-hamil': 'ibuHamil',
  'ibu-menyusui': 'ibuMenyusui',
  baduta: 'baduta',
  balita: 'balita',
  krs: 'krs',
  keluarga: 'jumlahKeluarga',
}

const tooMany: RowCheck = {
  rule: 'A22',
  at: [{ form: forms.tagging, table: 'penandaan' }],
  check(site) {
    const planned = numberIn(site.row, 'jumlahSasaran')
    const living = populationOf(site.context, site.row)
    if (planned === undefined || living === undefined || planned <= living) return undefined
    const words = {
      id: `Jumlah sasaran ${formatNumber(planned, 'id')} melebihi sasaran yang tercatat di lokasi itu (${formatNumber(living, 'id')}). Periksa jumlah, kelompok sasaran, atau lokasinya.`,
      en: `${formatNumber(planned, 'en')} beneficiaries exceed the recorded group at that location (${formatNumber(living, 'en')}). Check the number, the group or the location.`,
    }
    return at(site, 'jumlahSasaran', words, { amounts: [planned, living] })
  },
}

/** The people (or families) of the row's groups in its kelurahan; `undefined` unless every count is known. */
function populationOf(context: CheckContext, row: Row): number | undefined {
  const fields = listIn(row, 'kelompokSasaran').map((group) => groups[group])
  const places = listIn(row, 'lokasi')
  const wanted = places.includes(wholeCity) ? list(context, 'kelurahan').map(({ value }) => value) : places
  if (wanted.length === 0 || fields.length === 0) return undefined
  const counts = countsOf(context.submissions)
  let sum = 0
  for (const place of wanted) {
    for (const field of fields) {
      const counted = counts.get(place)
      const count = field && counted ? numberIn(counted, field) : undefined
      if (count === undefined) return undefined
      sum += count
    }
  }
  return sum
}

const indexes = new WeakMap<readonly CheckedSubmission[], ReadonlyMap<string, Row>>()

/** The rows of F4 by kelurahan, in all submissions that are known. */
function countsOf(submissions: readonly CheckedSubmission[]): ReadonlyMap<string, Row> {
  const known = indexes.get(submissions)
  if (known !== undefined) return known
  const rows = submissionsOf({ submissions }, forms.groups).flatMap((submission) => rowsOf(submission, 'sasaran'))
  const index = new Map(rows.map((row) => [textIn(row, 'kelurahan'), row]))
  indexes.set(submissions, index)
  return index
}

/** Only what claims success owes proof; that a link is https is the form's own rule. */
const proof: RowCheck = {
  rule: 'A25',
  at: [
    { form: forms.review, table: 'aksi' },
    { form: forms.support, table: 'pendukung' },
  ],
  check(site) {
    const status = textIn(site.row, 'status')
    if (!['selesai', 'ya'].includes(status) || textIn(site.row, 'tautanBukti') !== '') return undefined
    const words = {
      id: 'Dinyatakan tercapai tanpa tautan bukti. Tambahkan tautan dokumennya (https://…) bila ada.',
      en: 'Said to be done without a link to evidence. Add the document’s link (https://…) if there is one.',
    }
    return at(site, 'tautanBukti', words, { same: status })
  },
}

export const peopleChecks: readonly RowCheck[] = [tooMany, proof]
