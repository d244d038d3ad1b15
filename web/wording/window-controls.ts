/** Words of the inputs that the coordinator's pages share. */
import type { Wording } from '../../functions/schema/wording.ts'

export const controlWording = {
  optional: { id: 'boleh kosong', en: 'optional' },
  holiday: { id: 'hari libur', en: 'a holiday' },
  weekend: { id: 'akhir pekan', en: 'a weekend' },
  nobody: {
    id: 'kantor tutup, jadi pengingat terakhir dikirim pada hari kerja sebelumnya.',
    en: 'offices are closed, so the last reminder goes on the working day before.',
  },
  back: { id: 'Kembali', en: 'Back' },
  saving: { id: 'Menyimpan…', en: 'Saving…' },
} satisfies Record<string, Wording>

/** `Selasa, 17 Februari 2026 pukul 23.59 WITA`: a day's last minute, by its worded date. */
export function endOfDayWords(day: string, zoneName: string): Wording {
  return { id: `${day} pukul 23.59 ${zoneName}`, en: `${day} at 23:59 ${zoneName}` }
}
