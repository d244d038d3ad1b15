/** The error that broke the shown page, if one did; the frame then shows the error page in its place. */
import { signal } from '@preact/signals'

export const brokenBy = signal<unknown>(undefined)
