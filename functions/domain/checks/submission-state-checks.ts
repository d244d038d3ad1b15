/** A14, A26, A27: what was never sent, what changed after it was accepted, what a newer budget overtook, and idle drafts. */

import { type CheckedSubmission, forms, list, textIn } from '../../schema/checks/check-context.ts'
import { formatDate } from '../../schema/formats.ts'
import type { City, CityCheck, FoundAt } from './city.ts'

/** After the target only: before it, "not yet" is no finding. Once the window has closed, only the coordinator can help. */
const nothingSent: CityCheck = {
  rule: 'A14',
  check(city) {
    return city.assignments
      .filter(({ overdue, revision, nil, rowCount }) => overdue && !nil && (revision === 0 || rowCount === 0))
      .map(({ agencyId, formId, open }) => ({
        agencyId,
        formId,
        pointer: '',
        same: open ? 'open' : 'closed',
        text: open
          ? {
              id: 'Target penyelesaian sudah lewat, tetapi belum ada baris maupun pernyataan nihil. Kirim formulir, atau nyatakan nihil dengan alasan.',
              en: 'The target date has passed without rows or a nil declaration. Submit the form, or declare nil with a reason.',
            }
          : {
              id: 'Jendela penginputan sudah ditutup tanpa baris maupun pernyataan nihil. Minta Bappeda membuka kembali penginputan, lalu kirim formulirnya.',
              en: 'The entry window has closed without rows or a nil declaration. Ask the coordinator to re-open it, then submit the form.',
            },
      }))
  },
}

const changedLate: CityCheck = {
  rule: 'A26',
  check(city) {
    const revised = revisedBudget(city)
    return city.submissions.flatMap((submission): FoundAt[] => {
      const place = { agencyId: submission.agency.id, formId: submission.definition.id }
      if (submission.afterApproval) {
        const text = {
          id: `Revisi ke-${submission.revision} dikirim setelah revisi sebelumnya disetujui. Koordinator perlu meninjau perubahannya.`,
          en: `Revision ${submission.revision} was submitted after an earlier one had been accepted. The coordinator needs to review the change.`,
        }
        return [{ ...place, pointer: '', text, same: `revision ${submission.revision}` }]
      }
      if (revised === undefined || !isOvertaken(submission, revised)) return []
      const text = {
        id: `Formulir ini dikirim sebelum DPPA tanggal ${formatDate(revised, 'id')}. Periksa pagunya terhadap DPPA dan kirim perbaikan, atau jelaskan bila tidak berubah.`,
        en: `This form was submitted before the revised budget (DPPA) of ${formatDate(revised, 'en')}. Check the amounts against it and submit a correction, or explain if nothing changed.`,
      }
      return [{ ...place, pointer: '/fields/tanggalDokumen', text, same: revised }]
    })
  },
}

/** The date of the newest DPPA of the coordinator's list. That one agency names a DPPA tells nothing of the others' budgets. */
function revisedBudget(city: City): string | undefined {
  return list(city, 'dokumen-anggaran')
    .flatMap(({ value, facts }) => (value === `dppa-${city.fiscalYear}` ? [facts?.date ?? ''] : []))
    .filter((date) => /^\d{4}-\d{2}-\d{2}$/.test(date) && date <= city.today)
    .sort()
    .at(-1)
}

function isOvertaken(submission: CheckedSubmission, revised: string): boolean {
  if (submission.definition.id !== forms.tagging || submission.nil || isRevised(submission)) return false
  return submission.submittedOn !== undefined && submission.submittedOn < revised
}

function isRevised({ answers }: CheckedSubmission): boolean {
  return textIn({ cells: answers.fields }, 'dokumenAnggaran') === 'dppa'
}

const idleDraft: CityCheck = {
  rule: 'A27',
  check(city) {
    return city.idleDrafts
      .filter(({ workingDays }) => workingDays >= city.settings.draftIdleWorkingDays)
      .map(({ agencyId, formId, workingDays }) => ({
        agencyId,
        formId,
        pointer: '',
        text: {
          id: `Draf tidak disentuh selama ${workingDays} hari kerja. Lanjutkan dan kirim sebelum batas akhir.`,
          en: `The draft has not been touched for ${workingDays} working days. Continue and submit it before the deadline.`,
        },
      }))
  },
}

export const submissionStateChecks: readonly CityCheck[] = [nothingSent, changedLate, idleDraft]
