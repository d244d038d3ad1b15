/**
 * The forms that regions publish. A form is a partition and a version an item: inserted if absent, never changed. The region's
 * signpost is written first and means nothing without a version. Older releases kept the forms of all regions in one room, where an id
 * was one region's; what a region published there is still its own, and goes on under the same numbers.
 */
import * as z from 'zod'
import type { PublishedForm, PublishedForms } from '../domain/forms/published-forms.ts'
import { formDefinitionSchema } from '../schema/form.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { withMarks, withMarksApart } from '../schema/personal.ts'
import { stampSchema } from '../schema/region.ts'
import { insertFact, readFact } from './facts.ts'
import { formKeys } from './form-keys.ts'
import type { Item, Table } from './table.ts'

/** Marks of what is about persons stand beside the definition. */
const publishedFormSchema = z.object({
  ...stampSchema.shape,
  region: regionIdSchema,
  definition: formDefinitionSchema,
  personal: z.record(z.string(), z.boolean()).optional(),
})

export function createPublishedForms(table: Table): PublishedForms {
  const versions = async (region: string, id: string): Promise<PublishedForm[]> => {
    const rooms = [formKeys.shared(id), formKeys.partition(region, id)]
    const items = (await Promise.all(rooms.map((pk) => table.queryAll(pk)))).flat()
    return items.map(readForm).filter((form) => form.region === region)
  }
  return {
    version: async (region, id, version) => {
      const key = { pk: formKeys.partition(region, id), sk: formKeys.version(version) }
      const item = (await table.get(key)) ?? (await table.get({ ...key, pk: formKeys.shared(id) }))
      const form = item && readForm(item)
      return form?.region === region ? form : undefined
    },
    latest: async (region, id) => (await versions(region, id)).at(-1),
    list: async (region) => {
      const signposts = await table.queryAll(formKeys.ofRegion(region))
      return (await Promise.all(signposts.map(({ sk: id }) => versions(region, id)))).flat()
    },
    insert: async (form) => {
      const { id, version } = form.definition
      await table.insertIfAbsent({ pk: formKeys.ofRegion(form.region), sk: id })
      const key = { pk: formKeys.partition(form.region, id), sk: formKeys.version(version) }
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
