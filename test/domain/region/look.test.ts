/** A region's look stays readable, and its logo is what it says it is. */
import { expect, it } from 'vitest'
import { contrastOf } from '../../../functions/domain/region/contrast.ts'
import { readImage } from '../../../functions/domain/region/read-image.ts'

it('contrast is that of WCAG: 21 for black on white, 1 for the same colour, whichever comes first', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#ffffff', '#767676')).toBeCloseTo(4.54, 2)
  expect(contrastOf('#0b5cab', '#0b5cab')).toBe(1)
})

/** A PNG's frame: signature, header chunk with these measures, end chunk. */
function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(57)
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]).copy(bytes)
  bytes.write('IHDR', 12)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  bytes.write('IEND', 49)
  return new Uint8Array(bytes)
}

it('a PNG is read from its header; one that is cut off, tiny or huge is refused by name', () => {
  expect(readImage(png(120, 80))).toEqual({ type: 'image/png', width: 120, height: 80 })
  expect(readImage(png(120, 80).subarray(0, 50))).toBe('not-an-image')
  expect(readImage(png(8, 80))).toBe('image-measures')
  expect(readImage(png(120, 5_000))).toBe('image-measures')
  expect(readImage(new Uint8Array(64 * 1024 + 1))).toBe('image-too-large')
})

it('a JPEG is read from its frame header, behind whatever other segments', () => {
  const bytes = [
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 9, 0xff, 0xc2, 0, 11, 8, 0, 64, 0, 96, 1, 0, 0, 0, 0xff, 0xd9,
  ]
  expect(readImage(new Uint8Array(bytes))).toEqual({ type: 'image/jpeg', width: 96, height: 64 })
  expect(readImage(new Uint8Array([0xff, 0xd8, 0xff, 0xd9]))).toBe('not-an-image')
  expect(readImage(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xd9]))).toBe(
    'not-an-image',
  )
  expect(readImage(new Uint8Array())).toBe('not-an-image')
})
