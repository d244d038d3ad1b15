/**
 * One measurement of one build, in a process of its own: `worker.ts ROOT SCENARIO`. Answers one line of JSON: name and cost of each
 * thing that was measured.
 */
import { scenarios } from './scenarios.ts'

const [root = '', name = ''] = process.argv.slice(2)
const scenario = scenarios[name]
if (scenario === undefined) throw new Error(`No scenario ${name}: ${Object.keys(scenarios).join(', ')}`)
const costs = await scenario(root)
console.log(`RESULT ${JSON.stringify(costs)}`)
process.exit(0)
