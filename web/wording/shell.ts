/** Words of the frame around every page: header, notices, error pages. */
import type { Wording } from '../../functions/schema/wording.ts'

export const shellWording = {
  product: { id: 'Lengkap', en: 'Lengkap' },
  tagline: { id: 'Pengumpulan data perangkat daerah', en: 'Data collection from local agencies' },
  privacy: { id: 'Data pribadi', en: 'Personal data' },
  skip: { id: 'Langsung ke isi halaman', en: 'Skip to main content' },
  signOut: { id: 'Keluar', en: 'Sign out' },
  language: { id: 'Bahasa', en: 'Language' },
  menu: { id: 'Menu utama', en: 'Main menu' },
  tasks: { id: 'Tugas saya', en: 'My tasks' },
  findings: { id: 'Temuan', en: 'Findings' },
  mails: { id: 'Surel', en: 'Mails' },
  calendar: { id: 'Kalender', en: 'Calendar' },
  loading: { id: 'Memuat…', en: 'Loading…' },
  help: { id: 'Perlu bantuan? Hubungi Bappeda melalui surel', en: 'Need help? Write to Bappeda at' },
} satisfies Record<string, Wording>

export const errorWording = {
  notFoundTitle: { id: 'Halaman tidak ditemukan', en: 'Page not found' },
  notFound: {
    id: 'Alamat yang Anda buka tidak ada, atau Anda tidak berwenang melihatnya. Periksa kembali alamatnya.',
    en: 'The address does not exist, or you may not see it. Please check it.',
  },
  brokenTitle: { id: 'Halaman ini gagal ditampilkan', en: 'This page could not be shown' },
  broken: {
    id: 'Terjadi kesalahan di halaman ini. Isian yang sudah tersimpan tidak hilang. Muat ulang halaman; bila tetap gagal, hubungi Bappeda.',
    en: 'Something went wrong on this page. What was saved is not lost. Reload the page; if it fails again, contact Bappeda.',
  },
  unreachable: {
    id: 'Server tidak dapat dihubungi. Periksa sambungan internet Anda, lalu coba lagi.',
    en: 'The server cannot be reached. Check your connection and try again.',
  },
  busy: {
    id: 'Server sedang sibuk. Tunggu sebentar, lalu coba lagi.',
    en: 'The server is busy. Wait a moment and try again.',
  },
  failed: {
    id: 'Server gagal menjawab permintaan ini. Coba lagi; bila tetap gagal, hubungi Bappeda.',
    en: 'The server could not answer this request. Try again; if it keeps failing, contact Bappeda.',
  },
  forbidden: {
    id: 'Anda tidak berwenang membuka halaman ini.',
    en: 'You are not allowed to open this page.',
  },
  piece: {
    id: 'Halaman ini belum dapat diambil; dicoba lagi sendiri',
    en: 'This page could not be fetched; trying again',
  },
  retry: { id: 'Coba lagi', en: 'Try again' },
  home: { id: 'Kembali ke halaman utama', en: 'Back to the start page' },
} satisfies Record<string, Wording>
