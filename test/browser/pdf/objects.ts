/** The objects of a PDF that Chromium wrote: plain dictionaries, deflated streams, no object streams. */
import { inflateSync } from 'node:zlib'

export class PdfObjects {
  readonly #dictionaries = new Map<string, string>()
  readonly #streams = new Map<string, string>()

  constructor(pdf: Buffer) {
    const text = pdf.toString('latin1')
    for (const [whole, name = '', content = ''] of text.matchAll(/(?<=^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g)) {
      const from = content.indexOf('stream')
      const dictionary = from < 0 ? content : content.slice(0, from)
      this.#dictionaries.set(name, dictionary)
      if (from < 0 || !/FlateDecode/.test(dictionary)) continue
      const bytes = Buffer.from(whole.slice(whole.indexOf('stream') + 6).replace(/^\r?\n/, ''), 'latin1')
      const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? bytes.length)
      this.#streams.set(name, inflateSync(bytes.subarray(0, length)).toString('latin1'))
    }
  }

  dictionary = (name: string | undefined) => this.#dictionaries.get(name ?? '') ?? ''
  stream = (name: string | undefined) => this.#streams.get(name ?? '') ?? ''
  pages = () => [...this.#dictionaries.values()].filter((each) => /\/Type\s*\/Page\b/.test(each))

  /** Names of one kind in a page's resources, and the objects behind them. */
  named(dictionary: string, kind: string): ReadonlyMap<string, string> {
    const inner = new RegExp(`/${kind}\\s*<<([^>]*)>>`).exec(dictionary)?.[1] ?? ''
    return new Map([...inner.matchAll(/\/(\S+)\s+(\d+) 0 R/g)].map(([, name = '', object = '']) => [name, object]))
  }
}
