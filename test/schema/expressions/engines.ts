/**
 * The two engines that people's forms run in on the web, as oracles: Enketo's (Kobo's web form) and ODK Web Forms'. Both want
 * a browser's DOM, which jsdom lends them for as long as they work.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)
/** It comes without types. */
const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => { window: Window & typeof globalThis } }

/** What stands in the form: answers of the header, and of each row of its repeat `rows`. Empty text = not answered. */
export type Given = {
  readonly header: { readonly [name: string]: { readonly type: string; readonly value: string } }
  readonly rows: readonly { readonly [name: string]: string }[]
}
/** `undefined` where the engine throws. */
export type Outcome = string | undefined

const lent = [
  'window',
  'document',
  'Node',
  'Element',
  'Attr',
  'Text',
  'Comment',
  'Document',
  'DOMParser',
  'XMLDocument',
  'XMLSerializer',
  'XPathEvaluator',
  'XPathResult',
  'XPathExpression',
  'CharacterData',
  'CDATASection',
  'ProcessingInstruction',
  'HTMLElement',
  'NodeList',
  'Event',
  'EventTarget',
  'MutationObserver',
  'NamedNodeMap',
  'DOMException',
] as const

/** One for all, since an engine keeps the classes that it saw first. */
const dom = new JSDOM('<!doctype html><html><body></body></html>')

/** Runs with jsdom's globals; all is put back afterwards. */
export async function withDom<T>(work: () => Promise<T>): Promise<T> {
  const global = globalThis as Record<string, unknown>
  const before = [...lent, '__dirname'].map((name) => [name, Object.getOwnPropertyDescriptor(global, name)] as const)
  const put = (name: string, value: unknown) =>
    Object.defineProperty(global, name, { value, configurable: true, writable: true })
  for (const name of lent) put(name, (dom.window as unknown as Record<string, unknown>)[name])
  put('__dirname', import.meta.dirname)
  try {
    return await work()
  } finally {
    for (const [name, descriptor] of before) {
      if (descriptor === undefined) delete global[name]
      else Object.defineProperty(global, name, descriptor)
    }
  }
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
const tags = (answers: { readonly [name: string]: string }) =>
  Object.entries(answers)
    .map(([name, value]) => `<${name}>${escaped(value)}</${name}>`)
    .join('')

function dataOf({ header, rows }: Given): string {
  const own = Object.fromEntries(Object.entries(header).map(([name, { value }]) => [name, value]))
  return `${tags(own)}${rows.map((row) => `<rows>${tags(row)}</rows>`).join('')}`
}

/** `${name}` as the path that a converter writes. */
function pathsIn(expression: string, { rows }: Given): string {
  return expression.replace(/\$\{(\w+)\}/g, (_, name: string) =>
    name in (rows[0] ?? {}) ? ` /data/rows/${name} ` : ` /data/${name} `,
  )
}

/** Each expression as a text, as a stored calculation would be. */
export function enketo(expressions: readonly string[], given: Given): Promise<Outcome[]> {
  return withDom(async () => {
    const create = require('openrosa-xpath-evaluator') as () => {
      evaluate(
        expression: string,
        node: Node,
        resolver: null,
        type: number,
      ): { stringValue: string; booleanValue: boolean; numberValue: number; resultType: number }
    }
    const document = new dom.window.DOMParser().parseFromString(`<data>${dataOf(given)}</data>`, 'text/xml')
    const evaluator = create()
    return expressions.map((expression) => {
      try {
        return evaluator.evaluate(pathsIn(expression, given), document.documentElement, null, 2).stringValue
      } catch {
        return undefined
      }
    })
  })
}

type Payload = { readonly data: readonly FormData[] }
type WebForms = {
  loadForm(xml: string): Promise<unknown>
  createInstance(xml: string): Promise<{
    root: { prepareInstancePayload(options?: object): Promise<Payload> }
  }>
}

/** The same in ODK Web Forms. One that throws takes the others of its form along, so those are asked one by one. */
export function webForms(expressions: readonly string[], given: Given): Promise<Outcome[]> {
  return withDom(async () => {
    const engine = (await import('@getodk/xforms-engine')) as unknown as WebForms
    const ask = async (some: readonly string[]): Promise<Outcome[]> => {
      try {
        return await answersOf(engine, some, given)
      } catch {
        if (some.length <= 1) return some.map(() => undefined)
        const half = some.length >> 1
        return [...(await ask(some.slice(0, half))), ...(await ask(some.slice(half)))]
      }
    }
    return ask(expressions)
  })
}

async function answersOf(engine: WebForms, some: readonly string[], given: Given): Promise<Outcome[]> {
  const instance = await engine.createInstance(formOf(some, given))
  const payload = await instance.root.prepareInstancePayload()
  const file = payload.data[0]?.get('xml_submission_file')
  const text = await (file as Blob).text()
  const document = new dom.window.DOMParser().parseFromString(text, 'text/xml')
  return some.map((_, at) => document.querySelector(`calc${at}`)?.textContent ?? undefined)
}

function formOf(some: readonly string[], given: Given): string {
  const types = Object.entries(given.header).map(([name, { type }]) => `<bind nodeset="/data/${name}" type="${type}"/>`)
  const columns = Object.keys(given.rows[0] ?? {})
  const rowTypes = columns.map(
    (name) => `<bind nodeset="/data/rows/${name}" type="${name === 'x' ? 'int' : 'string'}"/>`,
  )
  const calculations = some.map(
    (expression, at) =>
      `<bind nodeset="/data/calc${at}" type="string" calculate="${escaped(pathsIn(expression, given))}"/>`,
  )
  const inputs = Object.keys(given.header).map((name) => `<input ref="/data/${name}"><label>${name}</label></input>`)
  const inRows = columns.map((name) => `<input ref="/data/rows/${name}"><label>${name}</label></input>`)
  return `<?xml version="1.0"?><h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
    xmlns:jr="http://openrosa.org/javarosa"><h:head><h:title>t</h:title><model><instance><data id="t">${dataOf(given)}${some
      .map((_, at) => `<calc${at}/>`)
      .join('')}<meta><instanceID/></meta></data></instance>${[...types, ...rowTypes, ...calculations].join('')}
    <bind nodeset="/data/meta/instanceID" type="string" jr:preload="uid"/></model></h:head><h:body>${inputs.join('')}
    <group ref="/data/rows"><label>rows</label><repeat nodeset="/data/rows">${inRows.join('')}</repeat></group></h:body></h:html>`
}
