/**
 * The inbox's style and its one script, served as files so that the page's policy needs no exception for inline code.
 */

/** Reloads the list when mail has come, but never under the hands of somebody typing a filter. */
export const inboxScript = `const { newest } = document.currentScript.dataset
async function look() {
  if (document.hidden) return
  const answer = await fetch('/changes').catch(() => undefined)
  if (!answer?.ok) return
  const changes = await answer.json()
  const typing = [...document.querySelectorAll('input')].some((field) => field.value !== field.defaultValue)
  if (changes.newest !== newest && !typing) location.reload()
}
setInterval(look, 2000)
`

export const inboxStyle = `
:root { --ink:#17212b; --soft:#52606d; --line:#d9dfe6; --paper:#fff; --ground:#f3f5f8; --accent:#0b5a8f;
  --good:#0d6b3f; --good-ground:#e2f4ea; --bad:#a02215; --bad-ground:#fde8e4; --warn:#7a4b00; --warn-ground:#fdf0d5 }
@media (prefers-color-scheme: dark) { :root { --ink:#e8edf2; --soft:#a5b1bd; --line:#313c47; --paper:#1b232b; --ground:#12181e;
  --accent:#7cc0f0; --good:#7fdba9; --good-ground:#12372a; --bad:#ff9f92; --bad-ground:#45201b; --warn:#f5c66b; --warn-ground:#3d2f12 } }
* { box-sizing:border-box }
body { margin:0; background:var(--ground); color:var(--ink); font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif }
a { color:var(--accent) }
a:focus-visible, button:focus-visible, input:focus-visible { outline:3px solid var(--accent); outline-offset:2px }
.wide { max-width:64rem; margin:0 auto; padding:0 1rem }
[lang=en] { color:var(--soft); font-size:.85em; font-weight:400 }
.bar { background:var(--paper); border-bottom:1px solid var(--line); border-top:4px solid var(--accent) }
.bar .wide { display:flex; flex-wrap:wrap; align-items:baseline; justify-content:space-between; gap:0 1.5rem; padding-top:.75rem; padding-bottom:.75rem }
.bar p { margin:0; font-size:.875rem; color:var(--soft) }
.brand { font-weight:700; font-size:1.15rem; color:var(--ink); text-decoration:none }
main { padding-top:1.25rem !important; padding-bottom:3rem !important }
.filter { display:grid; grid-template-columns:1fr 1fr; grid-auto-flow:column; grid-auto-columns:auto; gap:.75rem; align-items:end }
.filter label { font-size:.875rem; font-weight:600; min-width:0 }
.filter input { display:block; width:100%; margin-top:.25rem; font-size:1rem; font-weight:400 }
::placeholder { color:var(--soft); opacity:1 }
input, button { font:inherit; line-height:1.4; padding:.5rem .65rem; min-height:2.75rem; border:1px solid var(--soft); border-radius:.4rem; background:var(--paper); color:var(--ink) }
button { background:var(--accent); border-color:var(--accent); color:var(--paper); font-weight:600; padding-inline:1.25rem; cursor:pointer }
.clear { white-space:nowrap; padding-bottom:.6rem }
.count { color:var(--soft); font-size:.9rem; margin:1rem 0 0 }
h2 { font-size:.95rem; margin:1.25rem 0 .5rem }
.list { list-style:none; margin:0; padding:0; background:var(--paper); border:1px solid var(--line); border-radius:.6rem; overflow:hidden }
.list li + li { border-top:1px solid var(--line) }
.row { display:grid; grid-template-columns:minmax(0,1fr) auto; gap:.1rem 1rem; padding:.75rem 1rem; color:inherit; text-decoration:none;
  grid-template-areas:'subject time' 'to state' 'from state' }
.row:hover { background:var(--ground) }
.row:hover .subject { text-decoration:underline }
.subject { grid-area:subject; font-weight:600; overflow-wrap:anywhere }
.to { grid-area:to; overflow-wrap:anywhere; font-size:.925rem }
.from { grid-area:from; color:var(--soft); font-size:.85rem; overflow-wrap:anywhere }
.word { color:var(--soft) }
.row time { grid-area:time; white-space:nowrap; font-variant-numeric:tabular-nums; font-size:.925rem; text-align:right }
.row .state { grid-area:state; justify-self:end; align-self:start }
.state { display:inline-block; padding:.05rem .6rem; border-radius:1rem; font-size:.8rem; font-weight:600; color:var(--good); background:var(--good-ground) }
.state.bounced { color:var(--bad); background:var(--bad-ground) }
.state.complained { color:var(--warn); background:var(--warn-ground) }
.empty { background:var(--paper); border:1px dashed var(--line); border-radius:.6rem; padding:2rem 1rem; text-align:center }
.pager { display:flex; justify-content:space-between; gap:1rem; margin-top:1rem }
.back { margin:0 0 1rem; display:flex; flex-wrap:wrap; gap:.25rem 1.5rem; overflow-wrap:anywhere }
article { background:var(--paper); border:1px solid var(--line); border-radius:.6rem; padding:1rem 1.25rem }
h1 { font-size:1.35rem; line-height:1.3; margin:0 0 .75rem; overflow-wrap:anywhere }
.heard { position:absolute; width:1px; height:1px; margin:0; overflow:hidden; clip-path:inset(50%) }
.facts { display:grid; grid-template-columns:auto minmax(0,1fr); gap:.25rem 1rem; margin:0 0 1rem }
.facts dt { color:var(--soft) }
.facts dd { margin:0; overflow-wrap:anywhere }
.files { margin:0; padding-left:1.1rem }
.tabs { display:flex; flex-wrap:wrap; gap:.25rem; border-bottom:1px solid var(--line); margin-bottom:1rem }
.tabs a { padding:.55rem .8rem; text-decoration:none; border-bottom:3px solid transparent; margin-bottom:-1px }
.tabs a[aria-current] { border-color:var(--accent); color:var(--ink); font-weight:600 }
.mail { width:100%; height:75vh; min-height:24rem; border:1px solid var(--line); border-radius:.4rem; background:#fff; color-scheme:light }
.text { white-space:pre-wrap; overflow-wrap:anywhere; margin:0; font:0.925rem/1.55 ui-monospace,'SFMono-Regular',Consolas,monospace }
.headers { width:100%; border-collapse:collapse; font-size:.9rem; table-layout:fixed }
.headers th { text-align:left; vertical-align:top; width:11rem; font-weight:600; color:var(--soft) }
.headers th, .headers td { padding:.35rem .5rem .35rem 0; border-top:1px solid var(--line); overflow-wrap:anywhere }
@media (max-width:40rem) {
  .filter { grid-template-columns:minmax(0,1fr) auto; grid-auto-flow:row }
  .filter label:first-child, .clear { grid-column:1 / -1 }
  .clear { padding-top:0 !important }
  .bar [lang=en] { display:none }
  .row { grid-template-columns:minmax(0,1fr) auto; grid-template-areas:'subject subject' 'to to' 'from from' 'time state'; padding:.7rem .85rem }
  .row time { text-align:left }
  article { padding:.85rem }
  .headers th { width:7.5rem }
  .tabs a { padding:.55rem .5rem }
}
`
