/** Contrast of two colours after WCAG 2.2 (relative luminance of sRGB): a region's own colours must stay readable. */

/** White words on the band, and pressed things on white, need this much (level AA, 1.4.3). */
export const leastContrast = 4.5

/** 1 to 21. Both as `#rrggbb`. */
export function contrastOf(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function linear(share: number): number {
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}
