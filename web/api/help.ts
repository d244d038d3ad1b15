/** Whom to ask, also before signing in. */
import type { Help } from '../../functions/http/help.ts'
import { request } from './request.ts'

export type HelpLine = Help['regions'][number]

export async function fetchHelp(): Promise<readonly HelpLine[]> {
  return (await request<Help>('GET', '/api/help', { signInAgain: false })).body.regions
}
