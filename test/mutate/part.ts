/** A part of a file's lines: the same whenever it is asked, evenly spread, and all parts together are the whole. */

/** The `number`th, from 1, of `of` parts. */
export type Part = { number: number; of: number }

/** Such as `3/10`. `undefined` for what is no part. */
export function readPart(text: string): Part | undefined {
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  return number >= 1 && number <= of ? { number, of } : undefined
}

/** As Stryker wants to be told: `file:line-line`. It makes the changes that begin and end in that line; longer ones are asked only of whole groups. */
export function linesOf(file: string, source: string, { number, of }: Part): string[] {
  return source
    .split('\n')
    .flatMap((text, index) =>
      text.trim() !== '' && (index + 1) % of === number % of ? [`${file}:${index + 1}-${index + 1}`] : [],
    )
}
