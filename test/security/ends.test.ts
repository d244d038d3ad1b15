/** What has an end: the list of a refusal, the links of who is put out, the places where a code stands; and who may not be put out. */
import { expect, it, vi } from 'vitest'
import { unsubscribeToken } from '../../functions/domain/notices/write/unsubscribe-token.ts'
import { renderMail } from '../../functions/mail/render-mail.ts'
import type { FormDefinition } from '../../functions/schema/form.ts'
import { person, personRequest } from '../fixtures/region.ts'
import { codeKey, form, roundId, useWorld } from '../http/world.ts'
import { contentOf, foot } from '../mail/kupang-contents.ts'

vi.setConfig({ testTimeout: 60_000 })
const many: FormDefinition = {
  ...form,
  id: 'banyak',
  tables: form.tables.map((table) => ({ ...table, maxRows: 5_000 })),
}
const world = useWorld('security-ends', [many])
const region = 'kota-kupang'

it('a refusal lists at most 300 errors, however many there are', async () => {
  const operator = await world().as('op-perikanan')
  const baris = Array.from({ length: 3_000 }, (_, n) => ({ rowKey: `R${n}`, cells: { pagu: 'bukan angka' } }))
  const answer = await operator.post(
    `/api/rounds/${roundId}/agencies/perikanan/forms/banyak/submissions`,
    { answers: { fields: { nomor: 'A', jumlah: 1 }, rows: { baris } } },
    { 'if-match': '"0"', 'idempotency-key': 'kunci-banyak' },
  )
  expect(answer.status).toBe(422)
  const text = await answer.text()
  expect(JSON.parse(text).errors).toHaveLength(300)
  expect(text.length).toBeLessThan(200_000)
})

it('addresses of calendars and links that stop digests end with their person, also when the person comes back', async () => {
  const { deps } = world()
  const coordinator = await world().as('koordinator')
  await deps.regions.revisePerson(region, person('pergi', ['perikanan'], { role: 'coordinator' }))
  const feedOf = async () => {
    const { feeds } = await (await (await world().as('pergi')).get('/api/calendar-feeds')).json()
    return new URL(feeds[0].url).pathname
  }
  const anybody = world().browser()
  const stop = async () => {
    const { generation } = (await deps.regions.person(region, 'pergi'))!
    return `/api/unsubscribe/${unsubscribeToken(codeKey, { region, personId: 'pergi' }, generation)}`
  }
  const [feed, link] = [await feedOf(), await stop()]
  const status = async () => [(await anybody.get(feed)).status, (await anybody.post(link)).status]
  expect(await status()).toEqual([200, 204])
  expect((await coordinator.post('/api/directory/people/pergi/deactivation')).status).toBe(200)
  expect(await status()).toEqual([404, 404])
  const page = await coordinator.get('/api/directory/people/pergi')
  const content = personRequest(await deps.regions.person(region, 'pergi'))
  const back = await coordinator.put(
    '/api/directory/people/pergi',
    { ...content, disabled: false },
    {
      'if-match': page.headers.get('etag') ?? '',
    },
  )
  expect(back.status, await back.clone().text()).toBe(200)
  expect(await status()).toEqual([404, 404])
  expect((await anybody.get(await feedOf())).status).toBe(200)
  expect((await anybody.post(await stop())).status).toBe(204)
})

it('the last coordinator is not put out, and of two who put out each other at once one stays', async () => {
  const { deps } = world()
  const first = await world().as('koordinator')
  const others = (await deps.regions.load(region))!.people.filter(
    ({ id, role, disabled }) => role === 'coordinator' && !disabled && id !== 'koordinator',
  )
  for (const { id } of others) await first.post(`/api/directory/people/${id}/deactivation`)
  expect((await first.post('/api/directory/people/koordinator/deactivation')).status).toBe(422)
  await deps.regions.revisePerson(region, person('kedua', ['perikanan'], { role: 'coordinator' }))
  const second = await world().as('kedua')
  await Promise.all([
    first.post('/api/directory/people/kedua/deactivation'),
    second.post('/api/directory/people/koordinator/deactivation'),
  ])
  const left = (await deps.regions.load(region))!.people.filter((each) => each.role === 'coordinator' && !each.disabled)
  expect(left.length).toBeGreaterThanOrEqual(1)
})

it.each(['id', 'en'] as const)('the code of a sign-in stands in the body of its mail only (%s)', (language) => {
  const { subject, text, html } = renderMail(contentOf('sign-in-code', language), language, foot[language])
  expect(text.split('\n')).toContain('1234 5678')
  expect(html).toContain('1234')
  expect(subject).not.toMatch(/1234|5678|\d{4}/)
})
