/** Is the window too narrow for a table? Then rows are cards. Paper is not: a printed page is narrow and has a table all the same. */
import { signal } from '@preact/signals'

const query = typeof matchMedia === 'function' ? matchMedia('screen and (max-width: 48em)') : undefined

export const narrow = signal(query?.matches ?? false)

// Old browsers know only the deprecated form of listening.
query?.addListener((event) => {
  narrow.value = event.matches
})
