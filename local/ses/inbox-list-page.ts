/**
 * The list: newest first, grouped by the region's day, with a filter that lives in the address so that it can be kept
 * as a bookmark (`/?to=operator@dlhk.example`).
 */
import { formatDay, formatTime, type Place } from '../../functions/rules/moments.ts'
import { localDateOf } from '../../functions/rules/wall-clock.ts'
import { frame, stateLabel } from './inbox-frame.ts'
import type { InboxMessage } from './inbox-message.ts'
import { html, type Markup } from './markup.ts'

/** `newest` is the id of the newest message of all, or empty. */
type ListQuery = { to: string; words: string; page: number; newest: string; place: Place }

const pageSize = 50

/** The list page. @param matching the filtered messages, oldest first */
export function listPage(matching: readonly InboxMessage[], query: ListQuery): Markup {
  const newest = matching.toReversed()
  const shown = newest.slice((query.page - 1) * pageSize, query.page * pageSize)
  const content = html`<h1 class="heard">Surel masuk</h1>${filterForm(query)}
${countWords(matching.length)}
${shown.length === 0 ? emptyWords(query) : groupByDay(shown, query.place)}
${pager(query, newest.length)}`
  return frame(`Kotak masuk (${matching.length})`, content, { newest: query.newest })
}

function filterForm({ to, words }: ListQuery): Markup {
  return html`<form class="filter" method="get" action="/" role="search">
<label>Penerima <span lang="en">Recipient</span><input name="to" value="${to}" autocomplete="off" autocapitalize="none" spellcheck="false" placeholder="operator@dlhk.example"></label>
<label>Cari kata <span lang="en">Search</span><input name="q" type="search" value="${words}" placeholder="perihal atau isi surel"></label>
<button type="submit">Saring</button>
${to || words ? html`<a class="clear" href="/">Hapus saringan</a>` : ''}
</form>`
}

function countWords(count: number): Markup {
  if (count === 0) return html``
  const english = `${count} ${count === 1 ? 'message' : 'messages'}, newest first`
  return html`<p class="count">${count} surel, terbaru di atas <span lang="en">${english}</span></p>`
}

function emptyWords({ to, words }: ListQuery): Markup {
  if (to || words) {
    return html`<p class="empty">Tidak ada surel yang cocok dengan saringan ini.<br><span lang="en">No message matches this filter.</span></p>`
  }
  return html`<p class="empty">Belum ada surel. Surel muncul di sini begitu dikirim.<br><span lang="en">No mail yet. It appears here as soon as it is sent.</span></p>`
}

function groupByDay(messages: readonly InboxMessage[], place: Place): Markup[] {
  const groups: { day: string; messages: InboxMessage[] }[] = []
  for (const message of messages) {
    const day = formatDay(localDateOf(new Date(message.at), place.zone), 'id')
    const last = groups.at(-1)
    if (last?.day === day) last.messages.push(message)
    else groups.push({ day, messages: [message] })
  }
  return groups.map(
    (group) =>
      html`<section><h2>${group.day}</h2><ul class="list">${group.messages.map((message) => row(message, place))}</ul></section>`,
  )
}

function row(message: InboxMessage, place: Place): Markup {
  return html`<li><a class="row" href="/view/${message.id}">
<span class="subject">${message.subject || '(tanpa perihal)'}</span>
<span class="to"><span class="word">kepada</span> ${message.to.join(', ')}</span>
<span class="from"><span class="word">dari</span> ${message.from}</span>
<time datetime="${message.at}">${formatTime(new Date(message.at), place, 'id')}</time>
${stateLabel(message.delivery)}
</a></li>`
}

function pager({ to, words, page }: ListQuery, total: number): Markup {
  const last = Math.ceil(total / pageSize)
  if (last <= 1) return html``
  const address = (wanted: number) => `/?${new URLSearchParams({ to, q: words, page: String(wanted) })}`
  return html`<nav class="pager" aria-label="Halaman">
${page > 1 ? html`<a href="${address(page - 1)}" rel="prev">Lebih baru</a>` : html`<span></span>`}
<span>Halaman ${page} dari ${last}</span>
${page < last ? html`<a href="${address(page + 1)}" rel="next">Lebih lama</a>` : html`<span></span>`}
</nav>`
}
