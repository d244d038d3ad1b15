/** What is not seen does no harm: no name breaks its line or turns its direction, at whichever door it comes in. */
import { expect, it } from 'vitest'
import { createRegion } from '../../functions/domain/region/create-region.ts'
import { hasHiddenCharacter, withoutDirections } from '../../functions/schema/hidden-characters.ts'
import { problemSchema } from '../../functions/schema/problem.ts'
import { readBook } from '../../functions/workbook/read/read-book.ts'
import { useWorld } from '../http/world.ts'

const world = useWorld('security-hidden')

const controls = ['\n', '\r', '\t', '\u0007', '\u001b', '\u007f', '\u0085', '\u009f', '\u2028', '\u2029']
const directions = ['\u061c', '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2069']

it('knows all of them, and nothing that people write', () => {
  expect(controls.filter((each) => !hasHiddenCharacter(`a${each}b`))).toEqual([])
  expect(directions.map((each) => withoutDirections(`a${each}b`))).toEqual(directions.map(() => 'ab'))
  // Joiners belong to emoji and to other scripts, the rest to every keyboard.
  for (const text of ['Dinas Kesehatan – “Kota”', 'é 界 👩‍🔬', 'a\u00a0b', 'zero\u200bwidth']) {
    expect(hasHiddenCharacter(text), text).toBe(false)
    expect(withoutDirections(text)).toBe(text)
  }
})

it.each(['shortName', 'name', 'phone', 'sectors'])(
  'an agency’s %s with a control character is refused with words',
  async (part) => {
    const coordinator = await world().as('koordinator')
    for (const [index, control] of controls.entries()) {
      const bad = `Dinas${control}X-ATTENDEE:a`
      const agency = {
        id: `baru-${index}`,
        name: { id: 'Dinas Baru', en: 'New agency' },
        shortName: 'Baru',
        kind: 'opd',
        sectors: [] as string[],
        workingWeek: 5,
        ...(part === 'name' ? { name: { id: bad, en: 'New agency' } } : { [part]: part === 'sectors' ? [bad] : bad }),
      }
      const answer = await coordinator.send('POST', '/api/directory/agencies', { json: agency })
      expect(answer.status, JSON.stringify(control)).toBe(422)
      const { errors } = problemSchema.parse(await answer.json())
      expect(errors?.map(({ pointer }) => pointer)).toEqual([
        { name: '/name/id', sectors: '/sectors/0' }[part] ?? `/${part}`,
      ])
      expect(errors?.[0]?.detail).toContain('karakter yang tidak tampak')
    }
  },
)

it('a person’s name, title and telephone, a holiday’s, the region’s and a round’s names are held to the same', async () => {
  const coordinator = await world().as('koordinator')
  const bad = 'Nama\u0007Palsu'
  const person = {
    ...{ id: 'orang-baru', email: 'baru@dinas.example', role: 'operator', agencyIds: ['perikanan'] },
    ...{ language: 'id', disabled: false, name: bad, title: bad, phone: bad },
  }
  const calendar = { holidays: [{ date: '2026-03-19', name: { id: bad, en: bad }, kind: 'own' }] }
  const settings = { name: { id: bad, en: bad }, replyTo: 'a@kota.example', helpPhone: bad }
  const expected: [string, string, object, string[]][] = [
    ['POST', '/api/directory/people', person, ['/name', '/title', '/phone']],
    ['PUT', '/api/directory/calendar', calendar, ['/holidays/0/name/id', '/holidays/0/name/en']],
    ['PUT', '/api/directory/settings', settings, ['/name/id', '/name/en', '/helpPhone']],
  ]
  for (const [method, path, json, pointers] of expected) {
    const answer = await coordinator.send(method, path, { json, headers: { 'if-match': '"1"' } })
    expect(answer.status, path).toBe(422)
    expect(problemSchema.parse(await answer.json()).errors?.map(({ pointer }) => pointer)).toEqual(pointers)
  }
})

it('the operator’s command to make a region is held to the same', async () => {
  const settings = { region: '53-99', name: { id: 'Kota\nX', en: 'X' }, zone: 'Asia/Makassar', zoneName: 'WITA' }
  const content = {
    settings: { ...settings, replyTo: 'a@kota.example', helpPhone: '1' },
    agencies: [],
    holidays: [],
    references: {},
  }
  await expect(
    createRegion(new Date(), { regions: world().deps.regions }, { by: 'system', content, dryRun: true }),
  ).rejects.toMatchObject({ refusal: { errors: [{ pointer: '/settings/name/id', reason: 'hidden-character' }] } })
})

it('marks of direction are taken out at the door, raw or escaped', async () => {
  const coordinator = await world().as('koordinator')
  const agency = {
    id: 'arah',
    name: { id: 'Dinas \u202eharA', en: 'X' },
    shortName: 'A\u200frah',
    kind: 'opd',
    sectors: [],
    workingWeek: 5,
  }
  const raw = JSON.stringify(agency).replace('\u200f', '\\u200F')
  const answer = await coordinator.send('POST', '/api/directory/agencies', {
    raw,
    headers: { 'content-type': 'application/json' },
  })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ name: { id: 'Dinas harA' }, shortName: 'Arah' })
})

it('and of files that are read', async () => {
  const book = await readBook(new TextEncoder().encode('nama;alamat\n\u202eDinas;\u200fAlak\n'))
  expect(book.sheets[0]?.rows[1]).toEqual(['Dinas', 'Alak'])
})
