/**
 * The gallery, as a part of Vite's server: `/galeri` shows the page's components, every mail and, in `npm run dev`, every page beside
 * switches for language, content, person, width and paper. Templates are loaded anew for each look, and the page reloads when one of
 * them changes.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin, ViteDevServer } from 'vite'
import type { RenderMail } from '../../functions/domain/notices/write/mail-foot.ts'
import type { Language } from '../../functions/schema/wording.ts'
import { galleryPage } from './gallery-page.ts'
import { signInAs } from './sign-in-as.ts'

/** Addresses of the running system behind Vite's proxy. */
export type Behind = { siteUrl: string; inboxUrl: string }

/** `behind`: absent where nothing runs behind the page; then there is nobody to sign in. */
export function gallery(root: string, behind: Behind | undefined): Plugin {
  return {
    name: 'gallery',
    configureServer: (server) => {
      server.middlewares.use('/galeri', (request, response, next) => {
        answer(server, { root, behind, request, response }).catch(next)
      })
    },
    hotUpdate({ file, server }) {
      if (/functions\/(mail|domain|rules)\//.test(file) || file.includes('/test/'))
        server.ws.send({ type: 'full-reload' })
    },
  }
}

type Asked = { root: string; behind: Behind | undefined; request: IncomingMessage; response: ServerResponse }

async function answer(server: ViteDevServer, { root, behind, request, response }: Asked): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://gallery')
  const mail = /^\/surat\/([a-z-]+)\.(html|txt)$/.exec(url.pathname)
  if (mail) return sendMail(server, { root, url, response, kind: mail[1] ?? '', form: mail[2] ?? '' })
  if (url.pathname === '/masuk' && behind !== undefined) {
    const cookies = await signInAs(behind, url.searchParams.get('email') ?? '')
    response.writeHead(303, { location: url.searchParams.get('ke') ?? '/', 'set-cookie': cookies }).end()
    return
  }
  const shown = url.pathname === '/komponen' ? componentsPage(root) : galleryPage(url.searchParams)
  const page = await server.transformIndexHtml(`/galeri${url.pathname}`, shown)
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
}

/** An empty page on which the browser draws the components; the styles are those of the site. */
function componentsPage(root: string): string {
  return `<!doctype html><html lang="id"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Komponen</title><link rel="stylesheet" href="/style/base.css"></head>
<body><div id="app"></div><script type="module" src="/@fs${root}/test/gallery/components.tsx"></script></body></html>`
}

type AskedMail = { root: string; url: URL; response: ServerResponse; kind: string; form: string }

async function sendMail(server: ViteDevServer, { root, url, response, kind, form }: AskedMail): Promise<void> {
  const load = (file: string) => server.ssrLoadModule(`${root}/${file}`)
  const { renderMail } = (await load('functions/mail/render-mail.ts')) as { renderMail: RenderMail }
  const { contentsOf } = (await load('test/gallery/contents.ts')) as typeof import('./contents.ts')
  const { footFor } = (await load('test/mail/kupang-contents.ts')) as typeof import('../mail/kupang-contents.ts')
  const language: Language = url.searchParams.get('bahasa') === 'en' ? 'en' : 'id'
  const content = contentsOf(language, url.searchParams.get('isi') ?? 'biasa').find((each) => each.kind === kind)
  if (content === undefined) {
    response.writeHead(404).end()
    return
  }
  const { subject, text, html } = await renderMail(content, language, footFor(content.kind, language))
  response.setHeader('content-type', `text/${form === 'html' ? 'html' : 'plain'}; charset=utf-8`)
  response.end(form === 'html' ? html : `${subject}\n\n${text}`)
}
