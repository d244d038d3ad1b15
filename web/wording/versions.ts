/** Words for moving a form of a running round to another version. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })

export const versionsWording = {
  title: w('Versi formulir', 'Form versions'),
  lead: w(
    'Bila pertanyaan di formulir keliru, terbitkan versi baru lalu pindahkan putaran ini ke versi itu. Isian dibawa serta, yang tidak muat tetap dapat dibaca operator, dan operator diberi tahu lewat surel.',
    'If a question is wrong, publish a new version and move this round to it. Answers are carried over, what has no place stays readable for operators, and they are told by mail.',
  ),
  form: w('Formulir', 'Form'),
  to: w('Pindahkan ke', 'Move to'),
  version: w('Versi', 'Version'),
  only: w('Formulir ini hanya punya satu versi.', 'This form has one version only.'),
  publish: w('Terbitkan versi baru', 'Publish a new version'),
  scope: w('Untuk siapa', 'For whom'),
  all: w('Semua yang mengisi formulir ini', 'All that are asked this form'),
  some: w('Beberapa perangkat daerah', 'Some agencies'),
  sent: w('Yang sudah dikirim', 'What was sent already'),
  keep: w('Tetap sah pada versi lamanya', 'Stays valid in its old version'),
  askAgain: w('Diminta kirim lagi pada versi baru', 'Is asked for again in the new version'),
  reason: w('Alasan (dibaca operator)', 'Reason (operators read it)'),
  look: w('Lihat yang berubah', 'See what changes'),
  changes: w('Yang ditanya berbeda', 'What is asked differently'),
  none: w('Tidak ada pertanyaan yang berubah.', 'No question changes.'),
  whom: w('Siapa yang terkena', 'Who is concerned'),
  same: w('Sama dengan pertanyaan lama', 'The same as the old question'),
  noSame: w('bukan; pertanyaan baru', 'none; a new question'),
  move: w('Pindahkan sekarang', 'Move now'),
  ask: w('Pindahkan versi formulir ini?', "Move this form's version?"),
  askLead: w(
    'Operator yang terkena mendapat surel berisi daftar perubahan. Dapat dikembalikan selama belum ada yang mengirim dengan versi baru.',
    'The operators concerned get a mail with the list of changes. It can be taken back until somebody has sent in the new version.',
  ),
  moved: w('Sudah dipindahkan. Operator diberi tahu lewat surel.', 'Moved. Operators are told by mail.'),
  back: w('Pengaturan putaran', 'Settings of the round'),
} satisfies Record<string, Wording>

export const stateWords: Record<'not-begun' | 'draft' | 'sent', Record<'keep' | 'ask-again', Wording>> = {
  'not-begun': {
    keep: w('Belum mulai: langsung mengisi versi baru', 'Not begun: fills in the new version'),
    'ask-again': w('Belum mulai: langsung mengisi versi baru', 'Not begun: fills in the new version'),
  },
  draft: {
    keep: w('Ada draf: dibawa serta', 'Draft: carried over'),
    'ask-again': w('Ada draf: dibawa serta', 'Draft: carried over'),
  },
  sent: {
    keep: w('Sudah dikirim: tetap sah', 'Sent: stays valid'),
    'ask-again': w('Sudah dikirim: diminta kirim lagi', 'Sent: asked to send again'),
  },
}

export const leftCount = (count: number): Wording =>
  w(`${count} isian tidak muat`, `${count} ${count === 1 ? 'answer has' : 'answers have'} no place`)
export const fromVersion = (from: number, to: number): Wording =>
  w(`Dari versi ${from} ke versi ${to}`, `From version ${from} to version ${to}`)
