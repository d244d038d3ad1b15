/** The forms that a region has published itself: facts in the store, numbered by version, never changed. */
import type { FormDefinition } from '../../schema/form.ts'
import type { Stamp } from '../../schema/region.ts'
import type { Inserted } from '../inserted.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'

/** `region`: whose form it is. Ids are one namespace, so that a definition can be asked for without knowing its region. */
export type PublishedForm = Stamp & { region: string; definition: FormDefinition }

export type PublishedForms = {
  version(id: string, version: number): Promise<PublishedForm | undefined>
  /** The newest version; `undefined` where nobody has published that id. */
  latest(id: string): Promise<PublishedForm | undefined>
  /** All versions of all forms of the region, by id and version. */
  list(region: string): Promise<readonly PublishedForm[]>
  /** Inserts `definition.version`. */
  insert(form: PublishedForm): Promise<Inserted<PublishedForm>>
}

/** One catalogue over the forms of the house and those of the regions. What was read once is kept: it never changes. */
export function catalogueOf(house: FormCatalogue, published: PublishedForms): FormCatalogue {
  const known = new Map<string, FormDefinition>()
  return {
    definition: async (id, version) => {
      const key = `${id} ${version}`
      const found = (await house.definition(id, version)) ?? known.get(key)
      if (found !== undefined) return found
      const definition = (await published.version(id, version))?.definition
      if (definition !== undefined) known.set(key, definition)
      return definition
    },
    all: async (region) => {
      const [own, others] = await Promise.all([house.all(region), published.list(region)])
      return [...own, ...others.map(({ definition }) => definition)]
    },
  }
}
