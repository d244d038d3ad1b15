/**
 * Builds the site into dist/web, as the deployment does, so that one machine serves the same files as CloudFront. The files of
 * the build before stay: pages that are open ask for them until they are loaded anew.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { root } from './root.ts'

const site = join(root, 'dist', 'web')
/** The names of the newest build's files, and what `npm start` tells its sources by. */
const listFile = join(root, 'dist', 'built.json')

/** Whatever folder it is called from. `fingerprint`: of the sources, where it is known. */
export async function buildSite(fingerprint?: string): Promise<void> {
  const built = await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'web'),
    logLevel: 'error',
    build: { emptyOutDir: false },
  })
  const files = [built].flat().flatMap((each) => ('output' in each ? each.output.map(({ fileName }) => fileName) : []))
  const kept = new Set([...files, ...builtBefore()])
  for (const name of readdirSync(join(site, 'assets'))) {
    if (!kept.has(`assets/${name}`)) rmSync(join(site, 'assets', name))
  }
  writeFileSync(listFile, JSON.stringify({ fingerprint, files }))
}

function builtBefore(): readonly string[] {
  try {
    return (JSON.parse(readFileSync(listFile, 'utf8')) as { files?: string[] }).files ?? []
  } catch {
    return []
  }
}
