/**
 * What the build puts around every `import()`: the styles of a piece are there before it is drawn. Styles that could not be fetched
 * reject as the piece itself would, so that both are asked for again.
 */
const asked = new Map<string, Promise<void>>()

export function __vitePreload<T>(load: () => Promise<T>, styles: readonly string[] = []): Promise<T> {
  if (styles.length === 0) return load()
  return Promise.all([load(), ...styles.map(linked)]).then(([piece]) => piece)
}

function linked(path: string): Promise<void> {
  const href = `/${path}`
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
