/** A16, A19 to A21: coverage figures that can be, but seldom are. */
import { formatNumber } from '../../schema/answers/format-value.ts'
import type { Row } from '../../schema/answers.ts'
import { type City, forms, keyPart, labelOf, list, numberIn, type Paper, rowsOf, textIn } from './city.ts'
import { at, type FormRule, type Found, type RowRule } from './rule.ts'

const table = 'cakupan'
const figures = [{ form: forms.coverage, table }] as const

function percentOf(row: Row): number | undefined {
  const [part, whole] = [numberIn(row, 'pembilang'), numberIn(row, 'penyebut')]
  return part === undefined || whole === undefined || whole === 0 ? undefined : (100 * part) / whole
}

function isReversed(city: City, indicator: string): boolean {
  return list(city, 'indikator-layanan').find(({ value }) => value === indicator)?.facts?.direction === 'lower'
}

const aboveHundred: RowRule = {
  id: 'A16',
  severity: 'warning',
  scope: 'row',
  at: figures,
  check(site) {
    const percent = percentOf(site.row)
    if (percent === undefined || percent <= 100) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    return {
      ...at(
        site,
        'pembilang',
        `cakupan ${share('id')} % melebihi 100 %. Periksa apakah pembilang dan penyebut memakai sasaran dan sumber yang sama; bila benar, jelaskan pada catatan.`,
        `coverage of ${share('en')} % exceeds 100 %. Check that numerator and denominator use the same group and source; if they are right, explain in the note.`,
      ),
      ...(textIn(site.row, 'catatan') === '' ? { severity: 'blocking' as const } : {}),
    }
  },
}

const reversed: RowRule = {
  id: 'A21',
  severity: 'warning',
  scope: 'row',
  at: figures,
  check(site) {
    const percent = percentOf(site.row)
    if (percent === undefined || percent <= site.city.settings.reversedPercent) return undefined
    if (!isReversed(site.city, textIn(site.row, 'indikator'))) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    return at(
      site,
      'pembilang',
      `${share('id')} % pada indikator yang justru baik bila rendah. Pastikan pembilang menghitung yang mengalami masalah, bukan yang terlayani.`,
      `${share('en')} % on an indicator that is good when low. Make sure that the numerator counts those with the problem, not those served.`,
    )
  },
}

/** A kelurahan's figures in the order of its rows, those without values left out. */
function signature(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const [part, whole] = [numberIn(row, 'pembilang'), numberIn(row, 'penyebut')]
    return part === undefined || whole === undefined || (part === 0 && whole === 0)
      ? []
      : [`${textIn(row, 'indikator')}=${part}/${whole}`]
  })
}

const copied: FormRule = {
  id: 'A19',
  severity: 'warning',
  scope: 'form',
  form: forms.coverage,
  check(paper, city) {
    const seen = new Map<string, string>()
    return [...groupedBy(paper, 'kelurahan')].flatMap(([kelurahan, rows]): Found[] => {
      const figuresOf = signature(rows)
      const key = figuresOf.join()
      const twin = seen.get(key)
      if (twin === undefined) seen.set(key, kelurahan)
      const first = rows[0]
      if (twin === undefined || first === undefined || figuresOf.length < city.settings.copiedFigures) return []
      const [here, there] = [labelOf(city, 'kelurahan', kelurahan), labelOf(city, 'kelurahan', twin)]
      const message = {
        id: `Semua angka Kelurahan ${here.id} sama persis dengan Kelurahan ${there.id}; mungkin tersalin. Periksa keduanya.`,
        en: `All figures of Kelurahan ${here.en} equal those of Kelurahan ${there.en}; they may have been copied. Check both.`,
      }
      return [{ rowKey: keyPart(kelurahan), pointer: `/rows/${table}/${first.rowKey}/pembilang`, message }]
    })
  },
}

const tooEven: FormRule = {
  id: 'A20',
  severity: 'warning',
  scope: 'form',
  form: forms.coverage,
  check(paper, city) {
    const given = rowsOf(paper, table).filter((row) => percentOf(row) !== undefined)
    const zeros = given.filter((row) => numberIn(row, 'pembilang') === 0 && !isReversed(city, textIn(row, 'indikator')))
    return [...manyZeros(given, zeros, city), ...sameEverywhere(paper, city)]
  },
}

function manyZeros(given: readonly Row[], zeros: readonly Row[], city: City): Found[] {
  const { patternLeast, zerosPercent } = city.settings
  if (given.length < patternLeast || 100 * zeros.length <= zerosPercent * given.length) return []
  const message = {
    id: `${zeros.length} dari ${given.length} pembilang bernilai 0. Bila datanya belum ada, pilih "Belum ada data"; angka 0 hanya untuk hasil yang memang nol.`,
    en: `${zeros.length} of ${given.length} numerators are 0. If there are no data, choose "No data yet"; 0 is only for a real zero.`,
  }
  return [{ pointer: `/rows/${table}`, message }]
}

function sameEverywhere(paper: Paper, city: City): Found[] {
  return [...groupedBy(paper, 'indikator')].flatMap(([indicator, rows]): Found[] => {
    const shares = rows.flatMap((row) => percentOf(row) ?? [])
    const [first, row] = [shares[0], rows[0]]
    const even = (first === 0 && !isReversed(city, indicator)) || first === 100
    if (!even || row === undefined || shares.length < 3 || shares.some((share) => share !== first)) return []
    const name = labelOf(city, 'indikator-layanan', indicator)
    const message = {
      id: `"${name.id}" tepat ${first} % di semua ${shares.length} kelurahan. Periksa apakah ini hasil yang sebenarnya.`,
      en: `"${name.en}" is exactly ${first} % in all ${shares.length} kelurahan. Check whether this is the true result.`,
    }
    return [{ rowKey: keyPart(indicator), pointer: `/rows/${table}/${row.rowKey}/pembilang`, message }]
  })
}

function groupedBy(paper: Paper, field: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rowsOf(paper, table))
    groups.set(textIn(row, field), [...(groups.get(textIn(row, field)) ?? []), row])
  return groups
}

export const coverageRowRules = [aboveHundred, reversed]
export const coverageFormRules = [copied, tooEven]
