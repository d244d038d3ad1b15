/**
 * What a refused person reads: what happened and what to do now, in both languages. Dates are worded here, from the local
 * dates that a refusal carries; no exception's text ever gets out.
 */
import type { Refusal } from '../domain/refusal.ts'
import { formatDay } from '../rules/moments.ts'
import type { Wording } from '../schema/wording.ts'
import { handMailReasons } from './hand-mail-words.ts'
import { extensionReasons, windowReasons } from './window-words.ts'
import { workbookDetail } from './workbook-words.ts'

const words = (id: string, en: string): Wording => ({ id, en })

export const titles: Record<Refusal['code'], Wording> = {
  'malformed-request': words('Permintaan tidak dapat dibaca', 'Malformed request'),
  'not-signed-in': words('Anda belum masuk', 'Not signed in'),
  'wrong-code': words('Kode salah', 'Wrong code'),
  'challenge-over': words('Kode tidak berlaku lagi', 'The code is no longer valid'),
  'region-choice': words('Pilih daerah', 'Choose a region'),
  'too-many-requests': words('Terlalu banyak percobaan', 'Too many attempts'),
  forbidden: words('Tidak diizinkan', 'Not allowed'),
  'cross-site-request': words('Permintaan dari halaman lain ditolak', 'Request from another site refused'),
  'not-found': words('Tidak ditemukan', 'Not found'),
  'round-not-open': words('Jendela penginputan belum dibuka', 'The entry window has not opened'),
  'round-closed': words('Jendela penginputan sudah ditutup', 'The entry window has closed'),
  'submission-accepted': words('Data sudah disetujui', 'Already accepted'),
  'precondition-required': words('Versi dasar belum disebutkan', 'Precondition required'),
  'revision-conflict': words('Ada kiriman yang lebih baru', 'There is a newer submission'),
  'draft-conflict': words('Draf sudah berubah', 'The draft has changed'),
  'form-version-conflict': words('Formulir sudah diperbarui', 'The form has a new version'),
  'round-changing': words('Putaran sedang diubah', 'The round is being changed'),
  'region-closed': words('Daerah sudah ditutup', 'The region is closed'),
  'idempotency-key-reused': words('Nomor kiriman sudah dipakai', 'Idempotency key already used'),
  'answers-invalid': words('Isian perlu diperbaiki', 'Some answers need correcting'),
  'settings-invalid': words('Pengaturan belum dapat disimpan', 'The settings cannot be saved yet'),
  'nil-not-allowed': words('Nihil tidak tersedia', 'Nil is not possible'),
  'results-changed': words('Hasil sudah berubah', 'The results have changed'),
  'results-too-large': words('Hasil tidak muat dalam satu berkas', 'The results do not fit one file'),
  'window-invalid': words('Perubahan jadwal tidak dapat dipakai', 'The change of dates is not possible'),
  'fresh-sign-in-required': words('Perlu masuk kembali', 'A fresh sign-in is needed'),
  'hand-mail-invalid': words('Surel tidak dapat dikirim', 'The mail cannot be sent'),
  'mail-service-silent': words('Layanan surel tidak menjawab', 'The mail service does not answer'),
  'extension-invalid': words(
    'Permintaan tambahan waktu tidak dapat diproses',
    'The request for more time is not possible',
  ),
  'review-invalid': words('Keputusan reviu tidak dapat disimpan', 'The decision is not possible'),
  'workbook-refused': words('Berkas tidak dapat dibaca', 'The file cannot be read'),
}

const things: Record<string, Wording> = {
  agency: words('Perangkat daerah ini', 'This agency'),
  round: words('Putaran pengumpulan data ini', 'This round'),
  person: words('Orang ini', 'This person'),
  session: words('Sesi ini', 'This session'),
  logo: words('Logo ini', 'This logo'),
  region: words('Daerah ini', 'This region'),
  assignment: words('Penugasan formulir ini', 'This assignment'),
  form: words('Formulir ini', 'This form'),
  submission: words('Kiriman ini', 'This submission'),
  comment: words('Catatan ini', 'This comment'),
  draft: words('Draf ini', 'This draft'),
  finding: words('Temuan ini', 'This finding'),
  notice: words('Pemberitahuan ini', 'This notification'),
  subscription: words('Langganan dengan alamat ini', 'A subscription with this address'),
  calendar: words('Kalender dengan alamat ini', 'A calendar with this address'),
  reference: words('Daftar acuan ini', 'This reference list'),
  'extension-request': words('Permintaan tambahan waktu ini', 'This request for more time'),
  receipt: words('Tanda terima dengan nomor ini', 'A receipt with this number'),
}

