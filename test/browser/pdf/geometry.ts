/** Matrices and boxes of a PDF, as its specification writes them. */
export type Matrix = readonly [number, number, number, number, number, number]
export type Point = readonly [number, number]
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export function times([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix {
  return [a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F]
}

export const moved = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** What lies in both. */
export function both(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  }
}

/** Around two points that are counted from below, on a sheet of this height. */
export function around([x, y]: Point, [toX, toY]: Point, height: number): Box {
  const [left = 0, right = 0] = [x, toX].sort((a, b) => a - b)
  const [top = 0, bottom = 0] = [height - y, height - toY].sort((a, b) => a - b)
  return { left, right, top, bottom }
}
