/** A01 to A04: the sub kegiatan code of a row, by its shape, the nomenclature, the mapping list and the agency's bidang. */
import { rowsOfCode } from '../sipd/rows-of-code.ts'
import { at, type RowCheck, type RowSite } from './check.ts'
import { entryOf, forms, isSuggestion, list, textIn } from './check-context.ts'
import { currentCode, isSoundCode, paddedCode, whatIsWrong } from './sub-activity-code.ts'

const budgetTables = [
  { form: forms.tagging, table: 'penandaan' },
  { form: forms.review, table: 'anggaran' },
] as const

const code = 'kodeSubKegiatan'

const shape: RowCheck = {
  rule: 'A01',
  at: budgetTables,
  check(site) {
    const text = textIn(site.row, code)
    if (text === '' || isSoundCode(text)) return undefined
    const padded = paddedCode(text)
    if (padded !== undefined) {
      const words = {
        id: `Kode ${text} memakai penomoran lama. Ganti dengan ${padded}, lalu pastikan nama sub kegiatannya masih cocok.`,
        en: `Code ${text} uses the old numbering. Replace it with ${padded}, then make sure that the name still fits.`,
      }
      return at(site, code, words, {
        same: text,
        severity: 'warning',
        fix: { pointer: site.field(code), value: padded },
      })
    }
    const wrong = whatIsWrong(text)
    const words = {
      id: `Kode ${text} salah: ${wrong.id}. Salin kodenya dari DPA atau SIPD.`,
      en: `Code ${text} is wrong: ${wrong.en}. Copy it from the DPA or SIPD.`,
    }
    return at(site, code, words, { same: text })
  },
}

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

/** The budget of the agency itself has the code under this name: no list knows better. */
function isBudgeted({ context, submission, row }: RowSite, text: string): boolean {
  const name = plain(textIn(row, 'namaSubKegiatan'))
  const budgets = context.budgets?.get(submission.agency.id) ?? []
  return budgets.some((budget) => rowsOfCode(budget, text).some((each) => plain(each.name) === name))
}

/** A list that says of its entries that they were not verified can tell a wrong name, but not that a code does not exist. */
const nomenclature: RowCheck = {
  rule: 'A02',
  at: budgetTables,
  check(site) {
    const known = list(site.context, 'sub-kegiatan')
    const text = currentCode(textIn(site.row, code))
    if (known.length === 0 || text === '' || isBudgeted(site, text)) return undefined
    const entry = entryOf(site.context, 'sub-kegiatan', text)
    if (entry === undefined) {
      if (known[0]?.facts?.verified === 'no') return undefined
      const words = {
        id: `Kode ${text} tidak ada dalam daftar sub kegiatan yang berlaku. Periksa kodenya pada DPA; bila memang benar, jelaskan agar Bappeda dapat memperbarui daftar.`,
        en: `Code ${text} is not in the nomenclature in force. Check it against the DPA; if it is right, explain, so that Bappeda can update the list.`,
      }
      return at(site, code, words, { same: text })
    }
    const name = textIn(site.row, 'namaSubKegiatan')
    const names = [entry.label.id, ...(entry.aliases ?? [])].map(plain)
    if (name === '' || names.includes(plain(name))) return undefined
    const words = {
      id: `Nama ini tidak cocok dengan kode ${text}, yang dalam daftar bernama "${entry.label.id}". Periksa pada DPA mana yang benar, kode atau namanya.`,
      en: `This name does not fit code ${text}, which the list calls "${entry.label.id}". Check in the DPA which is right, the code or the name.`,
    }
    return at(site, 'namaSubKegiatan', words, { same: `${text} ${plain(name)}` })
  },
}

const mapping: RowCheck = {
  rule: 'A03',
  at: [budgetTables[0]],
  check(site) {
    const text = currentCode(textIn(site.row, code))
    const mapped = list(site.context, 'pemetaan-stunting')
    if (text === '' || mapped.length === 0 || isSuggestion(mapped)) return undefined
    if (entryOf(site.context, 'pemetaan-stunting', text) !== undefined) return undefined
    const words = {
      id: `Kode ${text} tidak termasuk daftar sub kegiatan pendukung penurunan stunting. Pastikan penandaannya tepat dan jelaskan, atau hapus baris ini.`,
      en: `Code ${text} is not on the list of sub-activities that support stunting reduction. Make sure that it should be tagged and explain, or delete the row.`,
    }
    return at(site, code, words, { same: text })
  },
}

const sector: RowCheck = {
  rule: 'A04',
  at: budgetTables,
  check(site) {
    const { agency } = site.submission
    const text = currentCode(textIn(site.row, code))
    const bidang = text.slice(0, 4)
    if (text === '' || agency.sectors.length === 0 || agency.sectors.includes(bidang)) return undefined
    const own = agency.sectors.join(', ')
    const words = {
      id: `Kode ${text} termasuk bidang ${bidang}, sedangkan ${agency.name.id} memakai bidang ${own}. Periksa kodenya; bila memang anggaran unit Anda, jelaskan.`,
      en: `Code ${text} belongs to sector ${bidang}, but ${agency.name.en} uses ${own}. Check the code; if it is your agency’s budget, explain.`,
    }
    return at(site, code, words, { same: text })
  },
}

export const codeChecks: readonly RowCheck[] = [shape, nomenclature, mapping, sector]
