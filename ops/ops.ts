/** `npm run ops -- COMMAND`: what an operator does with a region, a round or the mails from a terminal. */
import { runOps } from './run-ops.ts'

process.exitCode = await runOps(process.argv.slice(2), {
  env: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  say: (line) => process.stderr.write(`${line}\n`),
})
