/** How far the region is set up, and the mail to oneself that proves that mails arrive. */
import type { SetUp } from '../../functions/schema/set-up.ts'
import { request } from './request.ts'

export type { SetUp, SetUpStep, StepState } from '../../functions/schema/set-up.ts'

export async function fetchSetUp(): Promise<SetUp> {
  return (await request<SetUp>('GET', '/api/set-up')).body
}

/** Answers the number of the notice. Asked twice within a minute it is one mail. */
export async function askTestMail(): Promise<string> {
  return (await request<{ nid: string }>('POST', '/api/me/test-mails')).body.nid
}
