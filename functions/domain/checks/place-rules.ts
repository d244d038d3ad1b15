/** A18, A22, A24: figures that must fit the target groups of their kelurahan, and priority sites that budgets forget. */
import { formatNumber } from '../../schema/answers/format-value.ts'
import type { Row } from '../../schema/answers.ts'
import {
  type City,
  coordinatorOf,
  forms,
  isComplete,
  keyPart,
  labelOf,
  list,
  listIn,
  numberIn,
  papersOf,
  rowsInCity,
  rowsOf,
  textIn,
  wholeCity,
} from './city.ts'
import { at, type FoundAt, type RowRule, siteOf, type WideRule } from './rule.ts'

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

const denominator: WideRule = {
  id: 'A18',
  severity: 'warning',
  scope: 'agency',
  check(city) {
    return papersOf(city, forms.coverage).flatMap((paper) => {
      const own = papersOf(city, forms.groups).find(({ agency }) => agency.id === paper.agency.id)
      if (own === undefined || own.answers.fields.periode !== paper.answers.fields.periode) return []
      const byKelurahan = new Map(rowsOf(own, 'sasaran').map((row) => [textIn(row, 'kelurahan'), row]))
      return rowsOf(paper, 'cakupan').flatMap((row, index): FoundAt[] => {
        const group = denominators[textIn(row, 'indikator')]
        const counted = byKelurahan.get(textIn(row, 'kelurahan'))
        const [here, there] = [numberIn(row, 'penyebut'), group && counted ? numberIn(counted, group) : undefined]
        const site = siteOf(city, paper, 'cakupan', index)
        if (site === undefined || here === undefined || there === undefined || here === there) return []
        const found = at(
          site,
          'penyebut',
          `penyebut ${formatNumber(here, 'id')} berbeda dari Data sasaran (${formatNumber(there, 'id')}) untuk kelurahan dan semester yang sama. Samakan, atau jelaskan sumbernya.`,
          `the denominator ${formatNumber(here, 'en')} differs from Target groups (${formatNumber(there, 'en')}) for the same kelurahan and semester. Make them equal, or explain the source.`,
        )
        return [{ ...found, rowKey: row.rowKey, agencyId: paper.agency.id, formId: forms.coverage }]
      })
    })
  },
}

const tooMany: RowRule = {
  id: 'A22',
  severity: 'info',
  scope: 'row',
  at: [{ form: forms.tagging, table: 'penandaan' }],
  check(site) {
    const planned = numberIn(site.row, 'jumlahSasaran')
    const living = populationOf(site.city, site.row)
    if (planned === undefined || living === undefined || planned <= living) return undefined
    return at(
      site,
      'jumlahSasaran',
      `jumlah sasaran ${formatNumber(planned, 'id')} melebihi sasaran yang tercatat di lokasi itu (${formatNumber(living, 'id')}). Periksa jumlah atau lokasinya.`,
      `${formatNumber(planned, 'en')} beneficiaries exceed the recorded group at that location (${formatNumber(living, 'en')}). Check the number or the location.`,
    )
  },
}

/** The people (or families) of the row's groups in its kelurahan; `undefined` unless every count is known. */
function populationOf(city: City, row: Row): number | undefined {
  const places = new Set(listIn(row, 'lokasi'))
  const wanted = places.has(wholeCity) ? list(city, 'kelurahan').map(({ value }) => value) : [...places]
  const fields = listIn(row, 'kelompokSasaran').map((group) => groups[group])
  const counts = new Map(
    rowsInCity(city, forms.groups, 'sasaran').map((each) => [textIn(each.row, 'kelurahan'), each.row]),
  )
  let sum = 0
  for (const place of wanted) {
    for (const field of fields) {
      const counted = counts.get(place)
      const count = field && counted ? numberIn(counted, field) : undefined
      if (count === undefined) return undefined
      sum += count
    }
  }
  return wanted.length > 0 && fields.length > 0 ? sum : undefined
}

/** That a kecamatan lists all its kelurahan is kept by the forms' fixed rows; what remains is the priority sites. */
const forgottenSites: WideRule = {
  id: 'A24',
  severity: 'warning',
  scope: 'city',
  check(city) {
    const coordinator = coordinatorOf(city)
    if (coordinator === undefined || !isComplete(city, forms.tagging)) return []
    const reached = new Set(rowsInCity(city, forms.tagging, 'penandaan').flatMap(({ row }) => listIn(row, 'lokasi')))
    if (reached.has(wholeCity)) return []
    const sites = list(city, 'kelurahan').filter(({ value, facts }) => facts?.lokus === 'yes' && !reached.has(value))
    return sites.map(({ value }) => {
      const name = labelOf(city, 'kelurahan', value)
      const message = {
        id: `Kelurahan lokus ${name.id} belum menjadi lokasi penandaan unit mana pun. Tentukan unit yang bekerja di sana.`,
        en: `Priority site ${name.en} is not a location of any tagged budget. Decide which agency works there.`,
      }
      const rowKey = keyPart(value)
      return { agencyId: coordinator.id, formId: forms.tagging, rowKey, pointer: '/rows/penandaan', message }
    })
  },
}

export const placeRowRules = [tooMany]
export const placeWideRules = [denominator, forgottenSites]
