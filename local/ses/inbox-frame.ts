/**
 * What all pages of the inbox share: the frame around them, the words for a delivery state, and the time as the
 * region writes it. Indonesian first, English small beside it.
 */
import { formatDayAndTime, type Place } from '../../functions/rules/moments.ts'
import type { DeliveryState } from './inbox-message.ts'
import { html, type Markup } from './markup.ts'

/** A whole page; `live` pages know the newest message of all and look for newer ones. */
export function frame(title: string, content: Markup, live: { newest: string } | null): Markup {
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/inbox.css">
${live ? html`<script src="/inbox.js" defer data-newest="${live.newest}"></script><noscript><meta http-equiv="refresh" content="10"></noscript>` : ''}
</head>
<body>
<header class="bar"><div class="wide">
<a class="brand" href="/">Kotak masuk latihan <span lang="en">Rehearsal inbox</span></a>
<p>Surel di sini tidak pernah keluar dari komputer ini. <span lang="en">No mail here leaves this machine.</span></p>
</div></header>
<main class="wide">${content}</main>
</body>
</html>
`
}

const stateWords: Record<DeliveryState, { id: string; en: string }> = {
  delivered: { id: 'Terkirim', en: 'Delivered' },
  bounced: { id: 'Terpental', en: 'Bounced' },
  complained: { id: 'Keluhan', en: 'Complaint' },
}

/** The state as a label whose word, not only its colour, tells it. */
export function stateLabel(state: DeliveryState): Markup {
  const words = stateWords[state]
  return html`<span class="state ${state}" title="${words.en}">${words.id}</span>`
}

/** A moment for people and for machines: `Selasa, 10 Februari 2026 pukul 09.41 WITA`. */
export function moment(at: string, place: Place): Markup {
  return html`<time datetime="${at}">${formatDayAndTime(new Date(at), place, 'id')}</time>`
}
