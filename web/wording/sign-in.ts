/** Words of signing in. */
import type { Wording } from '../../functions/schema/wording.ts'

export const signInWording = {
  title: { id: 'Masuk', en: 'Sign in' },
  intro: {
    id: 'Tuliskan alamat surel dinas Anda. Kami mengirimkan kode 8 angka ke alamat itu; Anda tidak memerlukan kata sandi.',
    en: 'Enter your office e-mail address. We send an 8-digit code to it; you need no password.',
  },
  cannot: { id: 'Tidak bisa masuk? Hubungi:', en: 'Cannot sign in? Contact:' },
  email: { id: 'Alamat surel', en: 'E-mail address' },
  emailHint: { id: 'Alamat yang didaftarkan oleh Bappeda.', en: 'The address registered by Bappeda.' },
  emailMissing: { id: 'Tuliskan alamat surel Anda.', en: 'Enter your e-mail address.' },
  emailWrong: {
    id: 'Tuliskan alamat surel lengkap, misalnya nama@instansi.go.id.',
    en: 'Enter a full e-mail address, for example name@agency.go.id.',
  },
  send: { id: 'Kirim kode', en: 'Send code' },
  codeTitle: { id: 'Masukkan kode', en: 'Enter the code' },
  sentTo: {
    id: 'Bila alamat ini terdaftar, kode sudah dikirim ke',
    en: 'If this address is registered, a code has been sent to',
  },
  life: {
    id: 'Kode berlaku 10 menit. Periksa juga folder spam.',
    en: 'The code is valid for 10 minutes. Look in the spam folder too.',
  },
  code: { id: 'Kode 8 angka', en: '8-digit code' },
  codeHint: {
    id: 'Misalnya 1234 5678. Spasi boleh ada, boleh tidak.',
    en: 'For example 1234 5678, with or without the space.',
  },
  codeMissing: { id: 'Masukkan kode dari surel.', en: 'Enter the code from the e-mail.' },
  codeLength: { id: 'Kode terdiri atas 8 angka. Periksa kembali.', en: 'The code has 8 digits. Check it.' },
  codeWrong: {
    id: 'Kode tidak cocok. Periksa kembali kode pada surel terakhir.',
    en: 'The code does not match. Check the latest e-mail.',
  },
  codeOver: {
    id: 'Kode ini sudah tidak berlaku. Minta kode baru.',
    en: 'This code is no longer valid. Ask for a new one.',
  },
  codeSpent: {
    id: 'Kode tidak cocok, dan percobaannya sudah habis. Minta kode baru.',
    en: 'The code does not match, and no tries are left. Ask for a new code.',
  },
  enter: { id: 'Masuk', en: 'Sign in' },
  resend: { id: 'Kirim ulang kode', en: 'Send the code again' },
  resent: { id: 'Kode dikirim ulang.', en: 'The code was sent again.' },
  newCode: { id: 'Minta kode baru', en: 'Ask for a new code' },
  newSent: {
    id: 'Kode baru sudah dikirim. Pakai kode pada surel terakhir.',
    en: 'A new code has been sent. Use the one in the latest e-mail.',
  },
  otherAddress: { id: 'Pakai alamat surel lain', en: 'Use another address' },
  dialogTitle: { id: 'Sesi Anda berakhir', en: 'Your session has ended' },
  dialogIntro: {
    id: 'Isian Anda aman di perangkat ini. Masuk lagi untuk melanjutkan; yang tadi tertunda dikirim otomatis.',
    en: 'What you typed is safe on this device. Sign in again to go on; what was waiting is sent by itself.',
  },
  freshTitle: { id: 'Satu kode lagi demi keamanan', en: 'One more code, for safety' },
  freshIntro: {
    id: 'Tindakan ini hanya dijalankan bila Anda masuk dalam 15 menit terakhir. Mintalah kode baru; setelah kode dimasukkan, tindakan tadi dilanjutkan sendiri dan isian Anda tidak hilang.',
    en: 'This is only done for somebody who signed in within the last 15 minutes. Ask for a new code; once it is entered, what you were doing goes on by itself, and nothing you typed is lost.',
  },
  chooseRegion: {
    id: 'Alamat surel ini terdaftar di beberapa daerah. Masuk ke daerah mana?',
    en: 'This address is known in several regions. Which one do you want?',
  },
  drop: { id: 'Batalkan tindakan ini', en: 'Do not go on' },
  problemTitle: { id: 'Ada yang perlu diperbaiki', en: 'There is a problem' },
} satisfies Record<string, Wording>

/** "Kirim ulang kode (dalam 42 detik)". */
export function resendIn(seconds: number): Wording {
  return { id: `Kirim ulang kode (dalam ${seconds} detik)`, en: `Send the code again (in ${seconds} s)` }
}

/** A limit was reached. */
export function tooManyTries(seconds: number | undefined): Wording {
  if (seconds === undefined) {
    return { id: 'Terlalu banyak percobaan. Coba lagi nanti.', en: 'Too many attempts. Try again later.' }
  }
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  return {
    id: `Terlalu banyak percobaan. Coba lagi dalam ${minutes} menit, atau masuk dari peramban yang pernah Anda pakai: di sana tidak perlu menunggu. Bila mendesak, hubungi koordinator.`,
    en: `Too many attempts. Try again in ${minutes} min, or sign in with a browser you have used before: there you need not wait. If it is urgent, ask the coordinator.`,
  }
}

/** How many tries are left after a wrong code. */
export function triesLeftWords(tries: number): Wording {
  return { id: `Sisa percobaan: ${tries}.`, en: `Tries left: ${tries}.` }
}
