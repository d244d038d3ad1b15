/**
 * `npm run gallery`: components and mails alone, without the system behind them; what changes in the code is seen at once. Pages need
 * the system: `npm run dev`. `-- --pictures` takes those of docs/design.md and ends. DEV_PORT moves 5173.
 */
import { join } from 'node:path'
import { createServer } from 'vite'
import { gallery } from './gallery.ts'
import { takePictures } from './pictures.ts'

const root = join(import.meta.dirname, '../..')
const server = await createServer({
  configFile: join(root, 'vite.config.ts'),
  root: join(root, 'web'),
  plugins: [gallery(root, undefined)],
  optimizeDeps: { entries: ['index.html'] },
  server: { port: Number(process.env.DEV_PORT ?? 5173) },
})
await server.listen()
const address = `${server.resolvedUrls?.local[0]}galeri`
if (process.argv.includes('--pictures')) {
  console.log(await takePictures(address, join(root, 'docs/design')))
  await server.close()
  process.exit(0)
}
console.log(`  ➜  Gallery: ${address}`)
