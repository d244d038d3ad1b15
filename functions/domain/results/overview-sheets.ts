/** The sheets about the round itself: the recap agency by form, the revisions that everything was made of, the findings. */

import { isComplete } from '../../rules/completeness.ts'
import { localDateOf, localTimeOf } from '../../rules/wall-clock.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Assignment } from '../../schema/round.ts'
import type { Language, Wording } from '../../schema/wording.ts'
import { punctualityWords, severityWords, statusWords } from '../../schema/work-words.ts'
import { nameIn } from '../region/regions.ts'
import type { RoundState } from '../round/rounds.ts'
import { column, type ResultSheet } from './result-sheet.ts'
import type { ResultSubmission } from './result-submissions.ts'

const yes: Wording = { id: 'ya', en: 'yes' }
const no: Wording = { id: 'tidak', en: 'no' }

/** One row an agency and form, as on the board. Completeness counts answers; it is no judgement of performance. */
export function recapSheet(
  state: RoundState,
  assignments: readonly Assignment[],
  titleOf: (cell: Assignment) => Wording,
  language: Language,
): ResultSheet {
  const agencyName = (id: string) => state.region.agencies.find((agency) => agency.id === id)?.name[language] ?? id
  return {
    id: 'rekap',
    title: { id: 'Rekap', en: 'Recap' },
    note: {
      id: 'Kelengkapan menghitung isian wajib yang sudah dijawab. Angka ini bukan penilaian kinerja.',
      en: 'Completeness counts required answers given. It is not a measure of performance.',
    },
    columns: [
      column('agencyId', 'Kode perangkat daerah', 'Agency id'),
      column('agency', 'Perangkat daerah', 'Agency'),
      column('form', 'Formulir', 'Form'),
      column('version', 'Versi', 'Version', 'integer'),
      column('status', 'Status', 'Status'),
      column('nil', 'Nihil', 'Nil'),
      column('answered', 'Isian terjawab', 'Answered', 'integer'),
      column('expected', 'Isian wajib', 'Expected', 'integer'),
      column('complete', 'Lengkap', 'Complete'),
      column('timeliness', 'Ketepatan waktu', 'Timeliness'),
      column('revision', 'Revisi', 'Revision', 'integer'),
      column('warnings', 'Peringatan terbuka', 'Open warnings', 'integer'),
    ],
    rows: assignments.map((cell) => [
      cell.agencyId,
      agencyName(cell.agencyId),
      titleOf(cell)[language],
      cell.sentVersion ?? cell.formVersion,
      statusWords[cell.status][language],
      (cell.nil ? yes : no)[language],
      cell.completeness.answered,
      cell.completeness.expected,
      (isComplete(cell) ? yes : no)[language],
      punctualityWords[cell.punctuality][language],
      cell.revision,
      cell.findings.blocking + cell.findings.warning,
    ]),
  }
}

/** In the region's own time, and so that it can be sorted. */
function localMoment(at: string, { region }: RoundState): string {
  const { zone } = region.settings
  const moment = new Date(at)
  return `${localDateOf(moment, zone)} ${localTimeOf(moment, zone)}`
}

/** The fixed list of revisions, each with its hash: whoever doubts a figure finds the very content it was summed from. */
export function submissionsSheet(
  state: RoundState,
  submissions: readonly ResultSubmission[],
  language: Language,
): ResultSheet {
  const { zoneName } = state.region.settings
  return {
    id: 'kiriman',
    title: { id: 'Kiriman', en: 'Submissions' },
    note: {
      id: 'Semua angka dalam berkas ini berasal dari revisi-revisi berikut, dan hanya dari ini.',
      en: 'All figures in this file come from these revisions, and from no others.',
    },
    columns: [
      column('receipt', 'Nomor tanda terima', 'Receipt'),
      column('agency', 'Perangkat daerah', 'Agency'),
      column('form', 'Formulir', 'Form'),
      column('version', 'Versi', 'Version', 'integer'),
      column('revision', 'Revisi', 'Revision', 'integer'),
      column('status', 'Status', 'Status'),
      column('at', `Diterima (${zoneName})`, `Received (${zoneName})`),
      column('by', 'Pengirim', 'Sent by'),
      column('rows', 'Baris', 'Rows', 'integer'),
      column('sha256', 'SHA-256', 'SHA-256'),
    ],
    rows: submissions.map(({ agency, definition, submission, status }) => [
      submission.receiptNumber,
      agency.name[language],
      definition.title[language],
      submission.formVersion,
      submission.revision,
      statusWords[status][language],
      localMoment(submission.at, state),
      nameIn(state.region, submission.by),
      submission.rowCount,
      submission.sha256,
    ]),
  }
}

const stateWords: Record<string, Wording> = {
  open: { id: 'terbuka', en: 'open' },
  explained: { id: 'dijelaskan', en: 'explained' },
}

/** What is open or explained; what was solved is history. */
export function findingsSheet(
  state: RoundState,
  definitionOf: (formId: string) => FormDefinition | undefined,
  language: Language,
): ResultSheet {
  const { facts, region } = state
  const { zoneName } = region.settings
  return {
    id: 'temuan',
    title: { id: 'Temuan', en: 'Findings' },
    columns: [
      column('rule', 'Aturan', 'Rule'),
      column('severity', 'Tingkat', 'Severity'),
      column('agency', 'Perangkat daerah', 'Agency'),
      column('form', 'Formulir', 'Form'),
      column('message', 'Temuan', 'Finding'),
      column('state', 'Status', 'State'),
      column('explanation', 'Penjelasan', 'Explanation'),
      column('firstSeenAt', `Pertama terlihat (${zoneName})`, `First seen (${zoneName})`),
    ],
    rows: facts.findings.flatMap((finding) => {
      const word = stateWords[finding.state]
      if (word === undefined) return []
      const agency = region.agencies.find(({ id }) => id === finding.agencyId)?.name[language] ?? finding.agencyId
      return [
        [
          finding.rule,
          severityWords[finding.severity][language],
          agency,
          definitionOf(finding.formId)?.title[language] ?? finding.formId,
          finding.message[language],
          word[language],
          finding.explanation?.text ?? null,
          localMoment(finding.firstSeenAt, state),
        ],
      ]
    }),
  }
}
