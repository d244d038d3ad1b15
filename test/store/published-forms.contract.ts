/** The law of the forms that regions publish. */
import { describe, expect, it } from 'vitest'
import type { PublishedForm } from '../../functions/domain/forms/published-forms.ts'
import { catalogueOf } from '../../functions/domain/forms/published-forms.ts'
import { formCatalogue } from '../../functions/forms/catalogue.ts'
import { createPublishedForms } from '../../functions/store/published-forms.ts'
import { stamp } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

const words = (text: string) => ({ id: text, en: text })
function form(region: string, id: string, version: number, title = 'Posyandu'): PublishedForm {
  const visibleWhen = { any: [{ field: 'ada', is: ['ya'] }, { not: { field: 'ada', given: true } }] }
  const definition = {
    id,
    version,
    title: words(title),
    shortTitle: words(title),
    description: words(title),
    nilAllowed: false,
    fields: [{ id: 'nama', type: 'text' as const, label: words('Nama'), required: true, maxLength: 50, visibleWhen }],
    tables: [],
  }
  return { ...stamp, region, definition }
}

export function publishedFormsContract(endpoint: () => StoreEndpoint): void {
  const forms = () => createPublishedForms(endpoint().table)

  describe('published forms', () => {
    it('answer each version as it was published, the newest, and all of a region', async () => {
      for (let version = 1; version <= 11; version++) await forms().insert(form('kupang', 'posyandu', version))
      await forms().insert(form('kupang', 'air-minum', 1))
      await forms().insert(form('ende', 'ende-posyandu', 1))
      expect(await forms().version('posyandu', 2)).toEqual(form('kupang', 'posyandu', 2))
      expect((await forms().latest('posyandu'))?.definition.version).toBe(11)
      expect(await forms().latest('tiada')).toBeUndefined()
      const listed = (await forms().list('kupang')).map(({ definition }) => `${definition.id} ${definition.version}`)
      expect(listed).toHaveLength(12)
      expect(listed[0]).toBe('air-minum 1')
    })

    it('never change: of two under one number the first stands and the other is told', async () => {
      const first = form('kupang', 'sekali', 1)
      expect(await forms().insert(first)).toEqual({ inserted: true })
      expect(await forms().insert(first)).toEqual({ inserted: true })
      const other = await forms().insert(form('ende', 'sekali', 1, 'Lain'))
      expect(other).toEqual({ inserted: false, existing: first })
      // The signpost that the loser left leads to nothing of its own.
      expect((await forms().list('ende')).some(({ definition }) => definition.id === 'sekali')).toBe(false)
    })

    it('stand in one catalogue with the forms of the house', async () => {
      await forms().insert(form('kupang', 'gabungan', 1))
      const catalogue = catalogueOf(formCatalogue, forms())
      expect((await catalogue.definition('data-sasaran', 1))?.id).toBe('data-sasaran')
      expect(await catalogue.definition('gabungan', 1)).toEqual(form('kupang', 'gabungan', 1).definition)
      expect(await catalogue.definition('gabungan', 2)).toBeUndefined()
      await forms().insert(form('kupang', 'gabungan', 2))
      expect((await catalogue.definition('gabungan', 2))?.version).toBe(2)
      const ids = (await catalogue.all('kupang')).map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(['data-sasaran', 'gabungan']))
    })
  })
}
