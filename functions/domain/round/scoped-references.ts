/** The lists that the forms of some agencies take their choices from, and those of the live checks, with the entries that are open to these agencies. */
import { referenceOf } from '../../schema/answers/choices.ts'
import { checkLists } from '../../schema/checks/check-context.ts'
import { spellingsList } from '../../schema/fields/grammar/choice.ts'
import type { FormDefinition, ReferenceLists } from '../../schema/form.ts'
import type { Regions } from '../region/regions.ts'
import { definitionsOf, type FormCatalogue } from './form-catalogue.ts'
import type { Rounds } from './rounds.ts'

/** `agencyIds` undefined: everything of every published form. */
export async function scopedReferences(
  ports: { regions: Regions; rounds: Rounds; forms: FormCatalogue },
  region: string,
  agencyIds: readonly string[] | undefined,
): Promise<ReferenceLists> {
  const lists = await ports.regions.references(region)
  if (agencyIds === undefined) return lists
  const wanted = new Set<string>([
    ...checkLists,
    spellingsList,
    ...(await formsOf(ports, region, agencyIds)).flatMap(referencesOf),
  ])
  return Object.fromEntries(
    Object.entries(lists)
      .filter(([id]) => wanted.has(id))
      .map(([id, entries]) => [
        id,
        entries.filter(({ scope }) => scope?.some((own) => agencyIds.includes(own)) ?? true),
      ]),
  )
}

async function formsOf(
  ports: { rounds: Rounds; forms: FormCatalogue },
  region: string,
  agencyIds: readonly string[],
): Promise<FormDefinition[]> {
  const frames = await Promise.all((await ports.rounds.list(region)).map((id) => ports.rounds.loadFrame(region, id)))
  const keys = frames.flatMap((frame) => frame?.round.assignments ?? [])
  const own = keys.filter(({ agencyId }) => agencyIds.includes(agencyId))
  return [...(await definitionsOf(ports.forms, own, region)).values()]
}

function referencesOf({ fields, tables }: FormDefinition): string[] {
  const asked = [...fields, ...tables.flatMap((table) => table.fields)].flatMap((field) => referenceOf(field) ?? [])
  return [...asked, ...tables.flatMap((table) => table.fixedRows?.by.map(({ reference }) => reference) ?? [])]
}
