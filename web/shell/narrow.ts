/** Is the window too narrow for a table? Then rows are cards. */
import { signal } from '@preact/signals'

const query = typeof matchMedia === 'function' ? matchMedia('(max-width: 48em)') : undefined

export const narrow = signal(query?.matches ?? false)

// Old browsers know only the deprecated form of listening.
query?.addListener((event) => {
  narrow.value = event.matches
})
