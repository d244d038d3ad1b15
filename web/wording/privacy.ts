/** What is kept about persons, who reads it, how long, whom to ask. Held against what the system does: see SECURITY.md. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const privacyWording = {
  title: w('Data pribadi', 'Personal data'),
  intro: w(
    'Lengkap mengumpulkan data perangkat daerah, bukan data warga. Tentang orang hanya disimpan yang diperlukan untuk menghubungi mereka.',
    'Lengkap collects data of government agencies, not of citizens. About persons it keeps only what is needed to reach them.',
  ),
  ask: w('Kepada siapa bertanya', 'Whom to ask'),
  askIntro: w(
    'Minta salinan data Anda, perbaikan, atau penghapusan kepada koordinator daerah Anda:',
    'Ask the coordinator of your region for a copy of your data, a correction, or its erasure:',
  ),
  years: w('disimpan selama (tahun):', 'kept for (years):'),
}

export const privacyParts: readonly { readonly heading: Wording; readonly lines: readonly Wording[] }[] = [
  {
    heading: w('Apa yang disimpan', 'What is kept'),
    lines: [
      w(
        'Tentang pengguna: nama, jabatan, surel dinas, telepon, peran, dan bahasa; kapan terakhir masuk; perangkat yang sedang masuk.',
        'Of users: name, office, office e-mail, telephone, role and language; when they last signed in; where they are signed in.',
      ),
      w(
        'Pada formulir: nama, telepon, dan surel penanggung jawab data.',
        'In forms: name, telephone and e-mail of the person in charge of the data.',
      ),
      w(
        'Siapa yang mengisi, mengirim, menyetujui, atau mengembalikan data, dan kapan.',
        'Who entered, sent, accepted or returned data, and when.',
      ),
      w(
        'Surel yang dikirim Lengkap kepada Anda: jenis, waktu, dan apakah sampai.',
        'Mails that Lengkap sent you: what kind, when, and whether they arrived.',
      ),
      w(
        'Kata sandi tidak ada, dan kode masuk tidak disimpan.',
        'There are no passwords, and sign-in codes are not kept.',
      ),
    ],
  },
  {
    heading: w('Siapa yang membaca', 'Who reads it'),
    lines: [
      w(
        'Data penanggung jawab pada formulir: perangkat daerah itu sendiri dan koordinator.',
        'The person in charge in a form: the agency itself and the coordinators.',
      ),
      w(
        'Surel dan telepon pengguna: koordinator. Pengamat membaca nama dan jabatan saja.',
        'E-mail and telephone of users: coordinators. Viewers read name and office only.',
      ),
      w('Perangkat daerah lain, daerah lain, dan umum: tidak.', 'Other agencies, other regions and the public: no.'),
    ],
  },
  {
    heading: w('Berapa lama', 'For how long'),
    lines: [
      w(
        'Draf yang tidak dikirim dihapus 90 hari setelah formulirnya ditutup.',
        'Drafts that are not sent end 90 days after their form has closed.',
      ),
      w(
        'Data orang pada formulir dan surel latihan dihapus setelah putaran ditutup sekian tahun; lihat di bawah untuk setiap daerah.',
        'Answers about persons and mails of rehearsals end some years after a round has closed; see below for each region.',
      ),
      w(
        'Kontak pengguna dihapus setelah akunnya nonaktif selama itu, atau lebih cepat bila diminta.',
        'Contacts of users end when they have been inactive for as long, or sooner when somebody asks.',
      ),
      w(
        'Angka, jumlah, dan nomor tanda terima tetap, dan tetap dapat diperiksa: yang dihitung di sana bukan data orang melainkan sidik bergaramnya.',
        'Figures, sums and receipts stay and can still be verified: what is hashed there is not the personal data but its salted digest.',
      ),
      w('Cadangan data terhapus sendiri setelah 35 hari.', 'Backups forget by themselves after 35 days.'),
    ],
  },
]
