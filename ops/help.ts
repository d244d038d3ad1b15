/** What `npm run ops -- --help` prints. */
import type { Command } from './command.ts'

const everywhere = [
  'For every command:',
  '  --stage NAME   prod, local, or another stage; without it STAGE. local is the system of npm start, which has to run',
  '  --yes          writes; without it a command only says what it would do',
  '  --json         the answer as JSON, for scripts; words for people go to standard error',
  '  --help         this, or what a command takes',
  '',
  'It ends with 0 when done, 1 when something was refused or failed, 2 when it was not understood.',
  'Deployed, it calls the function <stage>-lengkap-admin; whoever may invoke that one may do all this (AWS keys, AWS_PROFILE).',
]

export function helpOfAll(commands: readonly Command[]): string[] {
  const widest = Math.max(...commands.map(({ name }) => name.length))
  return [
    'npm run ops -- COMMAND --stage STAGE [--yes] [--json]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(widest)}  ${summary}`),
    '',
    ...everywhere,
  ]
}

export function helpOf({ name, usage, summary, details, writes }: Command): string[] {
  return [
    `npm run ops -- ${[name, usage].filter(Boolean).join(' ')} --stage STAGE${writes ? ' [--yes]' : ''} [--json]`,
    '',
    summary,
    ...details,
  ]
}
