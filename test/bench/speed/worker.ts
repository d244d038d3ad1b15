/**
 * One measurement of one build, in a process of its own: `worker.ts ROOT SCENARIO`. Answers one line of JSON: name and cost of each
 * thing that was measured.
 */
import { onlyNamed, scenarios } from './scenarios.ts'

const [root = '', name = ''] = process.argv.slice(2)
const all = { ...scenarios, ...onlyNamed }
const scenario = all[name]
if (scenario === undefined) throw new Error(`No scenario ${name}: ${Object.keys(all).join(', ')}`)
const costs = await scenario(root)
console.log(`RESULT ${JSON.stringify(costs)}`)
process.exit(0)
