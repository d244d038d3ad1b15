/**
 * What makes the next visit possible without a connection: the service worker keeps the page's files. And what is older than a
 * day is wiped, whoever left it. A browser that knows neither goes on without.
 */
import { wipeOld } from './device-store.ts'

export async function beginOffline(): Promise<void> {
  await wipeOld().catch(() => undefined)
  if ('serviceWorker' in navigator) await navigator.serviceWorker.register('/service-worker.js').catch(() => undefined)
}
