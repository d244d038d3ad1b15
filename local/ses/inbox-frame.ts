/**
 * What all pages of the inbox share: the frame around them, the words for a delivery state, and the time as it is
 * written in Kupang. Indonesian first, English small beside it.
 */
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
<p>Surat di sini tidak pernah keluar dari komputer ini. <span lang="en">No mail here leaves this machine.</span></p>
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

const zone = 'Asia/Makassar'
const dateFormat = new Intl.DateTimeFormat('id-ID', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
})
const timeFormat = new Intl.DateTimeFormat('id-ID', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: zone,
})

/** `Selasa, 10 Februari 2026`. */
export function dateInWita(at: string): string {
  return dateFormat.format(new Date(at))
}

/** `09.41 WITA`. */
export function timeInWita(at: string): string {
  return `${timeFormat.format(new Date(at)).replace(':', '.')} WITA`
}

/** A moment for people and for machines. */
export function momentInWita(at: string): Markup {
  return html`<time datetime="${at}">${dateInWita(at)} pukul ${timeInWita(at)}</time>`
}
