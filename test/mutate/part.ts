/** A part of a group's lines: the same as long as the code is, evenly spread, and all parts together are the whole. */

/** The `number`th, from 1, of `of` parts. */
export type Part = { number: number; of: number }

/** Such as `3/10`. `undefined` for what is no part. */
export function readPart(text: string): Part | undefined {
  const [, number = 0, of = 0] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number)
  return number >= 1 && number <= of ? { number, of } : undefined
}

/** As Stryker wants to be told: `file:line-line`. It makes the changes that begin and end in that line; longer ones are asked only of whole groups. */
export function linesOf(files: readonly { file: string; source: string }[], { number, of }: Part): string[] {
  return files
    .flatMap(({ file, source }) =>
      source.split('\n').map((text, index) => ({ text, place: `${file}:${index + 1}-${index + 1}` })),
    )
    .filter(({ text }) => isCode(text))
    .filter((_, index) => index % of === number - 1)
    .map(({ place }) => place)
}

function isCode(text: string): boolean {
  return !/^\s*(?:$|\/\/|\/?\*|import\b|[\])},]+$)/.test(text)
}
