/**
 * The built site from `dist/web`, with the headers that CloudFront adds when deployed: hashed files under /assets may be
 * kept for ever and come compressed, everything else is asked again; a path without a file is a page of the app and gets its document.
 */
import { createReadStream, type Stats, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
import { documentOf, linkOf } from '../page-documents.ts'

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

const compress = promisify(brotliCompress)

export class StaticSite {
  readonly #root: string
  /** Hashed files after brotli, by their paths: each is compressed once. */
  readonly #packed = new Map<string, Promise<Buffer>>()

  /** Says in each document that there is a rehearsal clock. */
  readonly #rehearses: boolean

  constructor(root: string, { rehearses = false } = {}) {
    this.#root = root
    this.#rehearses = rehearses
  }

  answer(request: IncomingMessage, response: ServerResponse): void | Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, security).end()
      return
    }
    const path = decodePath(request.url ?? '/')
    const link = linkOf(path, (request.url ?? '').split('?')[1] ?? '')
    const isAsset = path.startsWith('/assets/') || extname(path) !== ''
    const file = this.#find(path) ?? (isAsset ? undefined : this.#find(documentOf(path)))
    if (!file) {
      response.writeHead(404, security).end()
      return
    }
    const headers = {
      ...security,
      'content-type': types[extname(file.path)] ?? 'application/octet-stream',
      'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(link === undefined ? {} : { link }),
    }
    if (request.method === 'HEAD') response.writeHead(200, { ...headers, 'content-length': file.stats.size }).end()
    else if (path.startsWith('/assets/') && /\bbr\b/.test(String(request.headers['accept-encoding']))) {
      return this.#pack(file.path).then((packed) => {
        const coded = { 'content-encoding': 'br', vary: 'accept-encoding', 'content-length': packed.length }
        response.writeHead(200, { ...headers, ...coded }).end(packed)
      })
    } else if (this.#rehearses && file.path.endsWith('.html')) {
      return readFile(file.path, 'utf8').then((html) => {
        response.writeHead(200, headers).end(html.replace('<html', '<html data-rehearsal'))
      })
    } else {
      response.writeHead(200, { ...headers, 'content-length': file.stats.size })
      createReadStream(file.path).pipe(response)
    }
  }

  #pack(path: string): Promise<Buffer> {
    const known = this.#packed.get(path)
    if (known !== undefined) return known
    const packed = readFile(path).then((bytes) => compress(bytes))
    this.#packed.set(path, packed)
    packed.catch(() => this.#packed.delete(path))
    return packed
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
