/** The pages whose first visit is counted, and who visits them. */
import type { Browser, BrowserContext } from 'playwright-core'
import type { System } from '../../local/system.ts'
import { review2025, roundId, tagging } from '../journeys/agency-work.ts'
import type { PageCost } from './page-cost.ts'
import { openWindow, signIn } from './people.ts'

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

export const agencyRoutes = [
  '/tugas',
  `/putaran/${roundId}/dinsos/${tagging}`,
  `/putaran/${roundId}/dinsos/${review2025}`,
  '/temuan',
  '/saya',
  '/surat',
  '/kalender',
] as const
export const regionRoutes = [
  '/rekap',
  '/rekap/jendela',
  '/rekap/hubungi',
  '/rekap/linimasa',
  '/reviu',
  '/surat/rencana',
  '/surat/ingatkan',
  '/hasil',
  '/hasil/kota',
  '/pengaturan',
  '/pengaturan/persiapan',
  '/pengaturan/putaran',
  '/pengaturan/orang',
  '/pengaturan/kalender',
  '/pengaturan/sipd',
] as const

/** The cookies of a session that was just begun. */
export async function cookiesOf(
  { browser, system }: { browser: Browser; system: System },
  email: string,
): Promise<Cookies> {
  const page = await openWindow(browser)
  await signIn(page, system, email)
  const cookies = await page.context().cookies()
  await page.context().close()
  return cookies
}

/** Bytes after brotli of what was fetched before something was shown. */
export function firstBytes({ first }: Pick<PageCost, 'first'>): number {
  return first.reduce((sum, { bytes }) => sum + bytes, 0)
}

/** What was fetched before something was shown, for a test that fails. */
export function namesOf({ first }: Pick<PageCost, 'first'>): string {
  return first.map(({ path, bytes }) => `${path} ${bytes}`).join(', ')
}
