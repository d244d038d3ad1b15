/** Finds the command, reads its options, runs it, and says how it ended. Answers the exit code. */
import { parseArgs } from 'node:util'
import { type Admin, type Command, OpsError, type Options } from './command.ts'
import { commands } from './commands/commands.ts'
import { connect } from './connect.ts'
import { helpOf, helpOfAll } from './help.ts'

export type Terminal = {
  env: NodeJS.ProcessEnv
  /** The answer. */
  print: (line: string) => void
  /** Progress and errors. */
  say: (line: string) => void
  /** For tests: without it the stage's own. */
  connect?: (stage: string, env: NodeJS.ProcessEnv) => Promise<Admin>
}

const always = {
  stage: { type: 'string' },
  yes: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

export async function runOps(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  const command = commands.find(({ name }) => name.split(' ').every((word, at) => args[at] === word))
  if (command === undefined) return withoutCommand(args, terminal)
  const parsed = readArgs(command, args)
  if ('problem' in parsed) return misunderstood(parsed.problem, `npm run ops -- ${command.name} --help`, terminal)
  if (parsed.options.help === true) return print(helpOf(command), terminal)
  try {
    return await run(command, parsed, terminal)
  } catch (error) {
    if (!(error instanceof OpsError)) throw error
    terminal.say(error.message)
    terminal.say(error.remedy)
    if (parsed.options.json === true) terminal.print(JSON.stringify({ error: error.message, remedy: error.remedy }))
    return 1
  }
}

type Parsed = { words: string[]; options: Options }

async function run(command: Command, { words, options }: Parsed, terminal: Terminal): Promise<0> {
  const { env, print: answer, say } = terminal
  const stage = typeof options.stage === 'string' ? options.stage : env.STAGE
  if (!stage) throw new OpsError('Which stage?', 'Add --stage prod, or --stage local for the system of npm start.')
  const write = options.yes === true
  const admin = await (terminal.connect ?? connect)(stage, env)
  const { lines, data } = await command.run({ admin, words, options, stage, write, progress: say })
  if (options.json === true) {
    for (const line of lines) say(line)
    answer(JSON.stringify(data))
  } else for (const line of lines) answer(line)
  return 0
}

function readArgs(command: Command, args: readonly string[]): Parsed | { problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(command.name.split(' ').length),
      options: { ...always, ...command.options },
      allowPositionals: true,
    })
    return { words: positionals, options: values as Options }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function withoutCommand(args: readonly string[], terminal: Terminal): 0 | 2 {
  if (args.length === 0 || args.includes('--help') || args.includes('-h')) return print(helpOfAll(commands), terminal)
  const near = commands.filter(({ name }) => name.split(' ').some((word) => args.includes(word)))
  const remedy = near.length > 0 ? `Did you mean: ${near.map(({ name }) => name).join(', ')}?` : 'npm run ops -- --help'
  return misunderstood(`There is no command "${args.join(' ')}"`, remedy, terminal)
}

function misunderstood(problem: string, remedy: string, { say }: Terminal): 2 {
  say(problem)
  say(remedy)
  return 2
}

function print(lines: readonly string[], terminal: Terminal): 0 {
  for (const line of lines) terminal.print(line)
  return 0
}
