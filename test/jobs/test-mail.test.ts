/** A coordinator's mail to himself, through the ledger and the dispatcher: by SES with its reports, by a relay as far as that tells. */
import { afterEach, expect, it } from 'vitest'
import { createComposer } from '../../functions/domain/notices/compose.ts'
import { askTestMail, hasArrived } from '../../functions/domain/notices/desk/test-mail.ts'
import { createSmtpMailer } from '../../functions/mail/smtp-mailer.ts'
import { type Relay, startRelay } from '../mail/smtp-relay.ts'
import { person } from '../store/samples.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { region, startWorld, type World, type WorldOptions } from './dispatch-world.ts'

const endpoint = useStoreEndpoint('test-mail')
const compose = createComposer({
  siteUrl: 'https://lengkap.example',
  forms: { definition: async () => undefined, all: async () => [] },
})
const me = person('operator-dlhk')
let w: World
let relay: Relay | undefined
afterEach(async () => {
  await w.close()
  await relay?.close()
  relay = undefined
})

async function ask(options?: WorldOptions) {
  w = await startWorld(endpoint(), options)
  const ports = { notices: w.ledger }
  const nid = await askTestMail(w.parts.clock(), ports, { region, person: me })
  expect(await askTestMail(w.parts.clock(), ports, { region, person: me })).toBe(nid)
  return { region, scope: 'all', nid }
}
const arrived = async () => hasArrived(await w.ledger.testMails(region))

it('arrives, and is one mail however often it was asked for in a minute', async () => {
  const key = await ask()
  expect(await w.dispatch({ compose })).toMatchObject({ sent: 1 })
  await w.emulator.eventsSettled()
  expect((await w.ledger.get(key))?.delivery).toBe('delivered')
  expect(await arrived()).toBe(true)
  expect(w.mails(key.nid)).toBe(1)
})

it('that comes back proves nothing, and a further one goes to the same address all the same', async () => {
  const key = await ask({ outcomes: { [me.email]: 'bounced' } })
  await w.dispatch({ compose })
  await w.emulator.eventsSettled()
  expect((await w.ledger.get(key))?.delivery).toBe('bounced')
  expect(await arrived()).toBe(false)
  w.pass(120)
  await askTestMail(w.parts.clock(), { notices: w.ledger }, { region, person: me })
  expect(await w.dispatch({ compose })).toMatchObject({ cancelled: 0 })
})

it('goes through a relay too, which tells no more than that it took it', async () => {
  const key = await ask()
  relay = await startRelay()
  const mailer = createSmtpMailer({ url: relay.url, from: { name: 'Lengkap', email: 'lengkap@kota.example' } })
  expect(await w.dispatch({ compose, mailer })).toMatchObject({ sent: 1 })
  expect(relay.envelopes[1]).toContain(me.email)
  expect(relay.messages[0]).toContain(key.nid)
  const notice = await w.ledger.get(key)
  expect([notice?.state, notice?.delivery]).toEqual(['sent', undefined])
  expect(await arrived()).toBe(true)
})
