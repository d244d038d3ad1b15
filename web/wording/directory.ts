/** Words of the directory: agencies and people. */
import type { Agency, Role } from '../../functions/schema/region.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const directoryWording = {
  agencies: w('Perangkat daerah', 'Agencies'),
  agenciesAbout: w(
    'OPD dan kecamatan: nama, telepon, dan pekan kerja 5 atau 6 hari.',
    'Agencies and kecamatan: names, telephones, 5 or 6 day weeks.',
  ),
  outOfUse: w(
    'Tidak dipakai lagi: tidak mendapat tugas baru; kiriman lamanya tetap',
    'No longer in use: gets no new work; what it sent stays',
  ),
  outOfUseTag: w('Tidak dipakai', 'Not in use'),
  addAgency: w('Tambah perangkat daerah', 'Add an agency'),
  name: w('Nama', 'Name'),
  shortName: w('Nama singkat', 'Short name'),
  kind: w('Jenis', 'Kind'),
  sectors: w('Bidang urusan', 'Sectors'),
  sectorsHint: w('Kode dipisah koma, misalnya 1.06, 2.08.', 'Codes with commas, such as 1.06, 2.08.'),
  week: w('Pekan kerja', 'Working week'),
  people: w('Orang', 'People'),
  peopleAbout: w(
    'Operator, kepala, wakil, koordinator, dan pemantau: alamat surel dan peran.',
    'Operators, heads, deputies, coordinators and viewers: addresses and roles.',
  ),
  addPerson: w('Tambah orang', 'Add a person'),
  personName: w('Nama', 'Name'),
  office: w('Jabatan', 'Office'),
  email: w('Alamat surel', 'E-mail address'),
  emailHint: w(
    'Kode masuk dan pemberitahuan dikirim ke sini. Bila alamat, peran, atau perangkat daerah berubah, orang ini harus masuk lagi.',
    'Sign-in codes and notices go here. When address, role or agency change, the person must sign in again.',
  ),
  role: w('Peran', 'Role'),
  ofAgencies: w('Untuk perangkat daerah', 'For these agencies'),
  language: w('Bahasa surel', 'Language of mails'),
  deputy: w('Wakil bila tidak dapat dihubungi', 'Deputy when not reachable'),
  disabled: w('Nonaktif: tidak dapat masuk dan tidak menerima surel', 'Deactivated: cannot sign in, gets no mail'),
  disabledTag: w('Nonaktif', 'Deactivated'),
  activeTag: w('Aktif', 'Active'),
  unreachable: w('Surel gagal sampai', 'Mail does not arrive'),
  weekOf: (days: number) => w(`${days} hari kerja`, `${days}-day week`),
}

export const agencyKinds: Record<Agency['kind'], Wording> = {
  opd: w('OPD', 'Agency (OPD)'),
  kecamatan: w('Kecamatan', 'Kecamatan'),
  coordinator: w('Koordinator', 'Coordinator'),
}
export const roleWords: Record<Role, Wording> = {
  operator: w('Operator', 'Operator'),
  verifier: w('Kepala / camat', 'Head'),
  coordinator: w('Koordinator', 'Coordinator'),
  viewer: w('Pemantau', 'Viewer'),
}

/** What is done about a person at once. */
export const personActWords = {
  title: w('Tindakan segera', 'At once'),
  'sign-outs': {
    label: w('Keluarkan dari semua perangkat', 'Sign out of all devices'),
    what: w(
      'Orang ini harus masuk lagi dengan kode baru di setiap perangkat. Alamat kalender dan tautan berhenti berlangganan yang lama tidak berlaku lagi.',
      'This person must sign in again with a new code on every device. Old calendar addresses and unsubscribe links stop working.',
    ),
    done: w('Orang ini sudah dikeluarkan dari semua perangkat.', 'This person has been signed out of all devices.'),
  },
  deactivation: {
    label: w('Nonaktifkan sekarang', 'Deactivate now'),
    what: w(
      'Orang ini tidak dapat masuk lagi dan tidak menerima surel, apa pun yang sedang diubah orang lain.',
      'This person can no longer sign in and gets no mail, whatever others are changing.',
    ),
    done: w('Orang ini sudah dinonaktifkan.', 'This person has been deactivated.'),
  },
}
