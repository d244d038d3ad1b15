/**
 * The inbox over HTTP: JSON for tests and tools, pages for people, the mail's own HTML behind a sandbox.
 * Read only: what was sent cannot be unsent, so there is no way to delete a message here.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Place } from '../../functions/rules/moments.ts'
import { listPage } from './inbox-list-page.ts'
import { filterMessages, inboxMessage } from './inbox-message.ts'
import { inboxScript, inboxStyle } from './inbox-static.ts'
import { isPart, messagePage, notFoundPage } from './inbox-view-page.ts'
import type { Markup } from './markup.ts'
import type { MessageStore } from './message-store.ts'

/** The messages, and where they are read: days and times are the region's. */
type Inbox = { store: MessageStore; place: Place }
type Answer = { status?: number; type: string; body: string | Buffer; csp?: string }

const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
/** The mail's HTML: no scripts, no forms, no requests (so no tracking pixels), an origin of its own; links open new tabs. */
const mailPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "form-action 'none'; frame-ancestors 'self'"

/** Answers everything but `POST /`. */
export async function answerInbox(request: IncomingMessage, response: ServerResponse, inbox: Inbox): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://inbox.local')
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD, POST' }).end()
    return
  }
  const { status = 200, type, body, csp = pagePolicy } = await route(url, inbox)
  response.writeHead(status, {
    'content-type': type,
    'content-security-policy': csp,
    'cache-control': 'no-store',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function route(url: URL, { store, place }: Inbox): Promise<Answer> {
  const [room = '', id = '', part = ''] = url.pathname.slice(1).split('/')
  if (url.pathname === '/')
    return page(listPage(filtered(url, store), { ...pageQuery(url), newest: newestId(store), place }))
  if (url.pathname === '/messages') return json(filtered(url, store))
  if (url.pathname === '/changes') return json({ newest: newestId(store) })
  if (url.pathname === '/inbox.css') return { type: 'text/css; charset=utf-8', body: inboxStyle }
  if (url.pathname === '/inbox.js') return { type: 'text/javascript; charset=utf-8', body: inboxScript }
  const message = store.get(id)
  if (message && room === 'view' && part === '') {
    const wanted = url.searchParams.get('bagian') ?? ''
    return page(messagePage(inboxMessage(message), isPart(wanted) ? wanted : undefined, place))
  }
  if (message && room === 'messages') {
    if (part === '') return json(inboxMessage(message))
    // Shown as text: a browser that rendered message/rfc822 would run the mail in our origin.
    if (part === 'raw') return { type: 'text/plain; charset=utf-8', body: await store.raw(message) }
    if (part === 'html') return mailHtml(message.content.html)
  }
  const wantsJson = room === 'messages'
  return wantsJson ? json({ title: 'No such message' }, 404) : { ...page(notFoundPage()), status: 404 }
}

function newestId(store: MessageStore): string {
  return store.all().at(-1)?.id ?? ''
}

function filtered(url: URL, store: MessageStore) {
  const { to, words } = pageQuery(url)
  return filterMessages(store.all().map(inboxMessage), { to, words })
}

function pageQuery(url: URL): { to: string; words: string; page: number } {
  const wanted = Number(url.searchParams.get('page') ?? 1)
  return {
    to: url.searchParams.get('to') ?? '',
    words: url.searchParams.get('q') ?? '',
    page: Number.isInteger(wanted) && wanted > 0 ? wanted : 1,
  }
}

/** Links in a mail would otherwise open inside the frame; a base without an address changes nothing else. */
function mailHtml(source: string): Answer {
  const base = '<base target="_blank">'
  const body = /<head[^>]*>/i.test(source) ? source.replace(/<head[^>]*>/i, (head) => head + base) : base + source
  return { type: 'text/html; charset=utf-8', body, csp: mailPolicy }
}

function page(markup: Markup): Answer {
  return { type: 'text/html; charset=utf-8', body: markup.text }
}

function json(value: unknown, status = 200): Answer {
  return { status, type: 'application/json; charset=utf-8', body: JSON.stringify(value) }
}
