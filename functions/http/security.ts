/**
 * Headers of every answer. Nothing may be framed, sniffed or loaded from elsewhere, and no cache between the server and
 * the reader keeps what a signed-in person was shown.
 */
import { createMiddleware } from 'hono/factory'
import type { HttpEnv } from './request.ts'

/** The same policy stands on the pages; no page needs inline scripts or styles. */
export const contentSecurityPolicy =
  "default-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/**
 * Of a mail shown as its recipient would see it: an origin of its own without scripts, forms and requests; its styles stand in it, its
 * links open beside the page. Our own page alone may frame it.
 */
export const mailPagePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** Said at the edge too (stacks/edge.ts), for the page and where an answer never reached the API. */
export const headers = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** Also on refusals. A route that may be cached, or shows what people wrote, says so itself. */
export const securityHeaders = createMiddleware<HttpEnv>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.header(name, value)
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'private, no-store')
  c.header('Vary', 'Cookie, Accept-Language', { append: true })
})
