/** The law of the regions' store. */
import { describe, expect, it } from 'vitest'
import { createAddressBook } from '../../functions/store/addresses.ts'
import { createRegions } from '../../functions/store/regions.ts'
import { agency, at, person, settings, stamp } from './samples.ts'
import type { StoreEndpoint } from './store-endpoint.ts'

export function regionsContract(endpoint: () => StoreEndpoint): void {
  const regions = () => createRegions(endpoint().table)

  describe('regions', () => {
    it('answers the latest revision of everything, and nothing for an unknown region', async () => {
      await regions().reviseAgency('kupang', agency('dlhk'))
      expect(await regions().load('kupang')).toBeUndefined()
      expect(await regions().list()).not.toContain('kupang')
      await regions().reviseSettings(settings('kupang'))
      for (let n = 1; n <= 12; n++) await regions().reviseAgency('kupang', agency('dlhk', { phone: String(n) }))
      await regions().revisePerson('kupang', person('op'))
      const holiday = { date: '2026-02-17', name: { id: 'Imlek', en: 'Lunar New Year' }, kind: 'national' as const }
      await regions().reviseCalendar('kupang', { ...stamp, holidays: [holiday] })
      expect(await regions().load('kupang')).toEqual({
        settings: settings('kupang'),
        agencies: [agency('dlhk', { phone: '12' })],
        people: [person('op')],
        calendar: { ...stamp, holidays: [holiday] },
        mailboxes: [],
        signIns: [],
        earlier: {
          calendars: [],
          agencies: [agency('dlhk'), ...Array.from({ length: 11 }, (_, n) => agency('dlhk', { phone: String(n + 1) }))],
        },
      })
      expect(await regions().list()).toContain('kupang')
    })

    it('lists as many as a country has in a read each hundred, and none whose settings are not there yet', async () => {
      const { table } = endpoint()
      const ids = Array.from({ length: 120 }, (_, n) => `negeri-${n}`)
      await Promise.all(ids.map((id) => regions().reviseSettings(settings(id))))
      await table.insertIfAbsent({ pk: 'REGIONS', sk: 'negeri-belum' })
      const calls: string[] = []
      const counted = <Given extends unknown[], Answer>(call: string, ask: (...given: Given) => Answer) => {
        return (...given: Given) => {
          calls.push(call)
          return ask(...given)
        }
      }
      const watched = {
        ...table,
        get: counted('get', table.get),
        getMany: counted('getMany', table.getMany),
        queryAll: counted('query', table.queryAll),
        query: counted('query', table.query),
      }
      const one = createRegions(watched)
      const listed = await one.list()
      expect(listed.filter((id) => id.startsWith('negeri-')).toSorted()).toEqual(ids.toSorted())
      expect(calls.length).toBeLessThanOrEqual(1 + Math.ceil((listed.length + 1) / 100))
      calls.length = 0
      await one.list()
      expect(calls).toEqual(['query', 'getMany'])
    })

    it('inserts nothing when the same content is revised again, as a seed does at every start', async () => {
      for (let n = 0; n < 3; n++) {
        expect(await regions().reviseAgency('seeded', agency('dlhk'))).toEqual({ inserted: true })
      }
      expect(await endpoint().table.queryAll('REGION#seeded')).toHaveLength(1)
    })

    it('lets one of two racing revisions take a number and shows it to the other', async () => {
      const results = await Promise.all(
        ['a', 'b', 'c'].map((phone) => regions().reviseAgency('raced', agency('dlhk', { phone }))),
      )
      expect((await endpoint().table.queryAll('REGION#raced')).length).toBe(
        results.filter(({ inserted }) => inserted).length,
      )
    })

    it('keeps every revision with its number, and takes the next only from who saw the last', async () => {
      expect(await regions().reviseAgency('based', agency('dlhk'), 0)).toEqual({ inserted: true })
      const results = await Promise.all(
        ['2', '3'].map((phone) => regions().reviseAgency('based', agency('dlhk', { phone }), 1)),
      )
      expect(results.filter(({ inserted }) => inserted)).toHaveLength(1)
      expect(await regions().reviseAgency('based', agency('dlhk', { phone: '4' }), 1)).toMatchObject({
        inserted: false,
      })
      const history = await regions().history('based', 'agency', 'dlhk')
      expect(history.map(({ revision }) => revision)).toEqual([1, 2])
      expect(history[0]?.fact).toEqual(agency('dlhk'))
      expect(['2', '3']).toContain(history[1]?.fact.phone)
      expect(await regions().history('based', 'person', 'nobody')).toEqual([])
    })

    it('keeps an image under its hash and answers it byte for byte', async () => {
      const image = { sha256: 'd'.repeat(64), type: 'image/png', width: 32, height: 32 } as const
      const bytes = new Uint8Array([137, 80, 0, 255])
      await regions().putImage('pictured', image, bytes)
      await regions().putImage('pictured', image, bytes)
      expect(await regions().image('pictured', image.sha256)).toEqual({ type: 'image/png', bytes })
      expect(await regions().image('elsewhere', image.sha256)).toBeUndefined()
    })

    it('finds a person by address whatever its letter case, and only at the present one', async () => {
      await regions().revisePerson('post', person('rina', { email: 'Rina@dlhk.example' }))
      expect(await regions().peopleByEmail(' rina@DLHK.example ')).toMatchObject([
        { region: 'post', person: { id: 'rina' } },
      ])
      await regions().revisePerson('post', person('rina', { email: 'rina@dinas.example' }))
      expect(await regions().peopleByEmail('rina@dlhk.example')).toEqual([])
      expect(await regions().peopleByEmail('rina@dinas.example')).toMatchObject([{ person: { id: 'rina' } }])
      await regions().revisePerson('post', person('rina', { email: 'rina@dinas.example', disabled: true }))
      expect(await regions().peopleByEmail('rina@dinas.example')).toEqual([])
      expect(await regions().peopleByEmail('nobody@dlhk.example')).toEqual([])
    })

    it('finds nobody when a crash left only the signpost of an address', async () => {
      const { table } = endpoint()
      await regions().revisePerson('half', person('budi', { email: 'lama@dlhk.example' }))
      await createAddressBook(table).post('baru@dlhk.example', 'half', 'budi')
      expect(await regions().peopleByEmail('baru@dlhk.example')).toEqual([])
    })

    it('knows when each person last signed in, and never goes back', async () => {
      const region = 'signed-in'
      await regions().reviseSettings(settings(region))
      await regions().revisePerson(region, person('rina'))
      const [earlier, later] = ['2026-02-10T01:00:00.000Z', '2026-02-11T01:00:00.000Z']
      for (const at of [earlier, later, earlier, later]) await regions().noteSignIn(region, { personId: 'rina', at })
      expect((await regions().load(region))?.signIns).toEqual([{ personId: 'rina', at: later }])
    })

    it('keeps no address in a key', async () => {
      await regions().revisePerson('secret', person('sari', { email: 'sari@rahasia.example' }))
      const items = await endpoint().table.queryAll('REGION#secret')
      expect(items.map(({ pk, sk }) => pk + sk).join()).not.toContain('rahasia')
    })

    it('keeps reference lists apart from what every request loads', async () => {
      const entries = [{ value: '53.71.01.1001', label: { id: 'Alak', en: 'Alak' }, aliases: ['Kel. Alak'] }]
      const list = { ...stamp, id: 'kelurahan', title: { id: 'Kelurahan', en: 'Wards' }, entries }
      await regions().reviseReference('kupang', { ...list, entries: [] })
      await regions().reviseReference('kupang', list)
      expect(await regions().references('kupang')).toEqual({ kelurahan: entries })
      expect(JSON.stringify(await regions().load('kupang'))).not.toContain('Kel. Alak')
    })

    it('frees a mailbox until later news about it, and never one of another address or with later news', async () => {
      const region = 'freed'
      await regions().reviseSettings(settings(region))
      await regions().revisePerson(region, person('op'))
      const { email } = person('op')
      const hour = (at: string) => `2026-02-12T${at}:00:00.000Z`
      const mark = (at: string) =>
        regions().markMailbox(region, { personId: 'op', email, state: 'bounced', at: hour(at), nid: `N${at}` })
      const free = (at: string, of = email) =>
        regions().freeMailbox(region, { personId: 'op', email: of, at: hour(at) })
      const nids = async () => (await regions().load(region))?.mailboxes.map(({ nid }) => nid)
      await free('01')
      expect(await nids()).toEqual([])
      await mark('02')
      await free('01')
      await free('03', 'lain@dlhk.example')
      expect(await nids()).toEqual(['N02'])
      await free('03')
      expect(await nids()).toEqual([])
      await mark('02')
      expect(await nids()).toEqual([])
      await mark('04')
      expect(await nids()).toEqual(['N04'])
    })

    it('keeps the later news about a mailbox, and only while the person has that address', async () => {
      await regions().reviseSettings(settings('mailbox'))
      await regions().revisePerson('mailbox', person('op'))
      const news = (state: 'bounced' | 'complained', day: string, email = person('op').email) => ({
        personId: 'op',
        email,
        state,
        at: `2026-02-${day}T01:00:00.000Z`,
        nid: `N${day}`,
      })
      const states = async () => (await regions().load('mailbox'))?.mailboxes.map(({ state, nid }) => `${state} ${nid}`)
      await regions().markMailbox('mailbox', news('complained', '11'))
      await regions().markMailbox('mailbox', news('bounced', '10'))
      expect(await states()).toEqual(['complained N11'])
      await regions().markMailbox('mailbox', news('bounced', '12'))
      expect(await states()).toEqual(['bounced N12'])
      await regions().revisePerson('mailbox', person('op', { email: 'baru@dlhk.example' }))
      expect(await states()).toEqual([])
      await regions().markMailbox('mailbox', news('bounced', '09', 'baru@dlhk.example'))
      expect(await states()).toEqual(['bounced N09'])
    })

    it('names a damaged item instead of answering half of it', async () => {
      await endpoint().table.put({ pk: 'REGION#damaged', sk: 'PERSON#op#0001', name: 'x', at })
      await expect(regions().person('damaged', 'op')).rejects.toThrow('REGION#damaged PERSON#op#0001')
    })
  })
}
