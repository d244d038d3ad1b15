/** Why the dates cannot move so, and why a request for more time cannot be made or decided. */
import type { Refusal } from '../domain/refusal.ts'
import type { Wording } from '../schema/wording.ts'

const words = (id: string, en: string): Wording => ({ id, en })

export const windowReasons: Record<Extract<Refusal, { code: 'window-invalid' }>['reason'], Wording> = {
  'not-later': words(
    'Batas akhir yang baru harus lebih lambat daripada batas akhir yang berlaku sekarang (atau tetap, bila targetnya dimundurkan).',
    'The new final deadline must be later than the one in force (or the same, when the target moves later).',
  ),
  'too-long': words(
    'Satu putaran paling lama 400 hari sejak dibuka; periksa tahunnya.',
    'A round lasts at most 400 days from its opening; check the year.',
  ),
  'in-the-past': words('Tanggal yang dipilih sudah lewat.', 'The chosen date has passed.'),
  'target-after-final': words(
    'Target penyelesaian tidak boleh setelah batas akhir.',
    'The target date may not be after the final deadline.',
  ),
  'not-earlier': words(
    'Koreksi hanya memajukan tanggal. Untuk memundurkan, pakai perpanjangan.',
    'A correction only moves dates earlier. To move them later, extend.',
  ),
  'too-soon': words(
    'Tanggal yang dimajukan harus paling cepat 24 jam dari sekarang, supaya perangkat daerah sempat diberi tahu.',
    'An earlier date must lie at least 24 hours ahead, so that agencies can be told.',
  ),
  'already-closed': words('Jendela penginputan itu sudah ditutup.', 'That entry window is closed already.'),
  'target-earlier': words(
    'Perpanjangan tidak memajukan target penyelesaian. Untuk memajukan, pakai koreksi.',
    'An extension does not move the target earlier. For that, correct it.',
  ),
  'nothing-closed': words(
    'Jendela penginputan itu masih terbuka. Untuk memundurkan batas akhir, pakai perpanjangan.',
    'That entry window is still open. To move the final deadline later, extend.',
  ),
  'not-opened': words(
    'Putaran ini masih draf. Tanggalnya diubah pada pengaturan putaran.',
    'This round is still a draft. Its dates are changed in its settings.',
  ),
  'closed-alone': words(
    'Ada perangkat daerah yang sudah Anda tutup sendiri. Pilih: ikut dibuka kembali, atau tetap tertutup.',
    'Some agencies were closed on their own. Choose: re-open them too, or leave them closed.',
  ),
  'unknown-agency': words(
    'Salah satu perangkat daerah yang dipilih tidak termasuk dalam putaran ini.',
    'One of the chosen agencies is not part of this round.',
  ),
}

export const extensionReasons: Record<Extract<Refusal, { code: 'extension-invalid' }>['reason'], Wording> = {
  'already-asked': words(
    'Perangkat daerah Anda sudah meminta tambahan waktu. Tunggu keputusan Bappeda.',
    'Your agency has asked for more time already. Wait for the decision.',
  ),
  'already-decided': words(
    'Permintaan ini sudah diputuskan. Muat ulang untuk melihat keputusannya.',
    'This request has been decided. Reload to see the decision.',
  ),
  'too-long': words('Paling banyak 20 hari kerja dapat diminta.', 'At most 20 working days can be asked for.'),
}
