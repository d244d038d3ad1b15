/** The words of a PDF's content: numbers, names, strings of glyphs of two bytes, arrays, and operators. */
export type Token =
  | number
  | { readonly name: string }
  | { readonly glyphs: readonly number[] }
  | { readonly operator: string }
  | readonly Token[]

const word =
  /\[|\]|<([0-9a-fA-F\s]*)>|\((?:\\[\s\S]|[^\\()])*\)|<<|>>|\/([^\s/[\]<>()]*)|[-+.\d][-+.\deE]*|[A-Za-z'"*]+\d?/g

export function* tokensOf(content: string): Generator<Token> {
  let array: Token[] | undefined
  for (const [text, hex, name] of content.matchAll(word)) {
    const token = tokenOf(text, hex, name)
    if (text === '[') array = []
    else if (text === ']') {
      yield array ?? []
      array = undefined
    } else if (token !== undefined && array !== undefined) array.push(token)
    else if (token !== undefined) yield token
  }
}

function tokenOf(text: string, hex: string | undefined, name: string | undefined): Token | undefined {
  if (hex !== undefined) return { glyphs: glyphsOf(hex.replace(/\s/g, '')) }
  if (name !== undefined) return { name }
  if (/^[-+.\d]/.test(text)) return Number(text)
  return /^[A-Za-z'"]/.test(text) ? { operator: text } : undefined
}

function glyphsOf(hex: string): number[] {
  return (hex.match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 16))
}
