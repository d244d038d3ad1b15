/** An address from its bounce to the next mail that arrives: our mark and SES's own list go up together and come down together. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { repairMailbox } from '../../functions/domain/region/repair-mailbox.ts'
import { createSesSuppressionList } from '../../functions/mail/ses-suppression.ts'
import type { Outcome } from '../../local/ses/outcomes.ts'
import { noticePlan, person } from '../store/samples.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'
import { region, startWorld, type World } from './dispatch-world.ts'

const store = useStoreEndpoint('suppressed-address')
const { email } = person('operator-dlhk')
const outcomes: Record<string, Outcome> = { [email]: 'bounced' }
let world: World
let number = 0
beforeAll(async () => {
  world = await startWorld(store(), { outcomes })
})
afterAll(() => world?.close())

/** What became of one more mail: its state, and what SES reported in the end. */
async function mailOnce() {
  number += 1
  world.pass(60)
  const [key] = await world.plan(noticePlan(`000${number}`))
  await world.dispatch()
  await world.emulator.eventsSettled()
  const notice = key && (await world.ledger.get(key))
  return [notice?.state, notice?.delivery ?? notice?.reason]
}

const marked = async () => (await world.regions.load(region))?.mailboxes.map(({ state }) => state)

async function free(endpoint = world.emulator.url) {
  world.pass(60)
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const suppressions = createSesSuppressionList({ endpoint, region: 'ap-southeast-3', credentials }, () => undefined)
  const ports = { regions: world.regions, suppressions }
  const repair = { region, by: 'koordinator', personId: 'operator-dlhk', email: undefined }
  return repairMailbox(world.parts.clock(), ports, repair)
}

it('a bounce marks the address; the mailbox is repaired, but neither we nor SES know it', async () => {
  expect(await mailOnce()).toEqual(['sent', 'bounced'])
  expect(await marked()).toEqual(['bounced'])
  delete outcomes[email]
  expect(await mailOnce()).toEqual(['suppressed', 'mailbox-bounced'])
})

it('while SES does not answer the address stays marked, and the coordinator is told', async () => {
  await expect(free('http://127.0.0.1:9')).rejects.toMatchObject({ refusal: { code: 'mail-service-silent' } })
  expect(await marked()).toEqual(['bounced'])
})

it('with our mark alone taken away SES still refuses, and its refusal marks the address again', async () => {
  world.pass(60)
  const freed = { personId: 'operator-dlhk', email, at: world.parts.clock().toISOString() }
  await world.regions.freeMailbox(region, freed)
  expect(await marked()).toEqual([])
  expect(await mailOnce()).toEqual(['sent', 'bounced'])
  expect(await marked()).toEqual(['bounced'])
})

it('freed by the coordinator it gets mail', async () => {
  await free()
  expect(await marked()).toEqual([])
  expect(await mailOnce()).toEqual(['sent', 'delivered'])
})
