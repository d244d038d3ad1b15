/** A01 to A04: the sub kegiatan code of a row, by its shape, the nomenclature, the mapping list and the agency's bidang. */
import { forms, list, textIn } from './city.ts'
import { at, type RowRule } from './rule.ts'

const budgetTables = [
  { form: forms.tagging, table: 'penandaan' },
  { form: forms.review, table: 'anggaran' },
] as const

const code = 'kodeSubKegiatan'
const sound = /^[1-9]\.\d{2}\.\d{2}\.2\.\d{2}\.\d{4}$/
const shortTail = /^[1-9]\.\d{2}\.\d{2}\.2\.\d{2}\.(\d{1,3})$/

/** The code with its tail padded to four digits where only that is wrong, e.g. `1.02.02.2.02.15`. */
export function paddedCode(text: string): string | undefined {
  const tail = shortTail.exec(text)?.[1]
  return tail === undefined ? undefined : `${text.slice(0, -tail.length)}${tail.padStart(4, '0')}`
}

function whatIsWrong(text: string): { id: string; en: string } {
  if (/^[1-9]\.\d{2}\.\d{2}\.1\./.test(text)) {
    return {
      id: 'bagian keempat "1" berarti kewenangan provinsi; kota memakai "2"',
      en: 'the fourth part "1" means the province; the city uses "2"',
    }
  }
  if (/^[1-9]\.\d{2}\.\d{2}\.02\./.test(text)) {
    return { id: 'bagian keempat ditulis "2", bukan "02"', en: 'the fourth part is "2", not "02"' }
  }
  if (/\.\d{5,}$/.test(text))
    return { id: 'bagian terakhir harus empat angka', en: 'the last part must have four digits' }
  return {
    id: 'bentuknya bukan 17 karakter seperti 1.02.02.2.02.0015',
    en: 'it is not 17 characters like 1.02.02.2.02.0015',
  }
}

const shape: RowRule = {
  id: 'A01',
  severity: 'blocking',
  scope: 'field',
  at: budgetTables,
  check(site) {
    const text = textIn(site.row, code)
    if (text === '' || sound.test(text)) return undefined
    const padded = paddedCode(text)
    if (padded !== undefined) {
      return {
        ...at(
          site,
          code,
          `kode ${text} memakai penomoran lama. Ganti dengan ${padded}, lalu periksa apakah nama sub kegiatannya masih cocok.`,
          `code ${text} uses the old numbering. Replace it with ${padded}, then check that the name still fits.`,
        ),
        severity: 'warning',
      }
    }
    const { id, en } = whatIsWrong(text)
    return at(
      site,
      code,
      `kode ${text} salah: ${id}. Salin kode dari DPA atau SIPD.`,
      `code ${text} is wrong: ${en}. Copy it from the DPA or SIPD.`,
    )
  },
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A list that says of its entries that they were not verified can tell a wrong name, but not that a code does not exist. */
const nomenclature: RowRule = {
  id: 'A02',
  severity: 'warning',
  scope: 'row',
  at: budgetTables,
  check(site) {
    const known = list(site.city, 'sub-kegiatan')
    const text = textIn(site.row, code)
    if (known.length === 0 || !sound.test(text)) return undefined
    const entry = known.find(({ value }) => value === text)
    if (entry === undefined) {
      if (known.some(({ facts }) => facts?.verified === 'no')) return undefined
      return at(
        site,
        code,
        `kode ${text} tidak ada dalam daftar sub kegiatan yang berlaku. Periksa kode pada DPA; bila benar, beri tahu Bappeda agar daftarnya diperbarui.`,
        `code ${text} is not in the nomenclature in force. Check it against the DPA; if it is right, tell Bappeda so that the list is updated.`,
      )
    }
    const name = textIn(site.row, 'namaSubKegiatan')
    if (name === '' || [entry.label.id, ...(entry.aliases ?? [])].some((each) => plain(each) === plain(name)))
      return undefined
    return at(
      site,
      'namaSubKegiatan',
      `nama "${name}" tidak cocok dengan kode ${text} ("${entry.label.id}"). Periksa mana yang benar pada DPA.`,
      `the name "${name}" does not fit code ${text} ("${entry.label.id}"). Check in the DPA which one is right.`,
    )
  },
}

const mapping: RowRule = {
  id: 'A03',
  severity: 'warning',
  scope: 'field',
  at: [budgetTables[0]],
  check(site) {
    const mapped = list(site.city, 'pemetaan-stunting')
    const text = textIn(site.row, code)
    if (mapped.length === 0 || !sound.test(text) || mapped.some(({ value }) => value === text)) return undefined
    return at(
      site,
      code,
      `kode ${text} tidak termasuk daftar sub kegiatan pendukung penurunan stunting. Pastikan penandaannya tepat, atau hapus baris ini.`,
      `code ${text} is not on the list of sub-activities that support stunting reduction. Make sure that it should be tagged, or remove the row.`,
    )
  },
}

const sector: RowRule = {
  id: 'A04',
  severity: 'warning',
  scope: 'field',
  at: budgetTables,
  check(site) {
    const { agency } = site.paper
    const text = textIn(site.row, code)
    const bidang = text.slice(0, 4)
    if (!sound.test(text) || agency.sectors.length === 0 || agency.sectors.includes(bidang)) return undefined
    return at(
      site,
      code,
      `kode ${text} termasuk bidang ${bidang}, sedangkan ${agency.name.id} memakai bidang ${agency.sectors.join(', ')}. Periksa kodenya.`,
      `code ${text} belongs to bidang ${bidang}, but ${agency.name.en} uses ${agency.sectors.join(', ')}. Check the code.`,
    )
  },
}

export const codeRules = [shape, nomenclature, mapping, sector]
