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
  link: {
    id: 'Seluruh daerah: temuan dan jumlah per perangkat daerah',
    en: 'The whole region: findings and totals by agency',
  },
} satisfies Record<string, Wording>
