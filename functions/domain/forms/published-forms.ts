/** The forms that a region has published itself: facts in the store, numbered by version, never changed. */
import type { FormDefinition } from '../../schema/form.ts'
import type { Stamp } from '../../schema/region.ts'
import type { Inserted } from '../inserted.ts'
import type { FormCatalogue } from '../round/form-catalogue.ts'

/** `region`: whose form it is; another region's form of the same id is another form. */
export type PublishedForm = Stamp & { region: string; definition: FormDefinition }

export type PublishedForms = {
  version(region: string, id: string, version: number): Promise<PublishedForm | undefined>
  /** The newest version; `undefined` where the region has not published that id. */
  latest(region: string, id: string): Promise<PublishedForm | undefined>
  /** All versions of all forms of the region, by id and version. */
  list(region: string): Promise<readonly PublishedForm[]>
  /** Inserts `definition.version`. */
  insert(form: PublishedForm): Promise<Inserted<PublishedForm>>
}

/** One catalogue over the built-in forms and those of the regions. What was read once is kept: it never changes. */
export function catalogueOf(builtIn: FormCatalogue, published: PublishedForms): FormCatalogue {
  const known = new Map<string, FormDefinition>()
  return {
    definition: async (id, version, region) => {
      const key = `${region} ${id} ${version}`
      const found = (await builtIn.definition(id, version, region)) ?? known.get(key)
      if (found !== undefined) return found
      const definition = (await published.version(region, id, version))?.definition
      if (definition !== undefined) known.set(key, definition)
      return definition
    },
    all: async (region) => {
      const [own, others] = await Promise.all([builtIn.all(region), published.list(region)])
      return [...own, ...others.map(({ definition }) => definition)]
    },
  }
}
