/** The port to the published form definitions. */
import type { FormDefinition } from '../../schema/form.ts'

export type FormCatalogue = {
  /** `undefined` where there is no such form or version. */
  definition(id: string, version: number): FormDefinition | undefined
  all(): readonly FormDefinition[]
}
