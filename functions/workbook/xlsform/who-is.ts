/**
 * Which question, table or group a name or path of the file stands for. `${x}` goes by name and must be the only one; a path goes
 * from where it stands (`../x`, `./x`, `g/x`, `current()/../x`), from the top (`/data/g/x`) or from a question (`${g}/x`).
 */
import type { Named, Stands } from './stands.ts'
import type { Survey, Way } from './survey-parts.ts'

export function finderOf({ questions, repeats, groups, unreadable, notes, days }: Survey): Stands['find'] {
  const byName = new Map<string, Named>()
  const byWay = new Map<string, Named>()
  const put = (way: Way, named: Named) => {
    const name = way[way.length - 1] ?? ''
    if (name === '') return
    byName.set(name, byName.has(name) ? { kind: 'several', way } : named)
    const key = way.join('/')
    byWay.set(key, byWay.has(key) ? { kind: 'several', way } : named)
  }
  // A note that stands by itself has no name here: nobody answers it.
  for (const { way, field, table, name } of questions)
    if (name !== '') put(way, { kind: 'field', way, field, table: table?.id })
  for (const { way, id } of repeats) put(way, { kind: 'table', way, id })
  for (const way of groups) putLast(way, { kind: 'group', way })
  for (const way of unreadable) putLast(way, { kind: 'unreadable', way })
  for (const way of notes) putLast(way, { kind: 'note', way })
  for (const way of days) putLast(way, { kind: 'today', way })

  /** A group may be called like a question; the question is meant. */
  function putLast(way: Way, named: Named) {
    const name = way[way.length - 1] ?? ''
    if (name !== '' && !byName.has(name)) byName.set(name, named)
    if (name !== '' && !byWay.has(way.join('/'))) byWay.set(way.join('/'), named)
  }

  return (written, from) => {
    const text = written.trim()
    if (text.startsWith('//')) return byName.get(text.split('/').pop() ?? '')
    if (!/[/.]/.test(text) || byName.has(text)) return byName.get(text)
    const way = followed(text, from, (name) => byName.get(name)?.way)
    return way && byWay.get(way.join('/'))
  }
}

/** Undefined for a way out of the form. */
function followed(text: string, from: Way, wayOf: (name: string) => Way | undefined): Way | undefined {
  const start = /^\$\{(.+?)\}/.exec(text)
  // The first name from the top is the form itself, whatever it is called.
  const top = start === null ? /^\/[^/]+/.exec(text) : null
  const before = start !== null ? wayOf(start[1] ?? '') : top !== null ? [] : from
  if (before === undefined) return undefined
  const way = [...before]
  for (const step of text.slice((start ?? top)?.[0].length ?? 0).split('/')) {
    if (step === '..') {
      if (way.pop() === undefined) return undefined
    } else if (step !== '' && step !== '.' && step !== 'current()') way.push(step)
  }
  return way
}
