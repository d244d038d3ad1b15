/**
 * What people choose for themselves: one small item a person, beside the revisions of the person. So a change of language is in nobody's
 * way who changes the person, least of all who puts the person out, and leaves no revision behind. Older releases wrote both into the person,
 * where they are read until something is chosen anew.
 */
import * as z from 'zod'
import { personIdSchema } from '../schema/ids.ts'
import { type DigestChoice, digestChoiceSchema, type Person } from '../schema/region.ts'
import { type Language, languageSchema } from '../schema/wording.ts'
import { readFact } from './facts.ts'
import { regionKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

const preferenceSchema = z.object({
  personId: personIdSchema,
  language: languageSchema.optional(),
  digest: digestChoiceSchema.optional(),
  /** How often the digest was chosen: each choice stands on the one before. */
  choices: z.int().optional(),
})
export type Preference = z.infer<typeof preferenceSchema>

const keyOf = (region: string, personId: string) => ({
  pk: regionKeys.partition(region),
  sk: regionKeys.preference(personId),
})

export function readPreference(item: Item): Preference {
  return readFact(preferenceSchema, item)
}

export async function getPreference(table: Table, region: string, personId: string): Promise<Preference | undefined> {
  const item = await table.get(keyOf(region, personId))
  return item && readPreference(item)
}

/** The person as it is now. */
export function withPreference(person: Person, preference: Preference | undefined): Person {
  const { language, digest } = preference ?? {}
  return { ...person, ...(language && { language }), ...(digest && { digest }) }
}

/** The last one counts. */
export async function chooseLanguage(
  table: Table,
  region: string,
  { personId, language }: { personId: string; language: Language },
): Promise<void> {
  await table.update({
    key: keyOf(region, personId),
    set: { personId, language },
    condition: 'attribute_not_exists(pk) OR #personId = :personId',
    values: { personId },
    mine: (item) => item.language === language,
  })
}

/** `false` where the digest has been chosen anew since `base` (0 = never). */
export async function chooseDigest(
  table: Table,
  region: string,
  { personId, digest, base }: { personId: string; digest: DigestChoice; base: number },
): Promise<boolean> {
  const { applied } = await table.update({
    key: keyOf(region, personId),
    set: { personId, digest, choices: base + 1 },
    condition: base === 0 ? 'attribute_not_exists(#choices)' : '#choices = :base',
    ...(base === 0 ? {} : { values: { base } }),
    mine: (item) => item.choices === base + 1 && JSON.stringify(item.digest) === JSON.stringify(digest),
  })
  return applied
}
