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
      expect(await forms().version('kupang', 'posyandu', 2)).toEqual(form('kupang', 'posyandu', 2))
      expect((await forms().latest('kupang', 'posyandu'))?.definition.version).toBe(11)
      expect(await forms().latest('kupang', 'tiada')).toBeUndefined()
      const listed = (await forms().list('kupang')).map(({ definition }) => `${definition.id} ${definition.version}`)
      expect(listed).toHaveLength(12)
      expect(listed[0]).toBe('air-minum 1')
    })

    it('never change: of two under one number the first stands and the other is told', async () => {
      const first = form('kupang', 'sekali', 1)
      expect(await forms().insert(first)).toEqual({ inserted: true })
      expect(await forms().insert(first)).toEqual({ inserted: true })
      const other = await forms().insert(form('kupang', 'sekali', 1, 'Lain'))
      expect(other).toEqual({ inserted: false, existing: first })
    })

    it('of two regions never meet, whatever their ids', async () => {
      const [here, there] = [form('kupang', 'sama', 1), form('ende', 'sama', 1, 'Lain')]
      expect(await forms().insert(here)).toEqual({ inserted: true })
      expect(await forms().insert(there)).toEqual({ inserted: true })
      expect(await forms().version('kupang', 'sama', 1)).toEqual(here)
      expect(await forms().latest('ende', 'sama')).toEqual(there)
      expect(await forms().version('rote', 'sama', 1)).toBeUndefined()
    })

    it('of older releases, which lie together, stay their region’s and go on under the same numbers', async () => {
      const { table } = endpoint()
      const old = form('kupang', 'lama', 1)
      await table.insertIfAbsent({ pk: 'FORMS#kupang', sk: 'lama' })
      await table.insertIfAbsent({ ...old, pk: 'FORM#lama', sk: '0001' })
      expect(await forms().latest('kupang', 'lama')).toEqual(old)
      expect(await forms().latest('ende', 'lama')).toBeUndefined()
      expect(await forms().version('ende', 'lama', 1)).toBeUndefined()
      await forms().insert(form('ende', 'lama', 1, 'Lain'))
      await forms().insert(form('kupang', 'lama', 2))
      expect((await forms().latest('kupang', 'lama'))?.definition.version).toBe(2)
      expect((await forms().version('kupang', 'lama', 1))?.definition.title).toEqual(words('Posyandu'))
      const listed = (await forms().list('kupang')).filter(({ definition: { id } }) => id === 'lama')
      expect(listed.map(({ definition: { version } }) => version)).toEqual([1, 2])
    })

    it('stand in one catalogue with the forms of the house', async () => {
      await forms().insert(form('kupang', 'gabungan', 1))
      const catalogue = catalogueOf(formCatalogue, forms())
      expect((await catalogue.definition('data-sasaran', 1, 'kupang'))?.id).toBe('data-sasaran')
      expect(await catalogue.definition('gabungan', 1, 'kupang')).toEqual(form('kupang', 'gabungan', 1).definition)
      expect(await catalogue.definition('gabungan', 2, 'kupang')).toBeUndefined()
      await forms().insert(form('kupang', 'gabungan', 2))
      expect((await catalogue.definition('gabungan', 2, 'kupang'))?.version).toBe(2)
      const ids = (await catalogue.all('kupang')).map(({ id }) => id)
      expect(ids).toEqual(expect.arrayContaining(['data-sasaran', 'gabungan']))
    })
  })
}
