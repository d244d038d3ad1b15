/**
 * The shape of a sub kegiatan code: 17 characters, `2` (kabupaten/kota) as its fourth part. Older documents end in two digits;
 * such a code is not wrong, only old: rule A01 warns and offers the padded one, so the validator lets it pass.
 */
import type { Wording } from '../wording.ts'

const sound = /^[1-9]\.\d{2}\.\d{2}\.2\.\d{2}\.\d{4}$/
const shortTail = /^[1-9]\.\d{2}\.\d{2}\.2\.\d{2}\.(\d{2})$/

export function isSoundCode(text: string): boolean {
  return sound.test(text)
}

/** The code with its old two-digit tail padded to four, `1.02.02.2.02.15` -> `1.02.02.2.02.0015`; `undefined` where that is not what is wrong. */
export function paddedCode(text: string): string | undefined {
  const tail = shortTail.exec(text)?.[1]
  return tail === undefined ? undefined : `${text.slice(0, -2)}00${tail}`
}

/** The code as the nomenclature in force spells it; empty where it has another shape. */
export function currentCode(text: string): string {
  return isSoundCode(text) ? text : (paddedCode(text) ?? '')
}

/** What keeps a text from being a code, as the end of a sentence. */
export function whatIsWrong(text: string): Wording {
  if (/^[1-9]\.\d{2}\.\d{2}\.1\./.test(text)) {
    return {
      id: 'angka 1 pada bagian keempat berarti kewenangan provinsi, sedangkan kota memakai angka 2',
      en: 'a 1 as the fourth part means the province; the city uses a 2',
    }
  }
  if (/^[1-9]\.\d{2}\.\d{2}\.02\./.test(text)) {
    return { id: 'bagian keempat ditulis 2, bukan 02', en: 'the fourth part is written 2, not 02' }
  }
  if (/\.\d{5,}$/.test(text))
    return { id: 'bagian terakhir harus empat angka', en: 'the last part must have four digits' }
  return {
    id: 'bentuknya bukan 17 karakter seperti 1.02.02.2.02.0015',
    en: 'it is not 17 characters like 1.02.02.2.02.0015',
  }
}
