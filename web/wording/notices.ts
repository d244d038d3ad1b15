/** Words above a page, of what it could not fetch or what is newer. */
import type { Wording } from '../../functions/schema/wording.ts'

export const noticeWording = {
  offline: {
    id: 'Server tidak dapat dihubungi. Isian Anda tetap tersimpan di perangkat ini dan dikirim ke server setelah sambungan kembali.',
    en: 'The server cannot be reached. What you type is kept on this device and sent to the server when the connection is back.',
  },
  missing: {
    id: 'Sebagian dari halaman ini belum dapat diambil; dicoba lagi sendiri.',
    en: 'A part of this page could not be fetched; it is tried again.',
  },
  newBuild: { id: 'Ada versi baru dari halaman ini.', en: 'There is a new version of this page.' },
  reload: { id: 'Muat ulang', en: 'Reload' },
} satisfies Record<string, Wording>

/** From when what is shown is. */
export function staleWords(minutes: number): Wording {
  const whole = Math.round(minutes)
  if (whole < 1) return { id: 'Yang tampil diterima baru saja.', en: 'What is shown was received just now.' }
  const hours = Math.round(whole / 60)
  if (whole < 90) {
    return { id: `Yang tampil diterima ${whole} menit lalu.`, en: `What is shown was received ${whole} min ago.` }
  }
  return { id: `Yang tampil diterima ${hours} jam lalu.`, en: `What is shown was received ${hours} h ago.` }
}
