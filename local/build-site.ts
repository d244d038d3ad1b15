/** Builds the site into dist/web, as `sst deploy` does, so that one machine serves the same files as CloudFront. */
import { build } from 'vite'

export async function buildSite(): Promise<void> {
  await build({ root: `${import.meta.dirname}/..`, logLevel: 'error' })
}
