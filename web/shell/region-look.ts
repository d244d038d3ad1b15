/** The region's own colours, set on the page. The server has checked that words stay readable on them. */
import { effect } from '@preact/signals'
import { me } from '../session/session.ts'

const variables = { '--navy': 'band', '--blue': 'action', '--blue-dark': 'band' } as const

/** Follows who is signed in. Call once. */
export function wearRegionColours(): void {
  effect(() => {
    const { style } = document.documentElement
    for (const [variable, part] of Object.entries(variables)) {
      const colour = me.value?.colours?.[part]
      if (colour === undefined) style.removeProperty(variable)
      else style.setProperty(variable, colour)
    }
  })
}
