/**
 * Kota Kupang (not Kabupaten Kupang, another government). Addresses and numbers are invented.
 */
import type { RegionSettings, Unstamped } from '../../../functions/schema/region.ts'

export const settings = {
  region: 'kota-kupang',
  name: { id: 'Kota Kupang', en: 'Kupang City' },
  zone: 'Asia/Makassar',
  zoneName: 'WITA',
  replyTo: 'koordinator@bappeda.example',
  helpPhone: '0380-555-0100',
} satisfies Unstamped<RegionSettings>
