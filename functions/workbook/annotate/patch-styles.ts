/** Styles of an upload with one fill more: each wrong cell keeps its own look and gets that colour. */
import { editText, type TextEdit } from '../package/edit-text.ts'
import { localName, scanXml } from '../package/scan-xml.ts'
import { wrongColour } from '../template/styles.ts'

type Span = { readonly from: number; readonly to: number }
type List = { readonly name: string; readonly tag: Span; readonly close: number; count: number }

export class StylePatch {
  readonly #xml: string
  readonly #xfs: Span[] = []
  readonly #added: string[] = []
  readonly #known = new Map<string, number>()
  #fills: List | undefined
  #cellXfs: List | undefined

  constructor(xml: string) {
    this.#xml = xml
    let list: List | undefined
    let xf = 0
    scanXml(xml, {
      open: ({ name, start, end, empty }) => {
        const local = localName(name)
        if ((local === 'fills' || local === 'cellXfs') && !empty) {
          list = { name, tag: { from: start, to: end }, close: end, count: 0 }
        } else if (list !== undefined && (local === 'fill' || local === 'xf')) {
          list.count += 1
          xf = start
        }
      },
      close: (name, { start, end }) => {
        const local = localName(name)
        if (local === 'xf' && list !== undefined && localName(list.name) === 'cellXfs')
          this.#xfs.push({ from: xf, to: end })
        else if (local === 'fills' && list !== undefined) this.#fills = { ...list, close: start }
        else if (local === 'cellXfs' && list !== undefined) this.#cellXfs = { ...list, close: start }
        if (local === 'fills' || local === 'cellXfs') list = undefined
      },
    })
  }

  /** False where there is nothing to add to: then cells keep their looks. */
  get isPossible(): boolean {
    return this.#fills !== undefined && this.#cellXfs !== undefined && this.#xfs.length > 0
  }

  /** The number of the style that looks like `present`, in the colour of what is wrong, or with wrapped lines. */
  styleOf = (present: number, as: 'wrong' | 'note' | 'head'): number => {
    if (as === 'head' || !this.isPossible) return present
    const key = `${present} ${as}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const span = this.#xfs[present] ?? this.#xfs[0]
    const number = this.#xfs.length + this.#added.length
    if (span !== undefined) this.#added.push(this.#coloured(this.#xml.slice(span.from, span.to), as === 'note'))
    this.#known.set(key, number)
    return number
  }

  #coloured(xf: string, wraps: boolean): string {
    let made = xf
    scanXml(xf, {
      open: ({ name, attributes, start, end }) => {
        if (localName(name) !== 'xf') return
        const { fillId, applyFill, ...others } = attributes
        const own = { ...others, fillId: String(this.#fills?.count ?? 0), applyFill: '1' }
        const told = Object.entries(own).map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`)
        const alignment = `<${name.slice(0, -2)}alignment wrapText="1" vertical="top"/>`
        made = wraps
          ? `<${name}${told.join('')} applyAlignment="1">${alignment}</${name}>`
          : `<${name}${told.join('')}${xf.slice(start, end).endsWith('/>') ? '/>' : '>'}${xf.slice(end)}`
      },
      close: () => undefined,
    })
    return made
  }

  /** The part as it is to be written. */
  text(): string {
    const [fills, xfs] = [this.#fills, this.#cellXfs]
    if (fills === undefined || xfs === undefined || this.#added.length === 0) return this.#xml
    const prefix = fills.name.slice(0, -5)
    const fill = `<${prefix}fill><${prefix}patternFill patternType="solid"><${prefix}fgColor rgb="FF${wrongColour}"/></${prefix}patternFill></${prefix}fill>`
    return editText(this.#xml, [...grown(fills, [fill]), ...grown(xfs, this.#added)])
  }
}

function grown({ name, tag, close, count }: List, added: readonly string[]): TextEdit[] {
  return [
    { ...tag, text: `<${name} count="${count + added.length}">` },
    { from: close, to: close, text: added.join('') },
  ]
}
