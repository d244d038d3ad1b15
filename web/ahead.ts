/**
 * Asks for what the page will need first, while the page itself is still on its way: a script of its own, a few hundred bytes,
 * that is there long before the others. web/api/early-answers.ts takes the answer.
 */
{
  const { pathname, search } = location
  const [, round, agency, form] = /^\/putaran\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(pathname) ?? []
  const [, board = 'newest'] = /[?&]putaran=([^&]+)/.exec(search) ?? []
  const query =
    form !== undefined
      ? `?round=${round}&agency=${agency}&form=${form}`
      : pathname === '/rekap'
        ? `?board=${board}`
        : ''
  const ask = (path: string) => fetch(path, { credentials: 'same-origin' }).catch(() => undefined)
  const rehearses = document.documentElement.dataset.rehearsal !== undefined
  Object.assign(window, { lengkapAhead: { start: ask(`/api/start${query}`), clock: rehearses && ask('/local/clock') } })
}
