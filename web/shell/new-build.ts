/** Whether the site has been built anew since this page was loaded, and whether the page may be left for it. */
import { signal } from '@preact/signals'

export const newBuild = signal(false)
/** Work on this page that the server does not have: it is not asked to be left. */
export const unsaved = signal(false)
