/** Words of the checks that a coordinator chooses for a form. */
import type { OwnCheck } from '../../functions/schema/checks/own/own-check.ts'
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const checkKinds: Readonly<Record<OwnCheck['kind'], Wording>> = {
  duplicate: w('Ganda', 'Duplicates'),
  jump: w('Jauh dari putaran lalu', 'Far from the last round'),
  total: w('Jumlah', 'Totals'),
}

export const ownChecksWording = {
  title: w('Pemeriksaan tambahan', 'Further checks'),
  lead: w(
    'Berlaku untuk semua versi formulir ini mulai pemeriksaan berikutnya. Temuannya peringatan: tidak menghalangi pengiriman, tetapi perlu diperbaiki atau dijelaskan.',
    'They hold for all versions of this form from the next check on. Their findings are warnings: nothing is kept from being sent, but they are to be corrected or explained.',
  ),
  none: w('Belum ada pemeriksaan tambahan.', 'No further checks yet.'),
  add: w('Tambah', 'Add'),
  heading: (number: number, kind: OwnCheck['kind']) =>
    w(`Pemeriksaan ${number}: ${checkKinds[kind].id}`, `Check ${number}: ${checkKinds[kind].en}`),
  remove: (number: number) => w(`Hapus pemeriksaan ${number}`, `Remove check ${number}`),
  where: w('Bagian formulir', 'Part of the form'),
  header: w('Isian di luar tabel', 'What stands in no table'),
  sameIn: w('Ganda bila sama dalam semua ini', 'A duplicate where all of these are the same'),
  sameHint: w(
    'Huruf besar dan kecil dianggap sama; baris yang salah satu isiannya kosong tidak dibandingkan.',
    'Capitals make no difference; rows with a blank among these are not compared.',
  ),
  lookedFor: w('Dicari', 'Looked for'),
  across: w('Juga pada perangkat daerah lain', 'With other agencies too'),
  acrossHint: w(
    'Di dalam satu kiriman selalu. Bila juga antarunit, keduanya diberi tahu siapa yang mengirim hal yang sama.',
    'Within one submission always. With other agencies too, both are told who sent the same.',
  ),
  number: w('Angka', 'Number'),
  choose: w('Pilih', 'Choose'),
  rowsBy: w('Baris yang sama dikenali dari', 'Rows are the same by'),
  rowsByHint: w(
    'Tanpa pilihan, yang dibandingkan adalah jumlah seluruh kolom.',
    'Where nothing is chosen, the sum of the column is compared.',
  ),
  limitBy: w('Jauh berarti', 'Far means'),
  percent: w('berubah lebih dari … persen', 'changed by more than … per cent'),
  factor: w('lebih dari … kali lipat', 'more than …-fold'),
  limit: w('Batas', 'Limit'),
  least: w('Perubahan terkecil yang dihitung', 'Smallest change that counts'),
  leastHint: w(
    'Supaya angka kecil tidak selalu tertangkap; 0 = tidak ada.',
    'So that small numbers are not always caught; 0 = none.',
  ),
  total: w('Jumlahnya', 'The total'),
  parts: w('harus sama dengan jumlah dari', 'must be the sum of'),
  partsHint: w(
    'Bila semua di satu tabel, diperiksa per baris; bila tidak, tabel diwakili jumlah kolomnya.',
    'All in one table: row by row. Otherwise a table stands for the sum of its column.',
  ),
  attempt: w('Coba pada putaran ini', 'Try on the present round'),
  trying: w('Memeriksa…', 'Checking…'),
  tried: (round: Wording, sent: number) =>
    w(`Pada ${round.id}, dari ${sent} kiriman:`, `In ${round.en}, of ${sent} submissions:`),
  wouldFind: (count: number) => w(`akan menemukan ${count}`, `would find ${count}`),
  noRound: w('Belum ada putaran yang meminta formulir ini.', 'No round asks for this form yet.'),
}
