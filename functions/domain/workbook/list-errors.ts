/** Lists that checks compute with: an entry that no check could ever read is told at once, for it would count for nothing. */
import type { AnswerError, Answers, Cells } from '../../schema/answers.ts'
import { thresholdCodes, thresholdList } from '../../schema/checks/check-settings.ts'
import { isSoundCode } from '../../schema/checks/sub-activity-code.ts'
import type { ReferenceLists } from '../../schema/form.ts'
import { fundRulesList } from '../../schema/sipd/fund-rules.ts'
import { nobody, unitOwnersList } from '../../schema/sipd/unit-owners.ts'
import type { Wording } from '../../schema/wording.ts'
import { entriesTable, wordOf } from './reference-form.ts'

type Known = { readonly agencyIds: readonly string[]; readonly references: ReferenceLists }
type Flaw = { readonly column: string; readonly code: string; readonly message: Wording }
type Judge = (cells: Cells, known: Known) => readonly (Flaw | undefined)[]

const amount = (value: string) => /^\d+(\.\d+)?$/.test(value)

const threshold: Judge = ({ kode, value }) => [
  notAmong(wordOf(kode), thresholdCodes, {
    code: 'unknown-threshold',
    say: (code, all) => ({
      id: `Tidak ada pemeriksaan yang memakai kode "${code}". Kode yang dipakai: ${all}.`,
      en: `No check reads the code "${code}". Codes that are read: ${all}.`,
    }),
  }),
  amount(wordOf(value))
    ? undefined
    : {
        column: 'value',
        code: 'not-a-threshold',
        message: {
          id: 'Tulis angka nol atau lebih tanpa pemisah ribuan, misalnya 25 atau 1200000000.',
          en: 'Write a number of zero or more without separators, such as 25 or 1200000000.',
        },
      },
]

const declaredTotal: Judge = ({ kode, total }, { agencyIds }) => [
  notAmong(wordOf(kode), agencyIds, {
    code: 'unknown-agency',
    say: (code, all) => ({
      id: `Tidak ada perangkat daerah dengan kode "${code}". Kode yang ada: ${all}.`,
      en: `No agency has the id "${code}". There are: ${all}.`,
    }),
  }),
  /^\d+$/.test(wordOf(total))
    ? undefined
    : {
        column: 'total',
        code: 'not-an-amount',
        message: {
          id: 'Tulis rupiah penuh tanpa titik, misalnya 1250000000.',
          en: 'Write whole rupiah without separators, such as 1250000000.',
        },
      },
]

const document: Judge = ({ kode, date }) => [
  wordOf(kode) === '' || /^dppa-20\d{2}$/.test(wordOf(kode))
    ? undefined
    : {
        column: 'kode',
        code: 'unknown-document',
        message: {
          id: 'Tulis dppa- dan tahunnya, misalnya dppa-2026.',
          en: 'Write dppa- and its year, as in dppa-2026.',
        },
      },
  isDate(wordOf(date))
    ? undefined
    : {
        column: 'date',
        code: 'not-a-date',
        message: {
          id: 'Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-09-30.',
          en: 'Write the date as year-month-day, such as 2026-09-30.',
        },
      },
]

function isDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const subActivity: Judge = ({ kode }) => [
  wordOf(kode) === '' || isSoundCode(wordOf(kode))
    ? undefined
    : {
        column: 'kode',
        code: 'not-a-sub-activity',
        message: {
          id: 'Tulis kode sub kegiatan 17 karakter, misalnya 1.02.02.2.02.0015.',
          en: 'Write a sub-activity code of 17 characters, such as 1.02.02.2.02.0015.',
        },
      },
]

const site: Judge = ({ lokus }) => [
  ['', 'ya', 'yes', 'tidak', 'no'].includes(wordOf(lokus).toLowerCase())
    ? undefined
    : {
        column: 'lokus',
        code: 'not-yes-or-no',
        message: { id: 'Tulis "ya", atau kosongkan.', en: 'Write "ya", or leave it blank.' },
      },
]

const fundRule: Judge = ({ polaNama, awalKode, sumberDana }, { references }) => {
  const sources = (references['sumber-dana'] ?? []).map(({ value }) => value)
  return [
    notAmong(wordOf(sumberDana), sources, {
      code: 'unknown-source',
      column: 'sumberDana',
      say: (code, all) => ({
        id: `Tidak ada sumber dana "${code}". Yang ada: ${all}.`,
        en: `There is no source "${code}". There are: ${all}.`,
      }),
    }),
    wordOf(polaNama) !== '' || wordOf(awalKode) !== ''
      ? undefined
      : {
          column: 'polaNama',
          code: 'rule-without-condition',
          message: {
            id: 'Isi bagian nama atau awal kode; aturan tanpa keduanya tidak pernah cocok.',
            en: 'Give a part of the name or how the code begins; a rule with neither never fits.',
          },
        },
  ]
}

const unitOwner: Judge = ({ perangkatDaerah }, { agencyIds }) => [
  notAmong(wordOf(perangkatDaerah), [...agencyIds, nobody], {
    code: 'unknown-agency',
    column: 'perangkatDaerah',
    say: (code, all) => ({
      id: `Tidak ada perangkat daerah dengan kode "${code}". Kode yang ada: ${all}.`,
      en: `No agency has the id "${code}". There are: ${all}.`,
    }),
  }),
]

type Told = { code: string; column?: string; say: (code: string, all: string) => Wording }

function notAmong(value: string, known: readonly string[], { code, column = 'kode', say }: Told): Flaw | undefined {
  if (known.includes(value) || (column === 'kode' && value === '')) return undefined
  return { column, code, message: say(value, known.join(', ')) }
}

const judges: Readonly<Record<string, Judge>> = {
  [thresholdList]: threshold,
  [fundRulesList]: fundRule,
  [unitOwnersList]: unitOwner,
  'total-penandaan': declaredTotal,
  'dokumen-anggaran': document,
  'pemetaan-stunting': subActivity,
  kelurahan: site,
}

/** `undefined`: any entry of this list will do. */
export function judgeOf(list: string, known: Known): ((after: Answers) => AnswerError[]) | undefined {
  const judge = judges[list]
  if (judge === undefined) return undefined
  return ({ rows }) =>
    (rows[entriesTable] ?? []).flatMap(({ rowKey, cells }) =>
      judge(cells, known).flatMap((flaw) =>
        flaw === undefined
          ? []
          : [{ pointer: `/rows/${entriesTable}/${rowKey}/${flaw.column}`, code: flaw.code, message: flaw.message }],
      ),
    )
}
