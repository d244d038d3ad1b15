/**
 * The few methods that Chrome 64, Firefox 67 or Safari 12 lack and that this page, Preact or the shared schema code use. Syntax is lowered by the
 * build; only what is missing is added, so a new browser runs its own.
 */
export type {}

function add(target: object, name: string, value: unknown): void {
  if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
}

add(Object, 'hasOwn', (object: object, key: PropertyKey) => {
  return Object.getOwnPropertyDescriptor(object, key) !== undefined
})

add(Object, 'fromEntries', (entries: Iterable<readonly [PropertyKey, unknown]>) => {
  const object: Record<PropertyKey, unknown> = {}
  for (const [key, value] of entries) object[key] = value
  return object
})

add(Array.prototype, 'flat', function flat(this: unknown[], depth = 1): unknown[] {
  return this.reduce<unknown[]>(
    (all, each) => all.concat(Array.isArray(each) && depth > 1 ? each.flat(depth - 1) : each),
    [],
  )
})

add(Array.prototype, 'flatMap', function flatMap(this: unknown[], each: (value: unknown, index: number) => unknown) {
  const all: unknown[] = []
  for (const [index, value] of this.entries()) {
    const found = each(value, index)
    if (Array.isArray(found)) for (const one of found) all.push(one)
    else all.push(found)
  }
  return all
})

add(Array.prototype, 'at', function at(this: unknown[], index: number) {
  return this[index < 0 ? this.length + index : index]
})

add(URL, 'canParse', (text: string) => {
  try {
    return new URL(text).href !== ''
  } catch {
    return false
  }
})

add(Array.prototype, 'toSorted', function toSorted(this: unknown[], by?: (a: unknown, b: unknown) => number) {
  return [...this].sort(by)
})

add(Array.prototype, 'toReversed', function toReversed(this: unknown[]) {
  return [...this].reverse()
})

add(String.prototype, 'replaceAll', function replaceAll(this: string, what: string | RegExp, by: string) {
  return typeof what === 'string' ? this.split(what).join(by) : this.replace(what, by)
})

add(Promise.prototype, 'finally', function settled(this: Promise<unknown>, after: () => unknown) {
  return this.then(
    async (value) => {
      await after()
      return value
    },
    async (error) => {
      await after()
      throw error
    },
  )
})

add(window, 'queueMicrotask', (task: () => void) => void Promise.resolve().then(task))

// Firefox before 98 and Safari before 15.4 know no dialogs; style/base.css lays an open one over the page.
if (!('HTMLDialogElement' in window)) {
  add(HTMLElement.prototype, 'showModal', function showModal(this: HTMLElement) {
    this.setAttribute('role', 'dialog')
    this.setAttribute('aria-modal', 'true')
    this.setAttribute('open', '')
  })
  add(HTMLElement.prototype, 'close', function close(this: HTMLElement) {
    this.removeAttribute('open')
    // Preact listens under the name that it was given where the element has no such event.
    for (const name of ['close', 'Close']) this.dispatchEvent(new Event(name))
  })
}
