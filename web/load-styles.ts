/**
 * What the build puts around every `import()`: the styles of a piece are there before it is drawn. Styles that could not be fetched
 * reject as the piece itself would, so that both are asked for again.
 */
const asked = new Map<string, Promise<void>>()

/** Where the document was opened: its head has the styles of that page (page-documents.ts). */
const opened = location.pathname

export function __vitePreload<T>(load: () => Promise<T>, styles: readonly string[] = []): Promise<T> {
  if (styles.length === 0) return load()
  const isFirst = document.documentElement.dataset.first !== undefined && location.pathname === opened
  const wanted = isFirst ? styles.map((path) => linked(`/${path}`)) : [loadAllStyles()]
  return Promise.all([load(), ...wanted]).then(([piece]) => piece)
}

/** Pages borrow from each other's styles: whatever comes after the first page has all of them. */
export function loadAllStyles(): Promise<void> {
  const { styles } = document.documentElement.dataset
  return styles === undefined ? Promise.resolve() : linked(styles)
}

function linked(href: string): Promise<void> {
  const known = asked.get(href)
  if (known !== undefined) return known
  if (document.querySelector(`link[rel="stylesheet"][href="${href}"]`) !== null) return Promise.resolve()
  const coming = new Promise<void>((there, missing) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    link.onload = () => there()
    link.onerror = () => {
      asked.delete(href)
      link.remove()
      missing(new Error(href))
    }
    document.head.append(link)
  })
  asked.set(href, coming)
  return coming
}
