/**
 * Which of the region's sources of money a fund of SIPD is. Codes were renumbered for 2026 and names mostly not, so rules go by
 * name; a code counts by its beginning only. The first rule that fits decides; where none does, nobody guesses.
 */
import type { ReferenceEntry, ReferenceLists } from '../form.ts'
import { plainName } from './plain-name.ts'

/** The region's own rules; until it has some, the ones below hold. */
export const fundRulesList = 'sumber-dana-sipd'

/** A fund as SIPD writes it; some exports know no codes. */
export type SipdFund = { readonly code: string; readonly name: string }

const rule = (
  value: string,
  sumberDana: string,
  [polaNama, awalKode = '']: readonly [string, string?],
): ReferenceEntry => ({
  value,
  label: { id: `${sumberDana}: ${polaNama || awalKode}`, en: `${sumberDana}: ${polaNama || awalKode}` },
  facts: { polaNama, awalKode, sumberDana },
})

/** What a region begins with. An entry's `label` is for people only. */
export const firstFundRules: readonly ReferenceEntry[] = [
  rule('010', 'BLUD', ['BLUD']),
  rule('020', 'INSENTIF_FISKAL', ['Insentif Fiskal | Insentif Daerah']),
  rule('030', 'DAK_FISIK', ['DAK Fisik | Alokasi Khusus Fisik | Alokasi Khusus (DAK) Fisik']),
  rule('040', 'DAK_NONFISIK', ['DAK Non Fisik | Alokasi Khusus Non Fisik | Alokasi Khusus (DAK) Non Fisik']),
  rule('050', 'DAK_NONFISIK', [
    'Bantuan Operasional Kesehatan | Bantuan Operasional Keluarga Berencana | BOK Puskesmas',
  ]),
  rule('060', 'NONKAPITASI_JKN', ['Nonkapitasi | Klaim Pelayanan Kesehatan']),
  rule('070', 'KAPITASI_JKN', ['Kapitasi JKN']),
  rule('080', 'DAU_DITENTUKAN', ['DAU yang Ditentukan | DAU Tambahan | Alokasi Umum yang Ditentukan']),
  rule('081', 'DAU_DITENTUKAN', ['Dana Alokasi Umum', '2']),
  rule('090', 'DAU', ['Dana Alokasi Umum | =DAU']),
  rule('100', 'BAGI_HASIL_PROVINSI', ['Pendapatan Bagi Hasil | Bagi Hasil Pajak Rokok']),
  rule('110', 'DBH', ['DBH | Dana Bagi Hasil']),
  rule('120', 'PAD', ['Pendapatan Asli Daerah | =PAD | Retribusi']),
  rule('121', 'PAD', ['', '1.1 | 2.1']),
  rule('130', 'LAINNYA', ['Hibah | Bantuan Keuangan | Otonomi Khusus | Keistimewaan | Dana Darurat | Pinjaman']),
  rule('132', 'LAINNYA', [
    'Sumbangan Pihak Ketiga | Kewajiban kepada Pihak Ketiga | Dana Cadangan | Penjualan Kekayaan',
  ]),
  rule('133', 'LAINNYA', ['Lain-lain Pendapatan | Penerimaan Pembiayaan Lainnya']),
  rule('131', 'LAINNYA', [
    'SiLPA | Sisa Lebih | Pelampauan Penerimaan | Penghematan Belanja | Sisa Dana | Sisa Belanja',
  ]),
]

/** What stands before a fund's own name, and which first digit it tells. */
const prefixes: readonly (readonly [RegExp, string])[] = [
  [/^\s*\[?\s*dana\s+umum\s*\]?\s*-\s*/i, '1'],
  [/^\s*\[?\s*dana\s+khusus\s*\]?\s*-\s*/i, '2'],
]

/** The name without what kind of money it is, for people. */
export function fundName(name: string): string {
  return prefixes.reduce((text, [prefix]) => text.replace(prefix, ''), name).trim()
}

function fundRules(references: ReferenceLists): readonly ReferenceEntry[] {
  const own = references[fundRulesList] ?? []
  return own.length === 0 ? firstFundRules : own
}

/** The region's code of the source; `undefined` where no rule fits, or it leads to a source that the region has not. */
export function sourceOf(fund: SipdFund, references: ReferenceLists): string | undefined {
  const code = fund.code || (prefixes.find(([prefix]) => prefix.test(fund.name))?.[1] ?? '')
  const name = plainName(fundName(fund.name))
  const fits = fundRules(references).find(({ facts = {} }) => {
    const { polaNama = '', awalKode = '' } = facts
    const [names, starts] = [parts(polaNama), parts(awalKode)]
    if (names.length + starts.length === 0) return false
    return (
      (names.length === 0 || names.some((each) => hasName(name, each))) &&
      (starts.length === 0 || starts.some((each) => beginsWith(code, each)))
    )
  })
  const source = fits?.facts?.sumberDana
  return (references['sumber-dana'] ?? []).some(({ value }) => value === source) ? source : undefined
}

function hasName(name: string, pattern: string): boolean {
  const wanted = plainName(pattern)
  if (wanted === '') return false
  return pattern.startsWith('=') ? name === wanted : name.includes(wanted)
}

/** By whole groups: `1.1` begins `1.1.04`, not `1.10`. */
function beginsWith(code: string, start: string): boolean {
  return code === start || code.startsWith(`${start}.`)
}

function parts(text: string): string[] {
  return text
    .split('|')
    .map((each) => each.trim())
    .filter((each) => each !== '')
}

/** A rule for one fund by its exact name, as a coordinator decides it once; it stands before all others. */
export function ruleFor(fund: SipdFund, source: string): ReferenceEntry {
  const name = fundName(fund.name)
  return {
    value: `000-${plainName(name).slice(0, 60)}`,
    label: { id: `${source}: ${name}`, en: `${source}: ${name}` },
    facts: { polaNama: `=${name.replaceAll('|', ' ')}`, awalKode: '', sumberDana: source },
  }
}
