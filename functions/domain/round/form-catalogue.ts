/**
 * The port to the published form definitions: those that are code and those that a region has published itself. A published
 * version never changes, so whoever has read one may keep it.
 */
import type { FormDefinition } from '../../schema/form.ts'

export type FormCatalogue = {
  /** `undefined` where the region has no such form or version: a built-in one, or its own. Ids of regions never meet. */
  definition(id: string, version: number, region: string): Promise<FormDefinition | undefined>
  /** Every published version that the region may use: the built-in forms first, then its own. */
  all(region: string): Promise<readonly FormDefinition[]>
}

/** The definitions of these assignments or submissions by `form version`; what the catalogue lacks is left out. */
export async function definitionsOf(
  forms: FormCatalogue,
  keys: readonly { formId: string; formVersion: number }[],
  region: string,
): Promise<ReadonlyMap<string, FormDefinition>> {
  const wanted = new Map(keys.map((key) => [formKey(key.formId, key.formVersion), key]))
  const found = await Promise.all(
    [...wanted].map(async ([key, { formId, formVersion }]) => {
      const definition = await forms.definition(formId, formVersion, region)
      return definition === undefined ? [] : [[key, definition] as const]
    }),
  )
  return new Map(found.flat())
}

/** How `definitionsOf` names a version. */
export function formKey(formId: string, formVersion: number): string {
  return `${formId} ${formVersion}`
}
