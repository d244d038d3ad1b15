/**
 * Two regions in one table that are named alike in everything but themselves: the same ids of round, agency, person and form. Each fills its own
 * with a word that only it knows; no mail, export, calendar, receipt or paper of one ever holds the other's.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { createComposer } from '../../functions/domain/notices/compose.ts'
import { readState, writeNotice } from '../../functions/domain/notices/write-notice.ts'
import type { RegionPerson } from '../../functions/domain/region/regions.ts'
import { openApiDocument, operationsOf } from '../../functions/http/docs.ts'
import { plan } from '../../functions/jobs/plan.ts'
import { readZip } from '../../functions/workbook/package/read-zip.ts'
import { person } from '../fixtures/region.ts'
import { at, finding, round } from '../fixtures/round.ts'
import type { Browser } from '../http/browser.ts'
import { answers, roundId, siteUrl, useWorld } from '../http/world.ts'

const world = useWorld('security-regions-alike')
const here = { region: 'kota-kupang', word: 'Kenari Kupang', coordinator: 'koordinator', operator: 'op-perikanan' }
const there = { region: 'lain', word: 'Kenari Seberang', coordinator: 'koordinator-asing', operator: 'seberang' }
const both = [
  { own: here, other: there },
  { own: there, other: here },
]
const work = `/api/rounds/${roundId}/agencies/perikanan/forms/uji`
type Region = typeof here
type Member = { coordinator: Browser; operator: Browser; receipt: string }
const members = new Map<string, Member>()
const memberOf = ({ region }: Region) => members.get(region) as Member

beforeAll(async () => {
  world().clock.now = at(11, '10:00')
  for (const each of [here, there]) await fill(each)
}, 60_000)

/** Everything that can hold a word holds the region's own. */
async function fill({ region, word, ...ids }: Region): Promise<void> {
  const { regions, rounds } = world().deps
  const name = { id: word, en: word }
  const state = await regions.load(region)
  const agency = (await regions.load('kota-kupang'))?.agencies.find(({ id }) => id === 'perikanan')
  if (state === undefined || agency === undefined) throw new Error(`${region} is not whole`)
  await regions.reviseSettings({ ...state.settings, name, helpPhone: word, replyTo: `${region}@lengkap.example` })
  await regions.reviseAgency(region, { ...agency, name, shortName: word })
  await regions.revisePerson(
    region,
    person('op-perikanan', ['perikanan'], { name: word, email: `${ids.operator}@lengkap.example` }),
  )
  const own = state.people.find(({ role }) => role === 'coordinator')
  if (own !== undefined) await regions.revisePerson(region, { ...own, name: word })
  await regions.reviseCalendar(region, { ...state.calendar, holidays: [{ date: '2026-02-12', name, kind: 'own' }] })
  const entries = [{ value: '1.01.01.2.01.0001', label: name }]
  await regions.reviseReference(region, { ...state.settings, id: 'sub-kegiatan', title: name, entries })
  const revision = region === 'lain' ? 1 : 2
  const before = (await rounds.history(region, roundId)).at(-1)
  await rounds.insertRound(region, {
    ...(before ?? round(['perikanan'], {}, ['uji', 'tanpa-nihil'])),
    ...{ title: name, revision },
  })
  await rounds.putFinding(region, roundId, { ...finding('perikanan'), formId: 'uji', message: name })
  const coordinator = await world().signedIn(ids.coordinator)
  const operator = await world().signedIn(ids.operator)
  const headers = { 'if-match': '"0"', 'idempotency-key': 'a-key-of-both-regions' }
  const sent = await operator.post(`${work}/submissions`, { answers: answers(word) }, headers)
  expect(sent.status).toBe(201)
  members.set(region, { coordinator, operator, receipt: (await sent.json()).number })
  const returned = { revision: 1, decision: 'return', dueOn: '2026-02-13', comments: [{ pointer: '', text: word }] }
  expect((await coordinator.post(`${work}/review`, returned)).status).toBe(201)
}

