/** The hourly look: SES takes a mail for nobody and reports on it, the site answers, and what fails is told. */
import { expect, it, vi } from 'vitest'
import { isTimeToSing, sing } from '../../functions/jobs/canary.ts'
import { recordMailEvents } from '../../functions/jobs/mail-events.ts'
import { createSesMailer } from '../../functions/mail/ses-mailer.ts'
import { createMailPulse } from '../../functions/store/mail-service.ts'
import { startSes, tuesday } from '../local/ses-support.ts'
import { useStoreEndpoint } from '../store/store-endpoint.ts'

const endpoint = useStoreEndpoint('jobs-canary')
const from = { name: 'Lengkap', email: 'pengingat@lengkap.example' }
const clock = () => tuesday
const well = { clock, siteAnswers: async () => true }

it('sends a mail that SES takes and reports on, and no notice is looked for', async () => {
  const pulse = createMailPulse(endpoint().table)
  const get = vi.fn()
  const [ledger, regions] = [{ get }, {}] as never[]
  const ses = await startSes({
    onEvent: async (event) => void (await recordMailEvents({ ledger, regions, pulse, report: get } as never, event)),
  })
  const mailer = createSesMailer({ client: ses.client, from, configurationSet: 'lengkap' })
  expect(await sing({ ...well, mailer, pulse })).toEqual({ failed: [] })
  await ses.emulator.eventsSettled()
  expect(ses.emulator.messages().map(({ to }) => to)).toEqual([['success@simulator.amazonses.com']])
  expect(await pulse.unansweredSince()).toBeUndefined()
  expect(get).not.toHaveBeenCalled()
})

it('is missed when no report on it comes', async () => {
  const pulse = createMailPulse(endpoint().table)
  const ses = await startSes({ onEvent: async () => undefined })
  const mailer = createSesMailer({ client: ses.client, from, configurationSet: 'lengkap' })
  await sing({ ...well, mailer, pulse })
  expect(await pulse.unansweredSince()).toEqual(tuesday)
})

it('tells a site that does not answer and a mail that is not taken, which waits for no report', async () => {
  const pulse = createMailPulse(endpoint().table)
  await pulse.answered(tuesday)
  const send = async () => ({ outcome: 'unavailable', trouble: 'paused', reason: 'x' }) as const
  expect(await sing({ clock, siteAnswers: () => Promise.reject(new Error('no')), mailer: { send }, pulse })).toEqual({
    failed: ['site', 'mail'],
  })
  expect(await pulse.unansweredSince()).toBeUndefined()
})

it('sings in one of the four runs of an hour, whichever minute they have', () => {
  for (let offset = 0; offset < 15; offset++) {
    const runs = [0, 15, 30, 45].map((minute) => new Date(Date.UTC(2026, 1, 10, 1, minute + offset)))
    expect(runs.filter(isTimeToSing)).toHaveLength(1)
  }
})
