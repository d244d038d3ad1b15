/** Words of the page about the whole city. */
import type { Wording } from '../../functions/schema/wording.ts'

export const cityWording = {
  title: { id: 'Seluruh daerah', en: 'The whole region' },
  lead: {
    id: 'Hal yang menyangkut seluruh daerah dan tidak dapat diperbaiki oleh satu perangkat daerah saja. Koordinator menjelaskan atau mengesampingkannya.',
    en: 'What concerns the whole region and no single agency can mend. A coordinator explains it or sets it aside.',
  },
  findings: { id: 'Temuan', en: 'Findings' },
  none: { id: 'Tidak ada temuan tentang seluruh daerah.', en: 'Nothing was found about the whole region.' },
  budget: { id: 'Ditandai terhadap SIPD', en: 'Tagged against SIPD' },
  budgetLead: {
    id: 'Pagu SIPD adalah pagu sub kegiatan dalam daftar pemetaan stunting. Di luar Non-APBD dan APBN.',
    en: 'SIPD’s budget is that of sub-activities on the stunting list. Without money outside the city’s own budget.',
  },
  noBudget: {
    id: 'Anggaran SIPD tahun ini belum dimuat.',
    en: 'No budget of this year has been loaded out of SIPD.',
  },
  agency: { id: 'Perangkat daerah', en: 'Agency' },
  tagged: { id: 'Ditandai', en: 'Tagged' },
  mapped: { id: 'Pagu SIPD', en: 'SIPD’s budget' },
  untagged: { id: 'Belum ditandai', en: 'Not tagged yet' },
  others: (count: string) => ({ id: `${count} perangkat daerah lain`, en: `${count} other agencies` }),
  notSent: { id: 'belum mengirim', en: 'nothing sent' },
  all: { id: 'Seluruh daerah', en: 'The whole region' },
  link: {
    id: 'Seluruh daerah: temuan dan jumlah per perangkat daerah',
    en: 'The whole region: findings and totals by agency',
  },
} satisfies Record<string, Wording | ((count: string) => Wording)>
