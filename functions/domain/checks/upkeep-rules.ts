/** A14, A23, A25 to A27: what is missing, stale or without proof, and two units that say different things of one item. */
import { formatNumber } from '../../schema/answers/format-value.ts'
import { type City, forms, list, numberIn, rowsInCity, rowsOf, textIn } from './city.ts'
import { at, type FormRule, type FoundAt, type RowRule, siteOf, type WideRule } from './rule.ts'

/** After the target only: before it, "not yet" is no finding. */
const nothingSent: WideRule = {
  id: 'A14',
  severity: 'warning',
  scope: 'agency',
  check(city) {
    return city.assignments
      .filter(({ overdue, revision }) => overdue && revision === 0)
      .map(({ agencyId, formId }) => ({
        agencyId,
        formId,
        pointer: '',
        message: {
          id: 'Target penyelesaian sudah lewat, tetapi belum ada kiriman maupun pernyataan nihil. Kirim formulir, atau nyatakan nihil dengan alasan.',
          en: 'The target date has passed without a submission or a nil declaration. Submit the form, or declare nil with a reason.',
        },
      }))
  },
}

/** The item that a supporting indicator is about, whoever reports it: lists name them `<agency>-<item>`. */
function itemOf(city: City, indicator: string): string {
  const entry = list(city, 'data-pendukung').find(({ value }) => value === indicator)
  const owner = entry?.scope?.find((agencyId) => indicator.startsWith(`${agencyId}-`))
  return entry?.facts?.item ?? (owner === undefined ? indicator : indicator.slice(owner.length + 1))
}

const disagreement: WideRule = {
  id: 'A23',
  severity: 'warning',
  scope: 'city',
  check(city) {
    const values = rowsInCity(city, forms.support, 'pendukung').flatMap(({ paper, row }) => {
      const value = numberIn(row, 'nilai')
      const item = `${itemOf(city, textIn(row, 'indikator'))} ${textIn(row, 'tahun')} ${String(row.cells.kelurahan ?? '')}`
      return value === undefined ? [] : [{ paper, row, value, item }]
    })
    return values.flatMap(({ paper, row, value, item }): FoundAt[] => {
      const other = values.find(
        (each) => each.item === item && each.value !== value && each.paper.agency.id !== paper.agency.id,
      )
      const site = siteOf(city, paper, 'pendukung', rowsOf(paper, 'pendukung').indexOf(row))
      if (other === undefined || site === undefined) return []
      const found = at(
        site,
        'nilai',
        `nilai ${formatNumber(value, 'id')} berbeda dari ${other.paper.agency.name.id} (${formatNumber(other.value, 'id')}) untuk hal yang sama. Cocokkan datanya.`,
        `the value ${formatNumber(value, 'en')} differs from ${other.paper.agency.name.en} (${formatNumber(other.value, 'en')}) for the same item. Reconcile the data.`,
      )
      return [{ ...found, rowKey: row.rowKey, agencyId: paper.agency.id, formId: forms.support }]
    })
  },
}

/** Only what claims success owes proof; that a link is https is the form's own rule. */
const proof: RowRule = {
  id: 'A25',
  severity: 'info',
  scope: 'row',
  at: [
    { form: forms.review, table: 'aksi' },
    { form: forms.support, table: 'pendukung' },
  ],
  check(site) {
    if (!['selesai', 'ya'].includes(textIn(site.row, 'status')) || textIn(site.row, 'tautanBukti') !== '')
      return undefined
    return at(
      site,
      'tautanBukti',
      'dinyatakan selesai tanpa tautan bukti. Tambahkan tautan dokumen bila ada.',
      'said to be done without a link to evidence. Add the document’s link if there is one.',
    )
  },
}

const afterApproval: FormRule = {
  id: 'A26',
  severity: 'warning',
  scope: 'form',
  form: 'any',
  check({ afterApproval, revision }) {
    if (!afterApproval) return []
    const message = {
      id: `Revisi ke-${revision} dikirim setelah revisi sebelumnya disetujui. Koordinator perlu meninjau perubahannya.`,
      en: `Revision ${revision} was submitted after an earlier one had been accepted. The coordinator needs to review the change.`,
    }
    return [{ pointer: '', message }]
  },
}

const idleDraft: WideRule = {
  id: 'A27',
  severity: 'info',
  scope: 'agency',
  check(city) {
    return city.idleDrafts
      .filter(({ workingDays }) => workingDays >= city.settings.draftIdleWorkingDays)
      .map(({ agencyId, formId, workingDays }) => ({
        agencyId,
        formId,
        pointer: '',
        message: {
          id: `Draf tidak disentuh selama ${workingDays} hari kerja. Lanjutkan dan kirim sebelum batas akhir.`,
          en: `The draft has not been touched for ${workingDays} working days. Continue and submit it before the deadline.`,
        },
      }))
  },
}

export const upkeepRules = [nothingSent, disagreement, proof, afterApproval, idleDraft]
