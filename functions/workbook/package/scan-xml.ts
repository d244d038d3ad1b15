/**
 * The one tokenizer of all readers. It goes over the text once, forwards, and stops at the first thing that is not as XML has it:
 * a tag or quote that never closes, a tag longer than any program writes, a closing tag of another name. No expression with
 * repetitions ever sees the text, so twice the input is twice the work whatever is in it.
 */
import { refuse } from '../book.ts'

export type Attributes = Readonly<Record<string, string>>
/** `start` and `end` are places in the text, from the bracket to behind the closing one. */
export type Tag = {
  readonly name: string
  readonly attributes: Attributes
  readonly empty: boolean
  readonly start: number
  readonly end: number
}
export type XmlHandler = {
  open(tag: Tag): void
  close(name: string, span: { readonly start: number; readonly end: number }): void
  text?(text: string): void
}

const maxTag = 200_000
const maxDepth = 200
const none: Attributes = Object.freeze({})

/** Refuses as broken what is not well-formed, as unsafe what nests without end. */
export function scanXml(xml: string, handler: XmlHandler): void {
  new Scan(xml, handler).run()
}

class Scan {
  #at = 0
  readonly #xml: string
  readonly #handler: XmlHandler
  readonly #open: string[] = []

  constructor(xml: string, handler: XmlHandler) {
    this.#xml = xml
    this.#handler = handler
  }

  run(): void {
    const xml = this.#xml
    while (this.#at < xml.length) {
      const tag = xml.indexOf('<', this.#at)
      this.#text(this.#at, tag < 0 ? xml.length : tag)
      if (tag < 0) break
      const sign = xml[tag + 1]
      if (sign === '/') this.#close(tag)
      else if (sign === '?') this.#skip(tag, '?>')
      else if (sign === '!') this.#declaration(tag)
      else this.#tag(tag)
    }
    if (this.#open.length > 0) throw refuse('broken')
  }

  #text(from: number, to: number): void {
    this.#at = to
    if (to > from && this.#open.length > 0) this.#handler.text?.(plainText(this.#xml.slice(from, to)))
  }

  #close(start: number): void {
    const end = this.#find('>', start)
    const name = this.#xml.slice(start + 2, end).trim()
    if (this.#open.pop() !== name) throw refuse('broken')
    this.#handler.close(name, { start, end: end + 1 })
  }

  #declaration(start: number): void {
    if (this.#xml.startsWith('<!--', start)) this.#skip(start, '-->')
    else if (this.#xml.startsWith('<![CDATA[', start)) {
      const end = this.#find(']]>', start)
      if (this.#open.length > 0) this.#handler.text?.(this.#xml.slice(start + 9, end))
      this.#at = end + 3
    } else this.#docType(start)
  }

  /** Entities that it declares are never used, so it is only skipped: quotes and square brackets may hold an angle one. */
  #docType(start: number): void {
    let nested = 0
    for (let at = start + 2; at < this.#xml.length; at += 1) {
      const sign = this.#xml[at]
      if (sign === '"' || sign === "'") at = this.#find(sign, at + 1)
      else if (sign === '[') nested += 1
      else if (sign === ']') nested -= 1
      else if (sign === '>' && nested === 0) {
        this.#at = at + 1
        return
      }
    }
    throw refuse('broken')
  }

  #skip(start: number, ending: string): void {
    this.#at = this.#find(ending, start) + ending.length
  }

  /** The next place of a text; looked for once, since without it the whole is broken. */
  #find(what: string, from: number): number {
    const at = this.#xml.indexOf(what, from)
    if (at < 0) throw refuse('broken')
    this.#at = at + what.length
    return at
  }

  #tag(start: number): void {
    const nameEnd = this.#wordEnd(start + 1)
    const name = this.#xml.slice(start + 1, nameEnd)
    if (name === '') throw refuse('broken')
    const { attributes, at } = this.#attributes(start, nameEnd)
    const empty = this.#xml[at] === '/'
    const end = empty ? at + 1 : at
    if (this.#xml[end] !== '>') throw refuse('broken')
    this.#at = end + 1
    if (!empty && this.#open.push(name) > maxDepth) throw refuse('unsafe')
    this.#handler.open({ name, attributes, empty, start, end: end + 1 })
    if (empty) this.#handler.close(name, { start: end + 1, end: end + 1 })
  }

  #attributes(start: number, from: number): { attributes: Attributes; at: number } {
    let found: Record<string, string> | undefined
    let at = this.#blanksEnd(from)
    while (this.#xml[at] !== '>' && this.#xml[at] !== '/') {
      const nameEnd = this.#wordEnd(at)
      const name = this.#xml.slice(at, nameEnd)
      const sign = this.#blanksEnd(nameEnd)
      const quoteAt = this.#blanksEnd(sign + 1)
      const quote = this.#xml[quoteAt]
      if (name === '' || this.#xml[sign] !== '=' || (quote !== '"' && quote !== "'")) throw refuse('broken')
      const end = this.#find(quote, quoteAt + 1)
      if (end - start > maxTag) throw refuse('broken')
      found ??= {}
      found[name] = plainText(this.#xml.slice(quoteAt + 1, end))
      at = this.#blanksEnd(end + 1)
    }
    return { attributes: found ?? none, at }
  }

  #wordEnd(from: number): number {
    let at = from
    while (at < this.#xml.length && !isEnd(this.#xml.charCodeAt(at))) at += 1
    if (at - from > maxTag) throw refuse('broken')
    return at
  }

  #blanksEnd(from: number): number {
    let at = from
    while (isBlank(this.#xml.charCodeAt(at))) at += 1
    if (at - from > maxTag) throw refuse('broken')
    return at
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

/** Of a name: a blank, `=`, `>`, `/`, `<`, or a quote. */
function isEnd(code: number): boolean {
  return isBlank(code) || code === 61 || code === 62 || code === 47 || code === 60 || code === 34 || code === 39
}

/** Without its prefix, which every writer chooses for itself. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** An attribute whatever its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const own = attributes[name]
  if (own !== undefined) return own
  const prefixed = Object.keys(attributes).find((each) => each.endsWith(`:${name}`) && !each.startsWith('xmlns:'))
  return prefixed === undefined ? undefined : attributes[prefixed]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only XML's own five entities and character numbers: others are left as they stand, so nothing can grow. */
function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-f]{1,8}|#\d{1,8}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
