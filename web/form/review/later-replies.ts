/** Fetched only where something was returned. */
import { later } from '../../shell/later.tsx'

export const RepliesAt = later(async () => (await import('./replies-at.tsx')).RepliesAt)
