/**
 * From the names of a file to ours. XLSForm's are often `snake_case`, and may be long or stand in several groups; ours are
 * `camelCase`, at most 40 letters, once in a form. Every reference goes by the file's own name.
 */

/** `jumlah_balita` and `Jumlah_Balita` become `jumlahBalita`. */
export function fieldNameOf(name: string): string {
  const camel = name.replace(/[^A-Za-z0-9]+([A-Za-z0-9])/g, (_, next: string) => next.toUpperCase())
  const bare = camel.replace(/[^A-Za-z0-9]/g, '')
  const lettered = /^[A-Za-z]/.test(bare) ? bare : `isian${bare}`
  return lettered.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (first) => first.toLowerCase())
}

const longest = 40

export class NameBook {
  readonly #taken = new Set<string>()

  /** A name that nothing else of the form has. `same`: it is the file's own, told apart by letter case and marks only. */
  take(name: string): { readonly id: string; readonly same: boolean } {
    const plain = fieldNameOf(name)
    // Every object of JavaScript has something under a name like `constructor`.
    const safe = plain in Object.prototype ? `isian${plain.charAt(0).toUpperCase()}${plain.slice(1)}` : plain
    const short = safe.slice(0, longest)
    let id = short
    for (let count = 2; this.#taken.has(id); count += 1)
      id = `${short.slice(0, longest - String(count).length)}${count}`
    this.#taken.add(id)
    return { id, same: id === plain }
  }
}
