/**
 * Whose address a limit counts. Behind CloudFront it is in a header that anybody else could write too, so it counts only
 * with the origin's secret; never the left end of X-Forwarded-For. An IPv6 client owns at least a /56, so all of it is one.
 */
import { isSameSecret } from '../domain/secrets/token.ts'

/** An IPv4 address, or the /56 of an IPv6 address; `unknown` where nothing trustworthy is known. */
export function clientAddress(
  header: (name: string) => string | undefined,
  sourceIp: string | undefined,
  originSecrets: readonly string[],
): string {
  const viewer = header('cloudfront-viewer-address')
  const address =
    knowsOrigin(header, originSecrets) && viewer !== undefined
      ? viewer.replace(/:\d+$/, '').replace(/^\[|\]$/g, '')
      : sourceIp
  if (address === undefined || address === '') return 'unknown'
  return address.includes(':') ? network56(address) : address
}

/** Whoever comes through CloudFront has the secret, while it is rotated two of them; the gateway's own address is for nobody. */
export function knowsOrigin(header: (name: string) => string | undefined, originSecrets: readonly string[]): boolean {
  const shown = [header('x-origin-secret'), header('x-origin-secret-next')].filter((each) => each !== undefined)
  return shown.some((secret) => originSecrets.some((wanted) => isSameSecret(secret, wanted)))
}

function network56(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1] !== undefined) return mapped[1]
  const [head = '', tail] = address.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...zeros, ...right].slice(0, 4).map((group) => Number.parseInt(group, 16) || 0)
  const fourth = (groups[3] ?? 0) & 0xff00
  return `${[...groups.slice(0, 3), fourth].map((group) => group.toString(16)).join(':')}::/56`
}
