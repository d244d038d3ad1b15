/** Whether the site has been built anew since this page was loaded, whether the page may be left for it, and what of it is missing. */
import { signal } from '@preact/signals'

export const newBuild = signal(false)
/** Work on this page that the server does not have: it is not asked to be left. */
export const unsaved = signal(false)
/** How many pieces of what is shown could not be fetched so far. */
export const missing = signal(0)
