/** Words of the calendar page: the feed's address and how to use it. */
import type { Wording } from '../../functions/schema/wording.ts'

export const calendarWording = {
  title: { id: 'Kalender', en: 'Calendar' },
  intro: {
    id: 'Langganan kalender menampilkan target, batas akhir, batas perbaikan, serta jadwal Pra Musrenbang dan Musrenbang di kalender Anda. Tanggal ikut berpindah bila jendela diperpanjang, dan hilang setelah formulir disetujui.',
    en: 'A calendar subscription shows target, final deadline, corrections due and the Musrenbang days in your own calendar. Dates move when the window is extended, and vanish once forms are accepted.',
  },
  agencyFeed: { id: 'Kalender perangkat daerah', en: 'Calendar of the agency' },
  allFeed: { id: 'Kalender koordinator: semua perangkat daerah', en: 'Coordinators’ calendar: all agencies' },
  address: { id: 'Alamat kalender', en: 'Calendar address' },
  copy: { id: 'Salin alamat', en: 'Copy the address' },
  copied: { id: 'Tersalin', en: 'Copied' },
  notCopied: { id: 'Pilih alamat di atas, lalu salin.', en: 'Select the address above and copy it.' },
  open: { id: 'Buka di aplikasi kalender', en: 'Open in the calendar app' },
  secret: {
    id: 'Siapa pun yang memegang alamat ini dapat membaca tanggalnya (bukan isian Anda). Jangan dibagikan di grup umum, dan ganti alamatnya bila pemegangnya pindah tugas.',
    en: 'Whoever has this address can read the dates (not your answers). Do not share it in public groups, and change it when somebody who has it moves on.',
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

/** Steps by program, the operators' phones first. */
export const howTos: readonly { name: Wording; steps: readonly Wording[] }[] = [
  {
    name: { id: 'Ponsel Android dan Google Calendar', en: 'Android phones and Google Calendar' },
    steps: [
      {
        id: 'Aplikasi di ponsel belum dapat menambah alamat. Lakukan sekali di komputer: salin alamat di atas.',
        en: 'The phone’s app cannot add an address. Do it once on a computer: copy the address above.',
      },
      {
        id: 'Buka calendar.google.com dengan akun Google yang dipakai di ponsel, lalu di kiri klik + di samping "Kalender lainnya".',
        en: 'Open calendar.google.com with the Google account of the phone and click + beside "Other calendars" on the left.',
      },
      {
        id: 'Pilih "Dari URL", tempel alamat, lalu klik "Tambahkan kalender".',
        en: 'Choose "From URL", paste the address and click "Add calendar".',
      },
      {
        id: 'Kalender lalu muncul juga di ponsel. Bila belum, buka aplikasi Google Kalender, Setelan, lalu aktifkan sinkronisasinya. Google memperbarui langganan beberapa jam sekali.',
        en: 'It then shows on the phone too. If not, open the Google Calendar app, Settings, and turn its sync on. Google refreshes subscriptions every few hours.',
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
  {
    name: { id: 'Outlook', en: 'Outlook' },
    steps: [
      { id: 'Salin alamat di atas.', en: 'Copy the address above.' },
      {
        id: 'Outlook baru dan outlook.com: di Kalender pilih "Tambah kalender", lalu "Berlangganan dari web". Outlook lama: "Buka Kalender", lalu "Dari Internet".',
        en: 'New Outlook and outlook.com: in the calendar choose "Add calendar", then "Subscribe from web". Older Outlook: "Open Calendar", then "From Internet".',
      },
      {
        id: 'Tempel alamat, beri nama, lalu klik "Impor" (Outlook lama: "OK", lalu "Ya").',
        en: 'Paste the address, give it a name and click "Import" (older Outlook: "OK", then "Yes").',
      },
    ],
  },
  {
    name: { id: 'Thunderbird', en: 'Thunderbird' },
    steps: [
      { id: 'Salin alamat di atas.', en: 'Copy the address above.' },
      {
        id: 'Klik kanan daftar kalender, pilih "Kalender baru", lalu "Di jaringan".',
        en: 'Right-click the list of calendars, choose "New calendar", then "On the network".',
      },
      {
        id: 'Tempel alamat, lalu klik "Cari kalender" dan "Berlangganan".',
        en: 'Paste the address, click "Find calendars" and "Subscribe".',
      },
    ],
  },
]