const reviewReasons: Record<Extract<Refusal, { code: 'review-invalid' }>['reason'], Wording> = {
  'comment-required': words(
    'Tuliskan paling sedikit satu catatan tentang apa yang perlu diperbaiki.',
    'Write at least one comment that says what to correct.',
  ),
  'due-date-required': words('Tentukan batas perbaikan.', 'Set the last day for the corrections.'),
  'due-date-past': words('Batas perbaikan sudah lewat.', 'The last day for the corrections has passed.'),
  'old-revision': words(
    'Perangkat daerah sudah mengirim revisi yang lebih baru. Muat ulang, lalu reviu revisi terbaru.',
    'The agency has sent a newer revision. Reload and review that one.',
  ),
  'already-decided': words(
    'Revisi ini sudah diputuskan. Muat ulang untuk melihat keputusannya.',
    'This revision has been decided. Reload to see the decision.',
  ),
  'not-accepted': words(
    'Hanya kiriman yang sudah disetujui dapat dibuka kembali.',
    'Only an accepted submission can be re-opened.',
  ),
}

/** The sentence for this occurrence. */
const besidesWaiting = {
  'sign-in': words(
    'Di peramban yang pernah Anda pakai masuk, Anda tidak perlu menunggu; bila mendesak, hubungi koordinator.',
    'In a browser in which you have signed in before you need not wait; if it is urgent, ask the coordinator.',
  ),
  draft: words(
    'Yang sudah diketik tetap ada di peramban ini dan disimpan sendiri sesudahnya.',
    'What was typed stays in this browser and is saved by itself afterwards.',
  ),
}

export function detailOf(refusal: Refusal): Wording {
  switch (refusal.code) {
    case 'wrong-code':
      return refusal.triesLeft > 0
        ? words(
            `Kode tidak cocok. Tersisa ${refusal.triesLeft} percobaan; periksa surel terbaru dari kami.`,
            `The code does not match. Tries left: ${refusal.triesLeft}; look at our latest e-mail.`,
          )
        : words('Kode tidak cocok. Mintalah kode baru.', 'The code does not match. Ask for a new code.')
    case 'region-choice':
      return words(
        'Alamat surel ini terdaftar di beberapa daerah. Pilih daerah yang hendak dibuka, dengan kode yang sama.',
        'This address is known in several regions. Choose one, with the same code.',
      )
    case 'too-many-requests': {
      const minutes = Math.ceil(refusal.retryAfterSeconds / 60)
      const wait = words(
        `Terlalu banyak percobaan dalam waktu singkat. Coba lagi dalam ${minutes} menit.`,
        `Too many attempts in a short time. Try again in ${minutes} minute(s).`,
      )
      const more = refusal.of === undefined ? undefined : besidesWaiting[refusal.of]
      return more === undefined ? wait : words(`${wait.id} ${more.id}`, `${wait.en} ${more.en}`)
    }
    case 'not-found': {
      const thing = things[refusal.what] ?? words('Yang Anda cari', 'What you are looking for')
      return words(`${thing.id} tidak ditemukan.`, `${thing.en} was not found.`)
    }
    case 'round-not-open':
      return words(
        `Jendela penginputan dibuka pada ${formatDay(refusal.opensOn, 'id')}.`,
        `The entry window opens on ${formatDay(refusal.opensOn, 'en')}.`,
      )
    case 'round-closed':
      return words(
        `Jendela penginputan ditutup pada ${formatDay(refusal.closedOn, 'id')}. Isian Anda tetap tersimpan sebagai draf di peramban ini. Hubungi Bappeda untuk meminta perpanjangan, lalu kirim kembali.`,
        `The entry window closed on ${formatDay(refusal.closedOn, 'en')}. What you typed is kept in this browser. Ask the coordinator for an extension, then submit again.`,
      )
    case 'submission-accepted':
      return words(
        `Revisi ${refusal.revision} sudah disetujui Bappeda dan tidak dapat diubah lagi. Hubungi Bappeda bila ada kekeliruan.`,
        `Revision ${refusal.revision} was accepted and can no longer change. Contact the coordinator if something is wrong.`,
      )
    case 'revision-conflict':
      return words(
        `Orang lain sudah mengirim revisi ${refusal.currentRevision}. Bandingkan dengan isian Anda, lalu kirim lagi. Isian Anda tidak hilang.`,
        `Somebody else has sent revision ${refusal.currentRevision}. Compare it with yours, then submit again. Nothing is lost.`,
      )
    case 'answers-invalid':
      return words(
        `Ada ${refusal.errors.length} isian yang perlu diperbaiki sebelum dikirim.`,
        `${refusal.errors.length} answer${refusal.errors.length === 1 ? ' needs' : 's need'} correcting before this can be submitted.`,
      )
    case 'settings-invalid':
      return words(
        `Ada ${refusal.errors.length} hal yang perlu diperbaiki sebelum disimpan. Yang Anda ketik tidak hilang.`,
        `${refusal.errors.length} thing${refusal.errors.length === 1 ? ' needs' : 's need'} correcting before this can be saved. Nothing you typed is lost.`,
      )
    case 'window-invalid':
      return windowReasons[refusal.reason]
    case 'review-invalid':
      return reviewReasons[refusal.reason]
    case 'extension-invalid':
      return extensionReasons[refusal.reason]
    case 'workbook-refused':
      return workbookDetail(refusal.reason, refusal.what)
    case 'hand-mail-invalid':
      return handMailReasons[refusal.reason]
    default:
      return fixedDetails[refusal.code]
  }
}

