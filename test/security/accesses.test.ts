/** Who looked at what can be answered (promise P14): by a log line, by a fact, and for files to the coordinator. */
import { beforeAll, expect, it } from 'vitest'
import type { LogEntry } from '../../functions/http/deps.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { createAccesses } from '../../functions/store/accesses.ts'
import type { Browser } from '../http/browser.ts'
import { answers, form, roundId, useWorld } from '../http/world.ts'
import { opsOver } from '../ops/ops-world.ts'

const about: FormDefinition = { ...form, id: 'orang', fields: form.fields.map((each) => ({ ...each, personal: true })) }
const world = useWorld('security-accesses', [about])
const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
let viewer: Browser
let coordinator: Browser
let operator: Browser
const lines = (): LogEntry[] => world().logs.filter(({ message }) => message === 'access')

beforeAll(async () => {
  viewer = await world().as('viewer')
  coordinator = await world().as('koordinator')
  operator = await world().as('op-perikanan')
})

it('a reading of another agency’s work leaves one line with person, route, agency and status, and nothing that was read', async () => {
  await viewer.get(`${work}/draft`)
  await viewer.get(`/api/rounds/${roundId}/agencies/tidak-ada/forms/uji/draft`)
  const line = {
    ...{ level: 'info', message: 'access', requestId: 'request-1', person: 'viewer', kind: 'read', status: 200 },
    ...{ route: '/api/rounds/:round/agencies/:agency/forms/:form/draft', round: roundId, agencyId: 'perikanan' },
  }
  expect(lines()).toEqual([line, { ...line, agencyId: 'tidak-ada', status: 404 }])
  // What was refused is in the log, and no fact.
  const { deps, clock } = world()
  expect(await deps.accesses.since('kota-kupang', clock.now, clock.now)).toHaveLength(1)
})

it('one’s own work and pages about oneself leave none', async () => {
  const before = lines().length
  await operator.get(`${work}/draft`)
  await viewer.get('/api/me')
  await coordinator.get('/api/rounds')
  expect(lines()).toHaveLength(before)
})

it('one’s own agency’s answers about persons, and addresses of mails, leave a line; its file is a fact that coordinators see', async () => {
  const before = lines().length
  const personal = `/api/rounds/${roundId}/agencies/perikanan/forms/orang`
  const sent = await operator.post(
    `${personal}/submissions`,
    { answers: answers() },
    { 'if-match': '"0"', 'idempotency-key': 'kunci-orang' },
  )
  expect(sent.status, await sent.clone().text()).toBe(201)
  expect(lines()).toHaveLength(before)
  const reads = ['draft', 'submissions/1', 'submissions/1/diff', 'workbook']
  for (const each of reads) expect((await operator.get(`${personal}/${each}`)).status, each).toBe(200)
  expect((await operator.get('/api/notifications')).status).toBe(200)
  // Lists of revisions and the digests that were hashed name nobody.
  for (const each of ['submissions', 'submissions/1/canonical.json', 'findings'])
    expect((await operator.get(`${personal}/${each}`)).status, each).toBe(200)
  expect(
    lines()
      .slice(before)
      .map(({ person, kind, route }) => `${person} ${kind} ${String(route).split('/').slice(7).join('/')}`),
  ).toEqual([
    'op-perikanan read :form/draft',
    'op-perikanan read :form/submissions/:revision',
    'op-perikanan read :form/submissions/:revision/diff',
    'op-perikanan file :form/workbook',
    'op-perikanan read ',
  ])
  const { files } = await (await coordinator.get('/api/file-access')).json()
  expect(files).toMatchObject([{ by: 'op-perikanan', agencyId: 'perikanan' }])
  const viewed = await viewer.get(`${personal}/submissions/1`)
  expect(JSON.stringify(await viewed.json())).not.toContain('A/1')
})

it('a page is noted once a day, each file with its instant; both are found by person and day', async () => {
  const { deps, clock } = world()
  const start = clock.now
  for (const hours of [0, 1, 2]) {
    clock.now = new Date(start.getTime() + hours * 60_000)
    expect((await coordinator.get('/api/directory/workbooks/people')).status).toBe(200)
    expect((await coordinator.get('/api/directory')).status).toBe(200)
  }
  const all = await deps.accesses.since('kota-kupang', start, clock.now)
  const of = (kind: string) => all.filter((each) => each.kind === kind && each.by === 'koordinator')
  expect(of('file')).toHaveLength(3)
  expect(of('read').filter(({ route }) => route === '/api/directory')).toHaveLength(1)
  // Another container, which remembers nothing, writes no second one.
  await createAccesses(world().table).note('kota-kupang', { ...of('read')[0]!, at: clock.now.toISOString() })
  expect(await deps.accesses.since('kota-kupang', start, clock.now)).toHaveLength(all.length)
  expect(await deps.accesses.since('lain', start, clock.now)).toEqual([])
  expect(JSON.stringify(all)).not.toContain('@')
})

it('the coordinator sees which files left; nobody else does', async () => {
  const { files } = (await (await coordinator.get('/api/file-access')).json()) as { files: { byName: string }[] }
  expect(files.filter(({ byName }) => byName === 'Nama koordinator')).toHaveLength(3)
  expect(files[0]).toMatchObject({ by: 'koordinator', byName: 'Nama koordinator' })
  expect((await viewer.get('/api/file-access')).status).toBe(403)
  expect((await operator.get('/api/file-access')).status).toBe(403)
})

it('a table that takes no writes keeps nobody from reading', async () => {
  const { deps } = world()
  const { note } = deps.accesses
  deps.accesses.note = async () => Promise.reject(new Error('the table does not answer'))
  world().clock.now = new Date(world().clock.now.getTime() + 60_000)
  expect((await viewer.get(`/api/rounds/${roundId}`)).status).toBe(200)
  expect(world().logs.some(({ message }) => message === 'an access could not be noted')).toBe(true)
  deps.accesses.note = note
})

it('ops person access answers it, of all or of one person', async () => {
  const { ops } = opsOver(world().table, { now: world().clock.now })
  const since = `--since=${world().clock.now.toISOString().slice(0, 10)}`
  const all = await ops('person', 'access', 'kota-kupang', since)
  expect(all.status).toBe(0)
  expect(all.printed).toMatch(
    /viewer {2}read {2}\/api\/rounds\/:round\/agencies\/:agency\/forms\/:form\/draft {2}\S+ {2}perikanan/,
  )
  expect(all.printed).toContain('koordinator  file  /api/directory/workbooks/:directory')
  const one = await ops('person', 'access', 'kota-kupang', 'viewer', since)
  expect(one.printed).not.toContain('koordinator')
  expect((await ops('person', 'access', 'kota-kupang', '--since=2030-01-01')).printed).toContain('nothing')
  expect((await ops('person', 'access', 'kota-kupang')).status).not.toBe(0)
})
