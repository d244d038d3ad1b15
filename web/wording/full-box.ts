/** Words of a box that takes no more letters. */
import type { Wording } from '../../functions/schema/wording.ts'

/** A pasted text that would have been cut. */
export const pastedTooLong = (length: number, most: number): Wording => ({
  id: `Tidak ditempel: isian ini akan menjadi ${length} karakter, paling banyak ${most}. Pendekkan dulu, supaya tidak ada yang terpotong.`,
  en: `Not pasted: this would become ${length} characters, at most ${most}. Shorten it first, so that nothing is cut.`,
})

export const boxIsFull = (most: number): Wording => ({
  id: `Sudah penuh: paling banyak ${most} karakter. Yang diketik sesudahnya tidak masuk.`,
  en: `Full: at most ${most} characters. What is typed from here on is not taken.`,
})
