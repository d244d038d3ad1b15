/**
 * What an uploaded logo really is, from its own bytes: PNG or JPEG with its measures. Anything else is refused, above all SVG,
 * which can hold scripts. The bytes are kept as they came; nothing here decodes pixels.
 */
import type { Image } from '../../schema/region.ts'
import type { SettingReason } from '../../schema/setting-reason.ts'

const largestLogoBytes = 64 * 1024
const measures = { least: 32, most: 1_024 }
const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

export type ReadImage = Pick<Image, 'type' | 'width' | 'height'>

/** The image, or why it cannot be a logo. */
export function readImage(bytes: Uint8Array): ReadImage | SettingReason {
  if (bytes.length > largestLogoBytes) return 'image-too-large'
  const found = readPng(bytes) ?? readJpeg(bytes)
  if (found === undefined) return 'not-an-image'
  const fits = [found.width, found.height].every((side) => side >= measures.least && side <= measures.most)
  return fits ? found : 'image-measures'
}

/** The header chunk is always first; a file cut off has no end chunk. */
function readPng(bytes: Uint8Array): ReadImage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 57 || pngSignature.some((byte, at) => bytes[at] !== byte)) return undefined
  const ends = textAt(bytes, bytes.length - 8) === 'IEND'
  if (textAt(bytes, 12) !== 'IHDR' || !ends) return undefined
  return { type: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

function textAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** Walks the segments to the frame header (SOF0 to SOF15, without the tables that share its numbers). */
function readJpeg(bytes: Uint8Array): ReadImage | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const whole = bytes[0] === 0xff && bytes[1] === 0xd8 && bytes.at(-2) === 0xff && bytes.at(-1) === 0xd9
  if (!whole) return undefined
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (frame) return { type: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return undefined
}
