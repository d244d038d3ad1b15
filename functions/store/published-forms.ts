/**
 * The forms that regions publish. A form is a partition and a version an item: inserted if absent, never changed. The region's
 * signpost is written first and means nothing without a version.
 */
import * as z from 'zod'
import type { PublishedForm, PublishedForms } from '../domain/forms/published-forms.ts'
import { formDefinitionSchema } from '../schema/form.ts'
import { regionIdSchema } from '../schema/ids.ts'
import { stampSchema } from '../schema/region.ts'
import { insertFact, readFact } from './facts.ts'
import { formKeys } from './keys.ts'
import type { Table } from './table.ts'

const publishedFormSchema: z.ZodType<PublishedForm> = z.object({
  ...stampSchema.shape,
  region: regionIdSchema,
  definition: formDefinitionSchema,
})

export function createPublishedForms(table: Table): PublishedForms {
  return {
    version: async (id, version) => {
      const item = await table.get({ pk: formKeys.partition(id), sk: formKeys.version(version) })
      return item && readFact(publishedFormSchema, item)
    },
    latest: async (id) => {
      for await (const item of table.query(formKeys.partition(id), { descending: true, pageSize: 1 }))
        return readFact(publishedFormSchema, item)
      return undefined
    },
    list: async (region) => {
      const signposts = await table.queryAll(formKeys.ofRegion(region))
      const items = await Promise.all(signposts.map(({ sk: id }) => table.queryAll(formKeys.partition(id))))
      return items
        .flat()
        .map((item) => readFact(publishedFormSchema, item))
        .filter((form) => form.region === region)
    },
    insert: async (form) => {
      const { id, version } = form.definition
      await table.insertIfAbsent({ pk: formKeys.ofRegion(form.region), sk: id })
      return insertFact(table, { pk: formKeys.partition(id), sk: formKeys.version(version) }, publishedFormSchema, form)
    },
  }
}
