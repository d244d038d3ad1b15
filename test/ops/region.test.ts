/** A region and its first coordinator from the command line: tried first, made once, never made again over what stands. */
import { beforeAll, describe, expect, it } from 'vitest'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { opsOver } from './ops-world.ts'

const endpoint = useStoreEndpoint('ops-region')
const create = ['region', 'create', '53.02', '--reply-to=koordinator@bappeda.example', '--phone=0388-21001']
const region = 'kabupaten-timor-tengah-selatan'
const invite = ['coordinator', 'invite', region, '--email=maria@bappeda.example', '--name=Maria', '--title=Koordinator']

let world: ReturnType<typeof opsOver>
beforeAll(() => {
  world = opsOver(endpoint().table)
})

describe('a region from the command line', () => {
  it('is tried first: nothing is written, and it says so', async () => {
    const { status, printed } = await world.ops(...create)
    expect(status).toBe(0)
    expect(printed).toContain('32 districts')
    expect(printed).toContain('266 desa')
    expect(printed).toContain('Add --yes')
    expect(await world.regions.list()).toEqual([])
  })

  it('is made with --yes: districts, villages, lists, holidays, zone', async () => {
    expect((await world.ops(...create, '--yes')).status).toBe(0)
    const facts = await world.regions.load(region)
    expect(facts?.settings).toMatchObject({ zoneName: 'WITA', name: { id: 'Kabupaten Timor Tengah Selatan' } })
    expect(facts?.agencies.filter(({ kind }) => kind === 'kecamatan')).toHaveLength(32)
    expect(facts?.calendar.holidays).toHaveLength(33)
    const references = await world.regions.references(region)
    expect(references.kelurahan).toHaveLength(278)
    expect(references.lokasi).toHaveLength(279)
  })

  it('again changes nothing, also not what its coordinator changed since', async () => {
    const facts = await world.regions.load(region)
    const settings = facts?.settings
    if (settings === undefined) throw new Error('no region')
    await world.regions.reviseSettings({ ...settings, helpPhone: '0388-99999' })
    const { status, printed } = await world.ops(...create, '--yes')
    expect([status, printed]).toEqual([0, expect.stringContaining('nothing was changed')])
    expect((await world.regions.load(region))?.settings.helpPhone).toBe('0388-99999')
  })

  it('cut off before its settings is nobody’s, and is made whole by the same command', async () => {
    const half = opsOver({
      ...endpoint().table,
      insertIfAbsent: async (item) => {
        if (item.sk.startsWith('SETTINGS#') && item.pk.includes('kota-kupang')) throw new Error('cut off')
        return endpoint().table.insertIfAbsent(item)
      },
    })
    const kupang = ['region', 'create', '5371', '--reply-to=k@bappeda.example', '--phone=0380-1', '--yes']
    await expect(half.ops(...kupang)).rejects.toThrow('cut off')
    expect(await world.regions.list()).toEqual([region])
    expect((await world.ops(...kupang)).status).toBe(0)
    expect(await world.regions.list()).toContain('kota-kupang')
  })
})

describe('its first coordinator', () => {
  it('is tried first, then written, then left as it is', async () => {
    expect((await world.ops(...invite)).printed).toContain('Nothing was written')
    expect((await world.regions.load(region))?.people).toEqual([])
    const { printed } = await world.ops(...invite, '--yes')
    expect(printed).toContain('https://lengkap.example')
    expect((await world.regions.load(region))?.people).toMatchObject([
      { email: 'maria@bappeda.example', role: 'coordinator', agencyIds: ['bappeda'], disabled: false, language: 'id' },
    ])
    expect((await world.ops(...invite, '--yes')).printed).toContain('already')
    expect(await world.regions.history(region, 'person', 'bappeda-koordinator')).toHaveLength(1)
  })

  it('who has left coordinates again under the same name and choices', async () => {
    const [maria] = (await world.regions.load(region))?.people ?? []
    if (maria === undefined) throw new Error('nobody')
    await world.regions.revisePerson(region, { ...maria, role: 'viewer', disabled: true, language: 'en' })
    await world.ops(...invite.map((word) => word.replace('name=Maria', 'name=Somebody')), '--yes')
    expect((await world.regions.load(region))?.people).toMatchObject([
      { id: maria.id, name: 'Maria', role: 'coordinator', disabled: false, language: 'en' },
    ])
  })

  it('may be somebody of another region too, whom this one does not hear of; not without an address', async () => {
    const elsewhere = invite.map((word) => word.replace(region, 'kota-kupang'))
    expect((await world.ops(...elsewhere, '--yes')).status).toBe(0)
    const wrong = await world.ops(...invite.map((word) => word.replace('maria@bappeda.example', 'maria')), '--yes')
    expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining('not-an-address')])
  })
})

describe('what is typed wrongly', () => {
  it.each([
    [['region', 'create', 'timor tengah'], 1, '53.02 (Kabupaten Timor Tengah Selatan)'],
    [['region', 'create', '99.99'], 1, 'No regency has the code 99.99'],
    [['region', 'create'], 1, 'region create 53.02'],
    [['region', 'create', '53.02'], 1, '--reply-to=koordinator@bappeda.example'],
    [['region', 'create', '53.02', '--reply-to=no', '--phone=1'], 1, 'not-an-address'],
    [['region', 'make'], 2, 'region list, region create'],
    [['region', 'list', '--wat'], 2, '--help'],
    [['coordinator', 'invite', 'nowhere', '--email=a@b.example', '--name=A', '--title=B'], 1, 'region list'],
  ])('%j ends with %i and says what to do', async (args, status, said) => {
    const answer = await world.ops(...args)
    expect([answer.status, answer.said]).toEqual([status, expect.stringContaining(said)])
  })

  it('helps, in whole and by command, and speaks JSON to scripts', async () => {
    const help = await world.ops('--help')
    for (const name of ['region list', 'region create', 'coordinator invite', '--yes', '--json', '--stage']) {
      expect(help.printed).toContain(name)
    }
    expect((await world.ops('region', 'create', '--help')).printed).toContain('53.02')
    const { printed } = await world.ops('region', 'list', '--json')
    expect(JSON.parse(printed)).toContainEqual(expect.objectContaining({ region, agencies: 33, coordinators: 1 }))
    const refused = await world.ops('region', 'create', '99.99', '--json')
    expect(JSON.parse(refused.printed)).toEqual({ error: expect.any(String), remedy: expect.any(String) })
  })
})
