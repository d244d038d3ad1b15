/** The system behind `npm run dev`, without building the site: Vite serves it. Started anew by tsx whenever its code changes. */
import { readSettings } from '../../local/settings.ts'
import { startSystem } from '../../local/system.ts'

const system = await startSystem(readSettings(process.env, process.argv.slice(2)))
console.log(`Handlers: ${system.siteUrl}  inbox: ${system.inboxUrl}`)
const stop = () => void system.close().then(() => process.exit(0))
process.once('SIGINT', stop).once('SIGTERM', stop)
