/**
 * One message: who, when, what became of it, and its parts as tabs. The mail's HTML is shown in a frame without scripts,
 * forms or an origin; everything else here is escaped text.
 */
import type { Place } from '../../functions/rules/moments.ts'
import { frame, moment, stateLabel } from './inbox-frame.ts'
import type { InboxMessage } from './inbox-message.ts'
import { html, type Markup } from './markup.ts'

const parts = { html: 'Tampilan', teks: 'Teks', kepala: 'Kepala surel' } as const
type Part = keyof typeof parts

/** Whether a word of the address names a tab. */
export function isPart(word: string): word is Part {
  return word in parts
}

/** The message's page; without a wanted part its HTML, or its text when it has none. */
export function messagePage(message: InboxMessage, wanted: Part | undefined, place: Place): Markup {
  const part = wanted ?? (message.html === '' ? 'teks' : 'html')
  const content = html`<p class="back"><a href="/">Semua surel</a> <a href="/?${new URLSearchParams({ to: message.to[0] ?? '' }).toString()}">Surel untuk ${message.to[0] ?? ''}</a></p>
<article>
<h1>${message.subject || '(tanpa perihal)'}</h1>
<dl class="facts">
<dt>Dari</dt><dd>${message.from}</dd>
<dt>Kepada</dt><dd>${message.to.join(', ')}</dd>
<dt>Waktu</dt><dd>${moment(message.at, place)}</dd>
<dt>Keadaan</dt><dd>${stateLabel(message.delivery)}</dd>
${attachments(message)}
</dl>
<nav class="tabs" aria-label="Bagian surel">${Object.entries(parts).map(([key, title]) => tab(message.id, key, title, key === part))}
<a href="/messages/${message.id}/raw">Mentah</a></nav>
${body(message, part)}
</article>`
  return frame(message.subject || 'Surel', content, null)
}

/** For an address that names no message. */
export function notFoundPage(): Markup {
  return frame(
    'Tidak ditemukan',
    html`<h1>Tidak ditemukan</h1><p class="empty">Halaman atau surel ini tidak ada. <a href="/">Kembali ke kotak masuk</a><br><span lang="en">There is no such page or message.</span></p>`,
    null,
  )
}

function tab(id: string, key: string, title: string, current: boolean): Markup {
  return html`<a href="/view/${id}?bagian=${key}"${current ? html` aria-current="page"` : ''}>${title}</a>`
}

function attachments({ attachments: files }: InboxMessage): Markup {
  if (files.length === 0) return html``
  const names = files.map(
    (file) => html`<li>${file.name || '(tanpa nama)'} <small>${file.type}, ${kilobytes(file.size)} KB</small></li>`,
  )
  return html`<dt>Lampiran</dt><dd><ul class="files">${names}</ul></dd>`
}

function kilobytes(bytes: number): string {
  return new Intl.NumberFormat('id-ID', { maximumFractionDigits: 1 }).format(bytes / 1024)
}

function body(message: InboxMessage, part: Part): Markup {
  if (part === 'kepala') {
    const rows = Object.entries(message.headers).map(
      ([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`,
    )
    const tags = Object.entries(message.tags).map(
      ([name, value]) => html`<tr><th scope="row">tag: ${name}</th><td>${value}</td></tr>`,
    )
    return html`<table class="headers"><tbody>${rows}${tags}</tbody></table>`
  }
  if (part === 'teks') {
    return message.text === '' ? missing('teks') : html`<pre class="text">${linked(message.text)}</pre>`
  }
  if (message.html === '') return missing('HTML')
  return html`<iframe class="mail" title="Isi surel" sandbox="allow-popups allow-popups-to-escape-sandbox" referrerpolicy="no-referrer" src="/messages/${message.id}/html"></iframe>`
}

function missing(what: string): Markup {
  return html`<p class="empty">Surel ini tidak mempunyai bagian ${what}.</p>`
}

/** Web addresses in plain text become links; nothing else does. */
function linked(text: string): Markup[] {
  return text
    .split(/(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/)
    .map((piece, index) =>
      index % 2 === 1
        ? html`<a href="${piece}" target="_blank" rel="noopener noreferrer">${piece}</a>`
        : html`${piece}`,
    )
}
