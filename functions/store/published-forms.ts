/**
 * The forms that regions publish. A form is a partition and a version an item: inserted if absent, never changed. The region's
 * signpost is written first and means nothing without a version.
 */
import * as z from 'zod'
import type { PublishedForm, PublishedForms } from '../domain/forms/published-forms.ts'
import { formDefinitionSchema } from '../schema/form.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { withMarks, withMarksApart } from '../schema/personal.ts'
import { stampSchema } from '../schema/region.ts'
import { insertFact, readFact } from './facts.ts'
import { formKeys } from './keys.ts'
import type { Item, Table } from './table.ts'

/** Marks of what is about persons stand beside the definition. */
const publishedFormSchema = z.object({
  ...stampSchema.shape,
  region: regionIdSchema,
  definition: formDefinitionSchema,
  personal: z.record(z.string(), z.boolean()).optional(),
})

export function createPublishedForms(table: Table): PublishedForms {
  return {
    version: async (id, version) => {
      const item = await table.get({ pk: formKeys.partition(id), sk: formKeys.version(version) })
      return item && readForm(item)
    },
    latest: async (id) => {
      for await (const item of table.query(formKeys.partition(id), { descending: true, pageSize: 1 }))
        return readForm(item)
      return undefined
    },
    list: async (region) => {
      const signposts = await table.queryAll(formKeys.ofRegion(region))
      const items = await Promise.all(signposts.map(({ sk: id }) => table.queryAll(formKeys.partition(id))))
      return items
        .flat()
        .map(readForm)
        .filter((form) => form.region === region)
    },
    insert: async (form) => {
      const { id, version } = form.definition
      await table.insertIfAbsent({ pk: formKeys.ofRegion(form.region), sk: id })
      const key = { pk: formKeys.partition(id), sk: formKeys.version(version) }
      const { personal, definition } = withMarksApart(form.definition)
      const marks = Object.keys(personal).length === 0 ? {} : { personal }
      const result = await insertFact(table, key, publishedFormSchema, { ...form, definition, ...marks })
      return result.inserted ? result : { inserted: false, existing: formOf(result.existing) }
    },
  }
}

function readForm(item: Item): PublishedForm {
  return formOf(readFact(publishedFormSchema, item))
}

function formOf({ personal = {}, ...form }: z.infer<typeof publishedFormSchema>): PublishedForm {
  return { ...form, definition: withMarks(form.definition, personal) }
}
