/** The emulator's suppression list, asked by the real SDK: what gets on it by itself, what is refused while it is there, and how it gets off. */
import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  PutSuppressedDestinationCommand,
  SESv2Client,
} from '@aws-sdk/client-sesv2'
import { afterEach, expect, test } from 'vitest'
import type { Outcome } from '../../local/ses/outcomes.ts'
import { type Ses, sendMail, startSes } from './ses-support.ts'

const clients: SESv2Client[] = []
afterEach(() => {
  for (const client of clients.splice(0)) client.destroy()
})

function account(ses: Ses): SESv2Client {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' }
  const endpoint = ses.emulator.url
  const client = new SESv2Client({ endpoint, region: 'ap-southeast-3', credentials, maxAttempts: 1 })
  clients.push(client)
  return client
}

/** What became of one more mail to the address. */
async function fateOf(ses: Ses, to: string): Promise<string | undefined> {
  ses.events.splice(0)
  await sendMail(ses, { to })
  await ses.emulator.eventsSettled()
  const last = ses.events.find(({ eventType }) => eventType !== 'Send')
  return last?.bounce?.bounceSubType ?? last?.eventType
}

test('a hard bounce puts an address on the list, whatever its case, until it is taken off', async () => {
  const outcomes: Record<string, Outcome> = { 'penuh+a@dinsos.example': 'bounced' }
  const ses = await startSes({ outcomes })
  const client = account(ses)
  expect(await fateOf(ses, 'penuh+a@dinsos.example')).toBe('General')
  delete outcomes['penuh+a@dinsos.example']
  expect(await fateOf(ses, 'Penuh+A@dinsos.example')).toBe('OnAccountSuppressionList')
  const listed = await client.send(new GetSuppressedDestinationCommand({ EmailAddress: 'penuh+a@dinsos.example' }))
  expect(listed.SuppressedDestination).toMatchObject({ Reason: 'BOUNCE', LastUpdateTime: expect.any(Date) })
  await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: 'penuh+a@dinsos.example' }))
  expect(await fateOf(ses, 'penuh+a@dinsos.example')).toBe('Delivery')
})

test('a complaint puts an address on the list; the simulator never gets there', async () => {
  const ses = await startSes({ outcomes: { 'marah@dinsos.example': 'complained' } })
  const client = account(ses)
  for (const to of ['marah@dinsos.example', 'bounce@simulator.amazonses.com']) await sendMail(ses, { to })
  const listed = await client.send(new GetSuppressedDestinationCommand({ EmailAddress: 'marah@dinsos.example' }))
  expect(listed.SuppressedDestination?.Reason).toBe('COMPLAINT')
  const absent = new DeleteSuppressedDestinationCommand({ EmailAddress: 'bounce@simulator.amazonses.com' })
  await expect(client.send(absent)).rejects.toMatchObject({
    name: 'NotFoundException',
    $metadata: { httpStatusCode: 404 },
  })
})

test('the list outlives a restart, what was taken off included', async () => {
  const first = await startSes({ suppressed: ['lama@dinsos.example'] })
  const client = account(first)
  await client.send(new PutSuppressedDestinationCommand({ EmailAddress: 'baru@dinsos.example', Reason: 'BOUNCE' }))
  await client.send(new DeleteSuppressedDestinationCommand({ EmailAddress: 'lama@dinsos.example' }))
  await first.emulator.close()
  const second = await startSes({ dataDir: first.dataDir, suppressed: ['lama@dinsos.example'] })
  expect(await fateOf(second, 'baru@dinsos.example')).toBe('OnAccountSuppressionList')
  expect(await fateOf(second, 'lama@dinsos.example')).toBe('Delivery')
})

test('a call that is not signed, as a foreign page would make it, changes nothing', async () => {
  const ses = await startSes({ suppressed: ['lama@dinsos.example'] })
  const path = `${ses.emulator.url}/v2/email/suppression/addresses/lama%40dinsos.example`
  expect((await fetch(path, { method: 'DELETE' })).status).toBe(403)
  expect(await fateOf(ses, 'lama@dinsos.example')).toBe('OnAccountSuppressionList')
})
