/** Words about oneself: who one is here, and how one is written to. */
import type { Wording } from '../../functions/schema/wording.ts'

export const meWording = {
  title: { id: 'Pengaturan saya', en: 'My settings' },
  name: { id: 'Nama', en: 'Name' },
  office: { id: 'Jabatan', en: 'Office' },
  email: { id: 'Alamat surel', en: 'E-mail address' },
  change: {
    id: 'Nama, jabatan, dan alamat surel diubah oleh koordinator.',
    en: 'The coordinator changes name, office and address.',
  },
  language: { id: 'Bahasa', en: 'Language' },
  languageHint: {
    id: 'Halaman, surel kepada Anda, dan berkas yang Anda unduh memakai bahasa ini.',
    en: 'Pages, mails to you and the files that you download are in this language.',
  },
  deadlines: {
    id: 'Pengingat tentang formulir perangkat daerah Anda selalu dikirim; pengingat berhenti setelah semua formulir dikirim.',
    en: 'Reminders about your agency’s forms are always sent; they stop once every form is submitted.',
  },
  digest: { id: 'Rekap kelengkapan', en: 'Completeness digest' },
  digestIntro: {
    id: 'Rekap dikirim setiap hari kerja menjelang target dan sesudahnya, dan setiap awal pekan bila target masih jauh. Laporan penutupan, juga yang sementara, dan koreksinya tetap dikirim.',
    en: 'The digest comes every working day near the target and after it, and at the beginning of each week while the target is far. Closing reports, provisional ones too, and their corrections come in any case.',
  },
  hour: { id: 'Jam rekap pagi', en: 'Hour of the daily digest' },
  hourHint: { id: 'Jam yang baru berlaku mulai besok.', en: 'A new hour counts from tomorrow.' },
  roundHour: { id: 'Menurut jadwal putaran', en: 'As the round has it' },
  onlyNews: {
    id: 'Kirim hanya bila ada perubahan sejak rekap terakhir',
    en: 'Only when something changed since the last one',
  },
  off: { id: 'Jangan kirim rekap kepada saya', en: 'Do not send me digests' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  sessions: { id: 'Tempat Anda masuk', en: 'Where you are signed in' },
  sessionsIntro: {
    id: 'Peramban yang sedang masuk dengan akun Anda. Bila ada yang tidak Anda kenal, keluarkan, lalu hubungi koordinator.',
    en: 'Browsers signed in with your account. If you do not recognise one, sign it out and tell the coordinator.',
  },
  signedInAt: { id: 'Masuk', en: 'Signed in' },
  lastUsed: { id: 'Terakhir dipakai', en: 'Last used' },
  thisBrowser: { id: 'peramban ini', en: 'this browser' },
  endSession: { id: 'Keluarkan', en: 'Sign out' },
  endOthers: { id: 'Keluarkan semua peramban lain', en: 'Sign out all other browsers' },
  sessionEnded: { id: 'Sudah dikeluarkan.', en: 'Signed out.' },
  stopTitle: { id: 'Berhenti menerima rekap', en: 'Stop the digest' },
  stopAsk: {
    id: 'Rekap kelengkapan tidak akan dikirim lagi ke alamat surel ini. Pengingat tentang formulir sendiri dan laporan penutupan tetap dikirim.',
    en: 'The completeness digest will no longer be sent to this address. Reminders about one’s own forms and the closing report still are.',
  },
  stop: { id: 'Hentikan rekap', en: 'Stop the digest' },
  stopped: {
    id: 'Rekap dihentikan. Anda dapat menerimanya lagi kapan saja melalui pengaturan.',
    en: 'The digest is stopped. You can have it again at any time in your settings.',
  },
  stopUnknown: {
    id: 'Tautan ini tidak dikenal. Hentikan rekap melalui pengaturan.',
    en: 'This link is not known. Stop the digest in your settings.',
  },
} satisfies Record<string, Wording>

/** `08.00` in Indonesian, `08:00` in English. */
export function hourWords(hour: string): Wording {
  return { id: hour.replace(':', '.'), en: hour }
}
