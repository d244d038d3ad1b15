/** Titles in the order in which people count: "Tahap 2" stands before "Tahap 10", "Tahap IX" before "Tahap X". */

/** Made when first used: it takes long. */
let collator: Intl.Collator | undefined
/** Up to XXXIX, in capitals: anything else is a word. */
const roman = /^(X{0,3})(IX|IV|V?I{0,3})$/

export function compareTitles(a: string, b: string): number {
  collator ??= new Intl.Collator('id', { numeric: true, sensitivity: 'base' })
  return collator.compare(inFigures(a), inFigures(b))
}

function inFigures(title: string): string {
  return title.replace(/\w+/g, (word) => {
    const [, tens, ones] = roman.exec(word) ?? []
    return tens === undefined || ones === undefined ? word : String(10 * tens.length + worth(ones))
  })
}

function worth(ones: string): number {
  if (ones === 'IX') return 9
  if (ones === 'IV') return 4
  return ones.startsWith('V') ? 4 + ones.length : ones.length
}
