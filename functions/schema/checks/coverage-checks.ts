/** A16, A17, A21: single coverage figures that cannot be, or seldom are. */
import { formatNumber } from '../formats.ts'
import { at, type RowCheck } from './check.ts'
import { forms, isReversed, numberIn, percentOf, textIn } from './check-context.ts'

const figures = [{ form: forms.coverage, table: 'cakupan' }] as const

/** Without a note the validator refuses it: the note is a required answer then. */
const aboveHundred: RowCheck = {
  rule: 'A16',
  at: figures,
  check(site) {
    const percent = percentOf(site.row)
    if (percent === undefined || percent <= 100) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    const words = {
      id: `Cakupan ${share('id')}% melebihi 100%. Periksa apakah pembilang dan penyebut memakai sasaran dan sumber yang sama; bila memang benar, tulis alasannya pada catatan.`,
      en: `Coverage of ${share('en')}% exceeds 100%. Check that numerator and denominator use the same group and source; if they are right, give the reason in the note.`,
    }
    const unsaid = textIn(site.row, 'catatan') === ''
    if (unsaid) return at(site, 'catatan', words, { amounts: [percent], severity: 'blocking' })
    return at(site, 'pembilang', words, { amounts: [percent] })
  },
}

const overNothing: RowCheck = {
  rule: 'A17',
  at: figures,
  check(site) {
    const [part, whole] = [numberIn(site.row, 'pembilang'), numberIn(site.row, 'penyebut')]
    if (part === undefined || part <= 0 || whole !== 0) return undefined
    const words = {
      id: `Pembilang ${formatNumber(part, 'id')}, tetapi penyebut 0: tidak mungkin ada yang dilayani dari sasaran yang kosong. Isi penyebut yang benar, atau pilih "Belum ada data".`,
      en: `The numerator is ${formatNumber(part, 'en')} but the denominator 0: nobody can be served of an empty group. Enter the right denominator, or choose "No data yet".`,
    }
    return at(site, 'penyebut', words, { amounts: [part] })
  },
}

const reversed: RowCheck = {
  rule: 'A21',
  at: figures,
  check(site) {
    const percent = percentOf(site.row)
    if (percent === undefined || percent <= site.context.settings.reversedPercent) return undefined
    if (!isReversed(site.context, textIn(site.row, 'indikator'))) return undefined
    const share = (language: 'id' | 'en') => formatNumber(percent, language, 1)
    const words = {
      id: `${share('id')}% pada indikator yang justru baik bila rendah. Pastikan pembilang menghitung yang mengalami masalah, bukan yang sudah terlayani; bila memang benar, jelaskan.`,
      en: `${share('en')}% on an indicator that is good when low. Make sure that the numerator counts those with the problem, not those served; if it is right, explain.`,
    }
    return at(site, 'pembilang', words, { amounts: [percent] })
  },
}

export const coverageChecks: readonly RowCheck[] = [aboveHundred, overNothing, reversed]
