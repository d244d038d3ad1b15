/** Words of a region that has no round yet. */
import type { Wording } from '../../functions/schema/wording.ts'

export const noRoundWording = {
  none: { id: 'Belum ada putaran pengumpulan data', en: 'There is no round yet' },
  begin: {
    id: 'Panduan mengantar Anda dari nama daerah sampai putaran pertama. Halaman ini terisi begitu putaran dibuka.',
    en: 'A guide leads you from the region’s name to the first round. This page fills as soon as a round is opened.',
  },
  guide: { id: 'Buka panduan persiapan', en: 'Open the guide' },
  wait: {
    id: 'Halaman ini terisi begitu koordinator daerah membuka putaran.',
    en: 'This page fills as soon as the region’s coordinator opens a round.',
  },
} satisfies Record<string, Wording>
