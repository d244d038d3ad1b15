/** Texts and attributes out of XML that spreadsheets write. */

const names: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function unescapeXml(text: string): string {
  if (text.indexOf('&') < 0) return text
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (all, hex, decimal, name) => {
    if (name !== undefined) return names[name] ?? all
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}

/** The texts of `<t>` elements in a string item, without readings in other scripts. */
export function textsIn(xml: string): string {
  let text = ''
  const pattern = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g
  const own = xml.indexOf('rPh') < 0 ? xml : xml.replace(/<(?:\w+:)?rPh[\s\S]*?<\/(?:\w+:)?rPh>/g, '')
  for (let match = pattern.exec(own); match !== null; match = pattern.exec(own)) text += match[1] ?? ''
  return unescapeXml(text)
}

export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found === null ? undefined : unescapeXml(found[1] ?? found[2] ?? '')
}
