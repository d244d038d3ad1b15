/**
 * Builds what `npm start` runs, in a process of its own, of which nothing stays in memory: `build.ts FINGERPRINT`. Tells its parent as soon
 * as the program can be run, and ends when the page is there too.
 */
import { buildProgram } from './build-program.ts'
import { buildSite } from './build-site.ts'

const [fingerprint = ''] = process.argv.slice(2)
await buildProgram(fingerprint)
process.send?.('program')
process.disconnect?.()
await buildSite(fingerprint)
