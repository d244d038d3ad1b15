/**
 * The built site from `dist/web`, with the headers that CloudFront adds when deployed: hashed files under /assets may be
 * kept for ever, everything else is asked again; a path without a file is a page of the app and gets index.html.
 */
import { createReadStream, type Stats, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
}

const security = {
  'content-security-policy':
    "default-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000',
}

export class StaticSite {
  readonly #root: string

  constructor(root: string) {
    this.#root = root
  }

  answer(request: IncomingMessage, response: ServerResponse): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, security).end()
      return
    }
    const path = decodePath(request.url ?? '/')
    const isAsset = path.startsWith('/assets/') || extname(path) !== ''
    const file = this.#find(path) ?? (isAsset ? undefined : this.#find('/index.html'))
    if (!file) {
      response.writeHead(404, security).end()
      return
    }
    response.writeHead(200, {
      ...security,
      'content-type': types[extname(file.path)] ?? 'application/octet-stream',
      'content-length': file.stats.size,
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file.path).pipe(response)
  }

  #find(path: string): { path: string; stats: Stats } | undefined {
    const file = normalize(join(this.#root, path))
    if (!file.startsWith(this.#root + sep)) return undefined
    const stats = statSync(file, { throwIfNoEntry: false })
    return stats?.isFile() ? { path: file, stats } : undefined
  }
}

function decodePath(url: string): string {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname)
  } catch {
    return '/'
  }
}
