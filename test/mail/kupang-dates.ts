/** What all mails of Kota Kupang's round say alike: its title, dates and holiday, in either language. */
import type { Language } from '../../functions/schema/wording.ts'

export const site = 'https://lengkap.kupangkota.example'

export type Said = (id: string, en: string) => string

/** Chooses between the Indonesian and the English of a text. */
export function words(language: Language): Said {
  return (id, en) => (language === 'id' ? id : en)
}

export function dates(say: Said) {
  return {
    round: say('Aksi 3A Tahap II dan Reviu 2025', 'Action 3A Phase II and Review 2025'),
    target: say('Jumat, 13 Februari 2026 pukul 23.59 WITA', 'Friday, 13 February 2026 at 23:59 WITA'),
    closes: say('Selasa, 17 Februari 2026 pukul 23.59 WITA', 'Tuesday, 17 February 2026 at 23:59 WITA'),
    holiday: say(
      'Selasa, 17 Februari 2026 adalah hari libur nasional (Tahun Baru Imlek 2577 Kongzili). Hari kerja terakhir sebelum batas akhir: Jumat, 13 Februari 2026.',
      'Tuesday, 17 February 2026 is a national holiday (Chinese New Year 2577). Last working day before the final deadline: Friday, 13 February 2026.',
    ),
  }
}
