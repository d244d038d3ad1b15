/** Words for whoever signs in for the first time in a role: three steps. */
import type { Role } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'

export const firstStepsWording = {
  title: { id: 'Selamat datang. Tiga langkah pertama:', en: 'Welcome. Three first steps:' },
  done: { id: 'Mengerti', en: 'Got it' },
} satisfies Record<string, Wording>

const ask: Wording = {
  id: 'Tidak yakin? Tanda ? di kanan atas menjelaskan setiap halaman.',
  en: 'Not sure? The ? at the top right explains each page.',
}
const steps: Record<Role, readonly [Wording, Wording, Wording]> = {
  operator: [
    {
      id: 'Buka formulir dari daftar ini dan ketik isinya; semuanya tersimpan sendiri, juga tanpa sambungan.',
      en: 'Open a form from this list and type; all is saved by itself, also without a connection.',
    },
    {
      id: 'Tekan "Periksa dan kirim". Yang kurang ditunjukkan sebelum sesuatu dikirim.',
      en: 'Press "Check and submit". What is missing is shown before anything is sent.',
    },
    ask,
  ],
  verifier: [
    {
      id: 'Lihat di daftar ini formulir mana yang belum dikirim unit Anda dan sampai kapan.',
      en: 'See in this list which forms your agency has not submitted, and until when.',
    },
    {
      id: 'Anda dapat mengisi dan mengirim seperti operator, atau meminta tambahan waktu.',
      en: 'You can fill in and submit like an operator, or ask for more time.',
    },
    ask,
  ],
  coordinator: [
    {
      id: 'Rekap ini menunjukkan siapa yang sudah dan belum mengirim; setiap kotak membuka kirimannya.',
      en: 'This board shows who has submitted and who has not; each box opens the submission.',
    },
    {
      id: 'Setujui atau kembalikan kiriman lewat menu Reviu; perangkat daerah diberi tahu melalui surel.',
      en: 'Accept or return submissions under Review; the agency is told by e-mail.',
    },
    ask,
  ],
  viewer: [
    {
      id: 'Rekap ini menunjukkan siapa yang sudah dan belum mengirim; setiap kotak membuka kirimannya.',
      en: 'This board shows who has submitted and who has not; each box opens the submission.',
    },
    {
      id: 'Angka dan berkasnya ada di menu Hasil. Anda hanya membaca; tidak ada yang dapat berubah.',
      en: 'Figures and files stand under Results. You only read; nothing can change.',
    },
    ask,
  ],
}

export function firstStepsFor(role: Role): readonly Wording[] {
  return steps[role]
}
