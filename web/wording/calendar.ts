/** Words of the calendar page: the feed's address and how to use it. */
import type { Wording } from '../../functions/schema/wording.ts'

export const calendarWording = {
  title: { id: 'Kalender', en: 'Calendar' },
  intro: {
    id: 'Langganan kalender menampilkan target, batas akhir, batas perbaikan, serta jadwal Pra Musrenbang dan Musrenbang di kalender Anda. Tanggal ikut berpindah bila jendela diperpanjang, dan hilang setelah formulir disetujui.',
    en: 'A calendar subscription shows target, final date, corrections due and the Musrenbang days in your own calendar. Dates move when the window is extended, and vanish once forms are accepted.',
  },
  agencyFeed: { id: 'Kalender perangkat daerah', en: 'Calendar of the agency' },
  allFeed: { id: 'Kalender koordinator: semua perangkat daerah', en: 'Coordinators’ calendar: all agencies' },
  address: { id: 'Alamat kalender', en: 'Calendar address' },
  copy: { id: 'Salin alamat', en: 'Copy the address' },
  copied: { id: 'Tersalin', en: 'Copied' },
  notCopied: { id: 'Pilih alamat di atas, lalu salin.', en: 'Select the address above and copy it.' },
  open: { id: 'Buka di aplikasi kalender', en: 'Open in the calendar app' },
  secret: {
    id: 'Siapa pun yang memegang alamat ini dapat membaca tanggalnya (bukan isian Anda). Jangan dibagikan di grup umum.',
    en: 'Whoever has this address can read the dates (not your answers). Do not share it in public groups.',
  },
  renew: { id: 'Ganti alamat', en: 'Change the address' },
  renewAsk: { id: 'Ganti alamat kalender ini?', en: 'Change the address of this calendar?' },
  renewHint: {
    id: 'Alamat lama langsung mati; semua orang yang memakainya harus berlangganan lagi dengan alamat baru.',
    en: 'The old address dies at once; everybody who used it must subscribe again with the new one.',
  },
  renewed: { id: 'Alamat sudah diganti.', en: 'The address was changed.' },
  lastRenewed: { id: 'Alamat terakhir diganti', en: 'Address last changed' },
  none: { id: 'Anda tidak terdaftar pada perangkat daerah mana pun.', en: 'You belong to no agency.' },
  howTo: { id: 'Cara berlangganan', en: 'How to subscribe' },
} satisfies Record<string, Wording>

/** Steps by program. */
export const howTos: readonly { name: Wording; steps: readonly Wording[] }[] = [
  {
    name: { id: 'Google Calendar (komputer)', en: 'Google Calendar (computer)' },
    steps: [
      { id: 'Salin alamat di atas.', en: 'Copy the address above.' },
      {
        id: 'Buka calendar.google.com, lalu di kiri klik + di samping "Kalender lainnya".',
        en: 'Open calendar.google.com and click + beside "Other calendars" on the left.',
      },
      {
        id: 'Pilih "Dari URL", tempel alamat, lalu klik "Tambahkan kalender".',
        en: 'Choose "From URL", paste the address and click "Add calendar".',
      },
      {
        id: 'Kalender lalu muncul juga di ponsel Android dengan akun yang sama. Google memperbarui langganan beberapa jam sekali.',
        en: 'It then shows on Android phones with the same account too. Google refreshes subscriptions every few hours.',
      },
    ],
  },
  {
    name: { id: 'Outlook', en: 'Outlook' },
    steps: [
      { id: 'Salin alamat di atas.', en: 'Copy the address above.' },
      {
        id: 'Di Kalender Outlook pilih "Tambah kalender", lalu "Berlangganan dari web".',
        en: 'In Outlook’s calendar choose "Add calendar", then "Subscribe from web".',
      },
      {
        id: 'Tempel alamat, beri nama, lalu klik "Impor".',
        en: 'Paste the address, give it a name and click "Import".',
      },
    ],
  },
  {
    name: { id: 'iPhone dan iPad', en: 'iPhone and iPad' },
    steps: [
      {
        id: 'Buka halaman ini di Safari, lalu ketuk "Buka di aplikasi kalender".',
        en: 'Open this page in Safari and tap "Open in the calendar app".',
      },
      { id: 'Ketuk "Berlangganan", lalu "Tambah".', en: 'Tap "Subscribe", then "Add".' },
    ],
  },
]
