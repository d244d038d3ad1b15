/** A coordinator chooses when the digest comes; a mail program stops it without a session, and nobody stops another's. */
import { describe, expect, it } from 'vitest'
import { unsubscribeToken } from '../../functions/domain/notices/write/unsubscribe-token.ts'
import { codeKey, useWorld } from './world.ts'

const world = useWorld('http-digest-wish')
const path = () => `/api/unsubscribe/${unsubscribeToken(codeKey, { region: 'kota-kupang', personId: 'koordinator' })}`
const choice = async () => (await world().deps.regions.person('kota-kupang', 'koordinator'))?.digest
const wish = { hour: '10:00', onlyNews: true, off: false }

describe('the wish about digests', () => {
  it('is kept as a revision of the person, and shown again', async () => {
    const browser = await world().as('koordinator')
    expect(await (await browser.put('/api/me/digest', wish)).json()).toMatchObject({ digest: wish })
    expect(await (await browser.get('/api/me')).json()).toMatchObject({ digest: wish })
    expect(await choice()).toMatchObject({ onlyNews: true, hours: [{ from: '2026-02-12', hour: '10:00' }] })
  })
  it('is the coordinator’s alone: others have none and may set none', async () => {
    const operator = await world().as('op-dinsos')
    expect(await (await operator.get('/api/me')).json()).not.toHaveProperty('digest')
    expect((await operator.put('/api/me/digest', wish)).status).toBe(403)
  })
  it('takes only hours of the list', async () => {
    const browser = await world().as('koordinator')
    for (const hour of ['03:00', '25:00', '', 8]) {
      expect((await browser.put('/api/me/digest', { ...wish, hour })).status).toBe(400)
    }
  })
  it('stays when the coordinator’s language changes', async () => {
    const browser = await world().as('koordinator')
    await browser.put('/api/me/digest', wish)
    await browser.put('/api/me', { language: 'en' })
    expect(await choice()).toMatchObject({ onlyNews: true })
  })
})

describe('the one-click address of a digest', () => {
  it('stops digests for a mail program: no cookie, no origin, a form body', async () => {
    const headers = { origin: undefined, 'content-type': 'application/x-www-form-urlencoded' }
    const send = () => world().browser().send('POST', path(), { headers, raw: 'List-Unsubscribe=One-Click' })
    expect((await send()).status).toBe(204)
    expect(await choice()).toMatchObject({ off: true })
    expect((await send()).status).toBe(204)
  })
  it('changes nothing when it is only looked at, and leads to the page that asks', async () => {
    const browser = await world().as('koordinator')
    await browser.put('/api/me/digest', wish)
    const answer = await world().browser().get(path())
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      path().replace('/api/unsubscribe/', '/berhenti?kunci='),
    ])
    expect(await choice()).toMatchObject({ off: false })
  })
  it('is nobody’s when it was changed', async () => {
    const other = path().replace('koordinator', 'viewer')
    expect((await world().browser().post(other)).status).toBe(404)
    expect((await world().browser().get(other)).status).toBe(404)
  })
})
