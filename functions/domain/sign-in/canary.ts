/**
 * Somebody who signs in each hour to see whether people can: a viewer in a region of its own, without a round. Its address is that of
 * SES's mailbox simulator, which takes mails and delivers them to nobody.
 */
import type { Person, RegionSettings, Unstamped } from '../../schema/region.ts'
import type { Regions } from '../region/regions.ts'
import { canaryRegion } from '../region/reserved.ts'
import { keyFor } from '../secrets/purpose-keys.ts'

const email = 'success+canary@simulator.amazonses.com'

const settings: Unstamped<RegionSettings> = {
  region: canaryRegion,
  name: { id: 'Lengkap', en: 'Lengkap' },
  zone: 'UTC',
  zoneName: 'UTC',
  replyTo: email,
  helpPhone: '-',
}

export const canary: Unstamped<Person> = {
  id: canaryRegion,
  name: 'Canary',
  title: 'Canary',
  email,
  role: 'viewer',
  agencyIds: [canaryRegion],
  language: 'en',
  disabled: false,
}

/** Its browser's lasting mark, the same each hour: 43 characters, as `newSecret` makes them. */
export function canaryBrowser(secret: string): string {
  return Buffer.from(keyFor(secret, 'canary')).toString('base64url')
}

/** Again is harmless. */
export async function settleCanary(now: Date, { regions }: { regions: Regions }): Promise<void> {
  if (await regions.person(canaryRegion, canary.id)) return
  const stamp = { at: now.toISOString(), by: 'system' }
  await regions.reviseSettings({ ...settings, ...stamp })
  await regions.revisePerson(canaryRegion, { ...canary, ...stamp })
}