type Fixed = Exclude<
  Refusal['code'],
  | 'wrong-code'
  | 'region-choice'
  | 'too-many-requests'
  | 'not-found'
  | 'round-not-open'
  | 'round-closed'
  | 'submission-accepted'
  | 'revision-conflict'
  | 'answers-invalid'
  | 'settings-invalid'
  | 'window-invalid'
  | 'review-invalid'
  | 'extension-invalid'
  | 'workbook-refused'
  | 'hand-mail-invalid'
>

/** The ones that are always the same; a code missing here does not compile. */
const fixedDetails: Record<Fixed, Wording> = {
  'results-changed': words(
    'Ada kiriman baru sejak halaman sebelumnya diambil. Mulai lagi dari halaman pertama.',
    'Newer submissions came since the previous page. Start again from the first page.',
  ),
  'results-too-large': words(
    'Putaran ini menghasilkan lebih banyak data daripada yang muat dalam satu buku kerja. Unduh CSV per formulir.',
    'This round has brought more than fits one workbook. Download the CSV of each form instead.',
  ),
  'malformed-request': words(
    'Sebagian isi permintaan tidak sesuai bentuk yang diminta.',
    'Parts of the request do not have the expected shape.',
  ),
  'not-signed-in': words(
    'Silakan masuk dengan kode yang kami kirim ke surel Anda.',
    'Please sign in with a code sent to your e-mail address.',
  ),
  'challenge-over': words(
    'Kode sudah kedaluwarsa, sudah dipakai, atau diminta dari peramban lain. Mintalah kode baru.',
    'The code has expired, was used, or was asked for in another browser. Ask for a new code.',
  ),
  'fresh-sign-in-required': words(
    'Demi keamanan, tindakan ini memerlukan kode masuk baru dari surel Anda.',
    'For safety this needs a new sign-in code from your e-mail.',
  ),
  'mail-service-silent': words(
    'Layanan pengirim surel tidak menjawab, jadi pemblokiran alamat ini belum dapat dicabut. Tidak ada yang berubah; silakan coba lagi beberapa menit lagi.',
    'The mail service does not answer, so its block on this address could not be lifted. Nothing was changed; please try again in a few minutes.',
  ),
  forbidden: words('Peran Anda tidak mengizinkan tindakan ini.', 'Your role does not allow this.'),
  'cross-site-request': words(
    'Perubahan hanya dapat dilakukan dari halaman Lengkap sendiri.',
    'Changes can only be made from the pages of Lengkap itself.',
  ),
  'precondition-required': words(
    'Sertakan If-Match (versi yang menjadi dasar) dan, untuk kiriman, Idempotency-Key.',
    'Send If-Match (the version this is based on) and, when submitting, an Idempotency-Key.',
  ),
  'draft-conflict': words(
    'Draf ini sudah diubah atau dikirim dari jendela atau oleh orang lain. Isian Anda tidak hilang; bandingkan lalu simpan lagi.',
    'This draft was changed or submitted elsewhere. Nothing you typed is lost; compare and save again.',
  ),
  'form-version-conflict': words(
    'Formulir ini sudah memiliki versi baru. Muat ulang halaman; isian Anda tetap tersimpan.',
    'This form has a new version. Reload the page; what you typed is kept.',
  ),
  'region-closed': words(
    'Daerah ini sudah ditutup oleh pengelola sistem. Semua data tetap dapat dibaca dan diunduh, tetapi tidak dapat diubah lagi.',
    'This region was closed by the operator of the system. All data can still be read and downloaded, but no longer changed.',
  ),
  'round-changing': words(
    'Koordinator sedang mengubah putaran ini. Coba lagi sebentar lagi; isian Anda tidak hilang.',
    'The coordinator is changing this round just now. Try again in a moment; nothing you typed is lost.',
  ),
  'idempotency-key-reused': words(
    'Kunci kiriman ini sudah dipakai untuk isi yang berbeda. Muat ulang halaman lalu kirim lagi.',
    'This key was used for other content. Reload the page and submit again.',
  ),
  'nil-not-allowed': words('Formulir ini tidak dapat diisi nihil.', 'This form cannot be answered with nil.'),
}
