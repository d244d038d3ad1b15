/** The sheet of what is tagged against what SIPD has. */
import { stageWords } from '../../schema/sipd/stages.ts'
import type { Language } from '../../schema/wording.ts'
import type { CityBudget } from './city-budget.ts'
import { column, type ResultSheet } from './result-sheet.ts'

/** One row an agency, the total first; none where no budget is loaded. */
export function cityBudgetSheets(city: CityBudget, language: Language): ResultSheet[] {
  if (city.stage === null) return []
  const stage = stageWords(city.stage)
  const all = { id: 'Seluruh daerah', en: 'The whole region' }[language]
  return [
    {
      id: 'anggaran-sipd',
      title: { id: 'Ditandai dan SIPD', en: 'Tagged and SIPD' },
      note: {
        id: `${stage.id} di SIPD. Pagu pemetaan adalah pagu sub kegiatan dalam daftar pemetaan stunting; di luar Non-APBD dan APBN.`,
        en: `${stage.en} in SIPD. Mapped is the budget of sub-activities on the stunting list; without money outside the budget.`,
      },
      columns: [
        column('agency', 'Perangkat daerah', 'Agency'),
        column('tagged', 'Pagu ditandai', 'Tagged', 'rupiah'),
        column('mapped', 'Pagu pemetaan di SIPD', 'Mapped in SIPD', 'rupiah'),
        column('untagged', 'Belum ditandai', 'Not tagged yet', 'rupiah'),
        column('untaggedCodes', 'Kode belum ditandai', 'Codes not tagged yet'),
      ],
      rows: [
        [all, city.tagged, city.mapped, city.untagged, null],
        ...city.agencies.map(({ name, tagged, mapped, untagged, untaggedCodes }) => [
          name[language],
          tagged,
          mapped,
          untagged,
          untaggedCodes.join(', '),
        ]),
      ],
    },
  ]
}
