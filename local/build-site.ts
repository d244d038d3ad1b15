/** Builds the site into dist/web, as `sst deploy` does, so that one machine serves the same files as CloudFront. */
import { join } from 'node:path'
import { build } from 'vite'

const house = join(import.meta.dirname, '..')

/** Whatever folder it is called from. */
export async function buildSite(): Promise<void> {
  await build({ configFile: join(house, 'vite.config.ts'), root: join(house, 'web'), logLevel: 'error' })
}
