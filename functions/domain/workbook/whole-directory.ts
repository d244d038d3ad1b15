/**
 * Agencies and people in one workbook, for a region that begins with neither: people name their agencies by code, name or short name, also
 * agencies that only this file adds, so those are judged and saved first.
 */
import { localDateOf } from '../../rules/wall-clock.ts'
import type { Answers, Cells, Row } from '../../schema/answers.ts'
import type { FormDefinition } from '../../schema/form.ts'
import type { Agency } from '../../schema/region.ts'
import type { Wording } from '../../schema/wording.ts'
import type { RegionFacts } from '../region/regions.ts'
import { errorsIn, orderedChanges, type Setting, saveInOrder } from './directory-changes.ts'
import { agenciesForm, directoryTables, peopleForm } from './directory-form.ts'
import { agenciesKind, type Kind, peopleKind } from './directory-kinds.ts'
import { personOf } from './directory-rows.ts'
import { listGuides } from './list-guide.ts'
import type { OpenList } from './load-workbook.ts'
import { wordOf } from './reference-form.ts'

const column = 'perangkatDaerah'

export function openWhole(setting: Setting): OpenList {
  const { now, ports, request, facts } = setting
  const { region, language, word } = request
  const agencies = agenciesKind(now, ports, facts)
  const ordered = async (after: Answers) => {
    const first = await orderedChanges({ kind: agencies, facts, rows: after.rows[directoryTables.agencies] ?? [] })
    const rules = await agencies.rules(first.possible)
    const then = first.possible.reduce<RegionFacts>((standing, change) => rules.applied(standing, change), facts)
    const people = namingAgencies(peopleKind(now, ports, then), then.agencies)
    const second = await orderedChanges({ kind: people, facts: then, rows: after.rows[directoryTables.people] ?? [] })
    return { first, second, people }
  }
  const today = localDateOf(now, facts.settings.zone)
  const people = namingAgencies(peopleKind(now, ports, facts), facts.agencies)
  return {
    subject: {
      stamp: { region, agencyId: 'direktori', round: 'whole' },
      definition: wholeForm(facts.agencies),
      answers: {
        fields: {},
        rows: { [directoryTables.agencies]: [...agencies.rows], [directoryTables.people]: [...people.rows] },
      },
      context: { today, agencyId: 'direktori', fiscalYear: Number(today.slice(0, 4)), references: {} },
      language,
      heading: facts.settings.name[language],
      guide: listGuides.whole,
      judge: async (after) => {
        const { first, second } = await ordered(after)
        return [...errorsIn(first, directoryTables.agencies, word), ...errorsIn(second, directoryTables.people, word)]
      },
    },
    save: async (after) => {
      const { first, second, people: kind } = await ordered(after)
      return (await saveInOrder(setting, agencies, first.possible)) && saveInOrder(setting, kind, second.possible)
    },
    keepsMissing: bothStay,
  }
}

const bothStay: Wording = {
  id: 'Perangkat daerah dan orang yang tidak ada di berkas tetap seperti semula.',
  en: 'Agencies and people that are not in the file stay as they are.',
}

/** A list of choices could not name an agency that the same file adds. */
function wholeForm(agencies: readonly Agency[]): FormDefinition {
  const people = peopleForm(agencies)
  const tables = people.tables.map((table) => ({
    ...table,
    fields: table.fields.map((field) =>
      field.id !== column
        ? field
        : {
            type: 'text' as const,
            id: column,
            label: field.label,
            required: true,
            maxLength: 4_000,
            hint: {
              id: 'Kode, nama, atau nama pendek dari lembar Perangkat daerah, dipisahkan titik koma.',
              en: 'Code, name or short name from the sheet Agencies, separated by semicolons.',
            },
          },
    ),
  }))
  const title = { id: 'Perangkat daerah dan orang', en: 'Agencies and people' }
  const own = agenciesForm()
  return { ...own, id: 'direktori', title, shortTitle: title, description: title, tables: [...own.tables, ...tables] }
}

type People = ReturnType<typeof peopleKind>

function namingAgencies(kind: People, agencies: readonly Agency[]): Kind<NonNullable<ReturnType<typeof personOf>>> {
  const named = ({ rowKey, cells }: Row): Row => ({ rowKey, cells: { ...cells, [column]: codesIn(cells).join('; ') } })
  return {
    ...kind,
    rows: kind.rows.map(named),
    read: (cells) => personOf({ ...cells, [column]: idsOf(wordOf(cells[column]), agencies) }),
  }
}

function codesIn(cells: Cells): readonly string[] {
  const codes = cells[column]
  return Array.isArray(codes) ? codes : []
}

/** What fits no agency, or two, stays as typed: the directory's own check then says that it is unknown. */
function idsOf(typed: string, agencies: readonly Agency[]): string[] {
  const parts = typed.split(/[;\n]/).map((part) => part.trim())
  return [...new Set(parts.filter((part) => part !== '').map((part) => idOf(part, agencies)))]
}

function idOf(part: string, agencies: readonly Agency[]): string {
  const plain = (text: string) => text.toLowerCase().replace(/\s+/g, ' ')
  const code = agencies.find(({ id }) => id === plain(part))
  if (code !== undefined) return code.id
  const fits = agencies.filter(({ name, shortName }) =>
    [name.id, name.en, shortName].some((each) => plain(each) === plain(part)),
  )
  return fits.length === 1 && fits[0] !== undefined ? fits[0].id : part
}
