/**
 * A reference list as a form of one table, so that it goes out and comes in as every workbook does: a row per entry, with its
 * code, names, other spellings, the agencies it is limited to, and a column per fact.
 */

import type { Answers, Cells, Value } from '../../schema/answers.ts'
import type { Field, FormDefinition, ReferenceEntry } from '../../schema/form.ts'
import { onOneLine } from '../../schema/hidden-characters.ts'
import { fieldIdSchema } from '../../schema/ids.ts'
import type { Wording } from '../../schema/wording.ts'
import { contentHash } from '../content-hash.ts'
import { factHints, type ListAbout } from '../region/reference-lists.ts'

export const entriesTable = 'entri'
const maxEntries = 10_000
const own = new Set(['kode', 'nama', 'namaEn', 'alias', 'wilayah'])

const w = (id: string, en: string): Wording => ({ id, en })
const text = (id: string, label: Wording, hint: Wording, required = false): Field => ({
  id,
  label,
  hint,
  type: 'text',
  required,
  maxLength: 1_000,
})

/** `agencies` are those that an entry may be limited to. */
export function referenceForm(
  about: ListAbout,
  entries: readonly ReferenceEntry[],
  agencies: readonly { value: string; label: Wording }[],
): FormDefinition {
  const known = entries.flatMap(({ facts }) => Object.keys(facts ?? {}))
  const facts = [...new Set([...about.facts, ...known])].filter(
    (id) => fieldIdSchema.safeParse(id).success && !own.has(id),
  )
  const [first] = agencies
  return {
    id: `acuan-${about.id}`,
    version: 1,
    title: w(`Data acuan: ${about.title.id}`, `Reference data: ${about.title.en}`),
    shortTitle: about.title,
    description: about.title,
    nilAllowed: false,
    fields: [],
    tables: [
      {
        id: entriesTable,
        title: about.title,
        minRows: 0,
        maxRows: maxEntries,
        uniqueBy: ['kode'],
        fields: [
          text(
            'kode',
            w('Kode', 'Code'),
            about.code ??
              w('Kode yang tersimpan dalam data. Satu kode satu baris.', 'What is stored in the data. One row a code.'),
            true,
          ),
          text('nama', w('Nama', 'Name'), w('Nama yang dilihat pengguna.', 'The name that people see.'), true),
          text(
            'namaEn',
            w('Nama (Inggris)', 'Name in English'),
            w('Bila kosong, nama Indonesia yang dipakai.', 'Where blank, the Indonesian name is used.'),
          ),
          text(
            'alias',
            w('Ejaan lain', 'Other spellings'),
            w('Pisahkan dengan titik koma.', 'Separated by semicolons.'),
          ),
          ...(first === undefined ? [] : [scopeField([first, ...agencies.slice(1)])]),
          ...facts.map((id) =>
            text(
              id,
              w(id, id),
              factHints[id] ??
                w(
                  'Fakta yang mengisi kolom lain atau dipakai pemeriksaan.',
                  'A fact that fills other columns or is used by checks.',
                ),
            ),
          ),
        ],
      },
    ],
  }
}

function scopeField(choices: { value: string; label: Wording }[]): Field {
  return {
    id: 'wilayah',
    label: w('Hanya untuk perangkat daerah', 'Only for agencies'),
    hint: w('Kosong berarti untuk semua.', 'Blank means for all.'),
    type: 'choices',
    required: false,
    choices,
  }
}

export function answersOf(entries: readonly ReferenceEntry[]): Answers {
  return {
    fields: {},
    rows: {
      [entriesTable]: entries.map(({ value, label, aliases = [], scope, facts = {} }) => ({
        rowKey: `k${contentHash(value).slice(0, 24)}`,
        cells: {
          ...facts,
          kode: value,
          nama: label.id,
          namaEn: label.en,
          ...(aliases.length === 0 ? {} : { alias: aliases.join('; ') }),
          ...(scope === undefined ? {} : { wilayah: [...scope] }),
        },
      })),
    },
  }
}

/** The entries that these rows say, in their order. */
export function entriesOfAnswers(answers: Answers): ReferenceEntry[] {
  return (answers.rows[entriesTable] ?? []).map(({ cells }) => entryOf(cells))
}

function entryOf({ kode, nama, namaEn, alias, wilayah, ...others }: Cells): ReferenceEntry {
  const name = onOneLine(wordOf(nama))
  const facts = Object.entries(others).map(([id, value]) => [id, wordOf(value)] as const)
  const aliases = wordOf(alias)
    .split(/[;\n]/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
  return {
    value: onOneLine(wordOf(kode)),
    label: { id: name, en: onOneLine(wordOf(namaEn)) || name },
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(Array.isArray(wilayah) && wilayah.length > 0 ? { scope: wilayah } : {}),
    ...(facts.length === 0 ? {} : { facts: Object.fromEntries(facts) }),
  }
}

/** What stands in a cell as a text; '' for none. */
export function wordOf(value: Value | undefined): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : ''
}
