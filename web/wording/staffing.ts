/** An agency without an operator, or without a head: what that means, now or once something is saved. */
import type { Wording } from '../../functions/schema/wording.ts'

const w = (id: string, en: string): Wording => ({ id, en })
type Sentence = (agencies: string) => Wording

export const staffingWords: Record<'now' | 'soon', Record<'operator' | 'verifier', Sentence>> = {
  now: {
    operator: (agencies) =>
      w(
        `Tidak ada operator: ${agencies}. Formulirnya tidak ada yang mengisi; pengingat hanya sampai ke kepala, bila ada.`,
        `No operator: ${agencies}. Nobody fills in its forms; reminders reach only the head, if there is one.`,
      ),
    verifier: (agencies) => w(`Tidak ada kepala: ${agencies}.`, `No head: ${agencies}.`),
  },
  soon: {
    operator: (agencies) =>
      w(
        `Bila disimpan, tidak ada operator lagi: ${agencies}. Formulirnya tidak ada yang mengisi; pengingat hanya sampai ke kepala, bila ada.`,
        `Once saved there is no operator left: ${agencies}. Nobody fills in its forms; reminders reach only the head, if there is one.`,
      ),
    verifier: (agencies) =>
      w(`Bila disimpan, tidak ada kepala lagi: ${agencies}.`, `Once saved there is no head left: ${agencies}.`),
  },
}
export const lackTags = {
  operator: w('tidak ada operator', 'no operator'),
  verifier: w('tidak ada kepala', 'no head'),
}
