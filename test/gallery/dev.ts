/**
 * `npm run dev`: the page with hot reload on 5173, the handlers started anew when their code changes (data and clock stay in DATA_DIR),
 * and the gallery of mails and pages at /galeri. Settings are those of `npm start`; DEV_PORT moves 5173.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createServer } from 'vite'
import { readSettings } from '../../local/settings.ts'
import { gallery } from './gallery.ts'

const root = join(import.meta.dirname, '../..')
const { port, inboxPort } = readSettings(process.env, process.argv.slice(2))
const behind = { siteUrl: `http://localhost:${port}`, inboxUrl: `http://localhost:${inboxPort}` }
const target = { target: behind.siteUrl, headers: { origin: behind.siteUrl } }
/** Not the page's own modules, of which some lie in a folder `api`. */
const requests = '^/(api|local)/(?!.*\\.tsx?($|\\?))'
const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  root: join(root, 'web'),
  plugins: [gallery(root, behind)],
  // The build's own list of entries is relative to another folder.
  optimizeDeps: { entries: ['index.html'] },
  server: { port: Number(process.env.DEV_PORT ?? 5173), proxy: { [requests]: target } },
})
await server.listen()
server.printUrls()
console.log(`  ➜  Gallery: ${server.resolvedUrls?.local[0]}galeri`)
const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const system = spawn(
  process.execPath,
  [tsx, 'watch', '--clear-screen=false', join(root, 'test/gallery/system.ts'), ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
const stop = async () => {
  system.kill('SIGTERM')
  await server.close()
  process.exit(0)
}
process.once('SIGINT', () => void stop()).once('SIGTERM', () => void stop())
