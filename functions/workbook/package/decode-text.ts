/** Bytes as text by the mark at their beginning, by what every second byte is, or by what is allowed in UTF-8. */

/** Windows-1252 is what Excel writes here where it writes neither of the Unicode forms. */
export function decodeText(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const declared = /^<\?xml[^>]{0,200}\bencoding\s*=\s*["']([\w-]{1,20})["']/

/** A part of a package: the encoding that it declares counts where it is no form of Unicode. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = wideEncodingOf(bytes)
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 300))
  const label = declared.exec(head)?.[1]?.toLowerCase()
  const known = label !== undefined && /^(iso-8859-\d+|windows-125\d|us-ascii)$/.test(label)
  return new TextDecoder(known ? label : 'utf-8').decode(bytes)
}

/** Text of our languages in UTF-16 has a zero in every second byte; the first few tell. */
function wideEncodingOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const pairs = Math.min(64, Math.floor(bytes.length / 2))
  if (pairs < 2) return undefined
  let [even, odd] = [0, 0]
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[2 * pair] === 0) even += 1
    if (bytes[2 * pair + 1] === 0) odd += 1
  }
  if (odd > pairs / 2 && even === 0) return 'utf-16le'
  return even > pairs / 2 && odd === 0 ? 'utf-16be' : undefined
}
