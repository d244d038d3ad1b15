/** Words of asking for more time and of deciding it. */
import type { Wording } from '../../functions/schema/wording.ts'

export const extensionWording = {
  ask: { id: 'Minta tambahan waktu', en: 'Ask for more time' },
  intro: {
    id: 'Bappeda memutuskan permintaan ini. Sampai ada keputusan, batas akhir tidak berubah.',
    en: 'Bappeda decides. Until then the final deadline stays as it is.',
  },
  days: { id: 'Berapa hari kerja?', en: 'How many working days?' },
  daysWrong: { id: 'Tulis angka 1 sampai 20.', en: 'Write a number from 1 to 20.' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonHint: { id: 'Paling sedikit 10 karakter, misalnya kendala yang dihadapi.', en: 'At least 10 characters.' },
  reasonShort: { id: 'Tuliskan alasan paling sedikit 10 karakter.', en: 'Write a reason of at least 10 characters.' },
  send: { id: 'Kirim permintaan', en: 'Send the request' },
  sent: {
    id: 'Permintaan terkirim. Bappeda diberi tahu melalui surel.',
    en: 'The request was sent. Bappeda is told by e-mail.',
  },
  requests: { id: 'Permintaan tambahan waktu', en: 'Requests for more time' },
  noneOpen: { id: 'Tidak ada permintaan yang menunggu keputusan.', en: 'No request waits for a decision.' },
  decided: { id: 'Permintaan yang sudah diputuskan', en: 'Decided requests' },
  closesNow: { id: 'Batas akhir sekarang', en: 'Final deadline now' },
  grantUntil: { id: 'Beri waktu sampai', en: 'Grant until' },
  grant: { id: 'Beri tambahan waktu', en: 'Grant' },
  refuse: { id: 'Tolak', en: 'Refuse' },
  note: { id: 'Catatan keputusan', en: 'Note of the decision' },
  noteHint: {
    id: 'Ditulis dalam surel persetujuan kepada perangkat daerah.',
    en: 'Stands in the mail that tells the agency.',
  },
  refusal: { id: 'Alasan penolakan', en: 'Why it is refused' },
  refusalHint: {
    id: 'Hanya bila ditolak. Dikirim kepada yang meminta.',
    en: 'Only when refused. Sent to the one who asked.',
  },
  needRefusal: { id: 'Tuliskan alasan penolakan.', en: 'Write why it is refused.' },
  needDate: { id: 'Pilih tanggal setelah batas akhir sekarang.', en: 'Choose a day after the present final deadline.' },
  grantAsk: { id: 'Beri tambahan waktu?', en: 'Grant more time?' },
  refuseAsk: { id: 'Tolak permintaan ini?', en: 'Refuse this request?' },
  refuseEffect: { id: 'Batas akhir tidak berubah.', en: 'The final deadline stays as it is.' },
  failed: { id: 'Belum tersimpan', en: 'Not saved' },
  saved: {
    id: 'Keputusan tersimpan. Yang meminta diberi tahu melalui surel.',
    en: 'Saved. The one who asked is told by e-mail.',
  },
} satisfies Record<string, Wording>

/** "2 hari kerja, sampai Kamis, 19 Februari 2026 pukul 23.59 WITA". */
export function daysUntil(days: number, until: string): Wording {
  return {
    id: `${days} hari kerja, sampai ${until}`,
    en: `${days} working day${days === 1 ? '' : 's'}, until ${until}`,
  }
}

export function waitsFor(asked: string): Wording {
  return {
    id: `Permintaan tambahan waktu menunggu keputusan Bappeda: ${asked}.`,
    en: `A request for more time waits for Bappeda’s decision: ${asked}.`,
  }
}

export function grantedWords(until: string): Wording {
  return { id: `Tambahan waktu diberikan sampai ${until}.`, en: `More time was granted until ${until}.` }
}

export function refusedWords(reason: string): Wording {
  return { id: `Tambahan waktu tidak diberikan: ${reason}`, en: `More time was not granted: ${reason}` }
}

export function waitingRequests(count: number): Wording {
  return {
    id: `${count} permintaan tambahan waktu menunggu keputusan Anda`,
    en: `${count} request${count === 1 ? '' : 's'} for more time ${count === 1 ? 'waits' : 'wait'} for your decision`,
  }
}

export function askedBy(name: string, when: string): Wording {
  return { id: `diminta oleh ${name}, ${when}`, en: `asked by ${name}, ${when}` }
}
