/**
 * Excel writes characters that XML lacks as `_x000D_`, and reads every such text so. A text that only looks like one must have
 * its own underscore spelled out; the library does the first but not the second.
 */
export function escapeText<T>(value: T): T | string {
  return typeof value === 'string' ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : value
}