/** What an answer says, also inside a workbook. */
async function said(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer())
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString()
  const zip = readZip(bytes)
  return zip.names.map((name) => zip.part(name)?.toString() ?? '').join('\n')
}

describe.each(both)('$own.word', ({ own, other }) => {
  it('meets its own word in each of its exports, papers and feeds, and the other one in none of its reads', async () => {
    const fills: Record<string, string> = {
      '{round}': roundId,
      '{agency}': 'perikanan',
      '{form}': 'uji',
      '{version}': '1',
      '{revision}': '1',
      '{district}': 'perikanan',
      '{list}': 'sub-kegiatan',
      '{directory}': 'whole',
      '{person}': 'op-perikanan',
      '{number}': memberOf(own).receipt,
      '{year}': '2026',
    }
    const reads = operationsOf(openApiDocument(world().app as never)).filter(({ method }) => method === 'GET')
    const met: string[] = []
    for (const { path } of reads.filter((line) => line.path !== '/api/help')) {
      const filled = path.replace(/\{[a-z]+\}/g, (name) => fills[name] ?? 'tidak-ada')
      const address = path.endsWith('/export.csv') ? `${filled}?form=uji&part=isian` : filled
      const text = await said(await memberOf(own).coordinator.get(address))
      expect(text, `${path} of ${own.region}`).not.toContain(other.word)
      if (text.includes(own.word)) met.push(path)
    }
    const mustSpeak = [
      'export.xlsx',
      'export.csv',
      'results/{form}',
      'references',
      'completeness',
      'workbooks/{directory}',
    ]
    for (const end of mustSpeak)
      expect(
        met.filter((path) => path.endsWith(end)),
        end,
      ).not.toEqual([])
  })

  it('has a calendar of its own, for its operators and for its coordinators', async () => {
    for (const reader of [memberOf(own).operator, memberOf(own).coordinator]) {
      const { feeds } = await (await reader.get('/api/calendar-feeds')).json()
      for (const { url } of feeds as { url: string }[]) {
        const text = (await (await world().browser().get(new URL(url).pathname)).text()).replace(/\r\n /g, '')
        expect(text).toContain(own.word)
        expect(text).not.toContain(other.word)
      }
    }
  })

  it('has receipts of its own, which say nothing of what was sent', async () => {
    expect(memberOf(own).receipt).not.toBe(memberOf(other).receipt)
    const proof = await (
      await world()
        .browser()
        .get(`/api/receipts/${memberOf(own).receipt}`)
    ).text()
    expect(proof).not.toContain(other.word)
    expect(proof).toContain(own.word)
  })

  it('mails its own people in its own words, and answers come to its own address', async () => {
    const { deps, clock } = world()
    await plan({ regions: deps.regions, rounds: deps.rounds, ledger: deps.notices }, { time: clock.now.toISOString() })
    const compose = createComposer({ siteUrl, forms: deps.forms })
    const known = await deps.regions.load(own.region)
    let mails = 0
    for (const scope of [roundId, 'all']) {
      for (const notice of await deps.notices.list(own.region, scope)) {
        const state = await readState({ ...deps, ledger: deps.notices }, notice)
        if (state === undefined) throw new Error('no state')
        const written = await writeNotice(clock.now, { compose, render: deps.render }, notice, state)
        if (written.outcome !== 'mail') continue
        mails += 1
        const { subject, text, html } = written.mail
        for (const part of [subject, text, html]) expect(part, notice.kind).not.toContain(other.word)
        expect(text, notice.kind).toContain(own.word)
        expect(state.region.settings.replyTo).toBe(`${own.region}@lengkap.example`)
        expect(known?.people.map(({ email }) => email)).toContain(written.person.email)
      }
    }
    expect(mails).toBeGreaterThan(2)
  })
})

it('the same address in both is two people, each with a way into one region only', async () => {
  const found: readonly RegionPerson[] = await world().deps.regions.peopleByEmail('op-perikanan@lengkap.example')
  expect(found.map(({ region }) => region)).toEqual(['kota-kupang'])
})
