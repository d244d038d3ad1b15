/**
 * Inbox, clock and emulators have no sign-in: they are for whoever sits at this machine. A page of another site whose name was
 * made to lead here (DNS rebinding) is told apart by the name that it asks for.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'

const names = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i

export function isLocalName({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return names.test(headers.host ?? '')
}

export function refuseName(response: ServerResponse): void {
  response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  response.end('Hanya lewat http://localhost di komputer ini. / Only as http://localhost on this machine.\n')
}

/** `undefined` for what is no path of this site: `//`, which would begin another host's name, and U+0000. */
export function pathOf({ url = '/' }: Pick<IncomingMessage, 'url'>): string | undefined {
  const path = url.replace(/[?#].*$/s, '')
  if (!path.startsWith('/') || path.includes('//') || /%00/.test(url)) return undefined
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : undefined
}
