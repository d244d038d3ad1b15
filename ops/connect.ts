/**
 * The operator's side of the admin function. Deployed: invoked by its name, for which the caller needs only
 * lambda:InvokeFunction on it. On one machine: the same handler in this process, on the table of the running system.
 */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda'
import type { AdminAnswer } from '../functions/admin/admin.ts'
import { type Admin, OpsError } from './command.ts'
import { refusalInWords } from './refusal-in-words.ts'

type Call = (event: object) => Promise<AdminAnswer>

/** @throws OpsError */
export async function connect(stage: string, env: NodeJS.ProcessEnv): Promise<Admin> {
  return adminOver(stage === 'local' ? await callInProcess(env) : callFunction(stage, env))
}

/** Turns what the admin function answers into an answer or an error with its remedy. */
export function adminOver(call: Call): Admin {
  const ask = async (verb: string, input: object, dryRun: boolean) => read(await call({ verb, input, dryRun }))
  return { ask: (verb, input) => ask(verb, input, true), tell: (verb, input) => ask(verb, input, false) }
}

function read(answer: AdminAnswer): unknown {
  if ('answer' in answer) return answer.answer
  if ('refused' in answer) throw refusalInWords(answer.refused)
  const flaws = answer.unusable.map(({ pointer, message }) => `${pointer} ${message}`).join('; ')
  throw new OpsError(
    `The admin function does not understand: ${flaws}`,
    'Deploy it from the same commit as this command.',
  )
}

function callFunction(stage: string, env: NodeJS.ProcessEnv): Call {
  const region = env.LENGKAP_REGION ?? 'ap-southeast-3'
  const FunctionName = `${stage}-lengkap-admin`
  const client = new LambdaClient({ region })
  return async (event) => {
    const { FunctionError, Payload } = await client
      .send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }))
      .catch((error: Error) => {
        throw invocationError(error, `${FunctionName} in ${region}`)
      })
    const text = Buffer.from(Payload ?? []).toString('utf8')
    if (FunctionError) throw new OpsError(`${FunctionName} failed: ${text.slice(0, 300)}`, 'Its log group says more.')
    return JSON.parse(text) as AdminAnswer
  }
}

function invocationError(error: Error, name: string): OpsError {
  if (error.name === 'ResourceNotFoundException') {
    return new OpsError(
      `There is no function ${name}`,
      'Deploy the stage first, or set LENGKAP_REGION: npm run deploy -- --stage …',
    )
  }
  if (error.name === 'AccessDeniedException') {
    return new OpsError(`You may not invoke ${name}`, 'Ask for lambda:InvokeFunction on this function.')
  }
  if (/Credentials|ExpiredToken|UnrecognizedClient|InvalidSignature/.test(error.name)) {
    return new OpsError(
      `AWS does not know who you are (${error.name})`,
      'Sign in: aws sso login, or set AWS_PROFILE or keys.',
    )
  }
  return new OpsError(
    `${name} was not reached: ${error.message}`,
    'Nothing is known to have been written; try again, it is idempotent.',
  )
}

/** The table of `npm start` with the same settings; its own clock, so that an operator acts in the rehearsal's time. */
async function callInProcess(env: NodeJS.ProcessEnv): Promise<Call> {
  const endpoint = env.DYNAMODB_ENDPOINT || `http://localhost:${env.DYNAMODB_PORT || 8000}`
  const siteUrl = `http://localhost:${env.PORT || 3000}`
  Object.assign(process.env, {
    TABLE_NAME: env.TABLE_NAME || 'lengkap-local',
    SITE_URL: env.SITE_URL || siteUrl,
    STAGE: 'local',
    MAIL_FROM: 'Lengkap <lengkap@localhost.example>',
    MAIL_CONFIGURATION_SET: 'lengkap',
    DYNAMODB_ENDPOINT: endpoint,
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  })
  const { handler } = await import('../functions/lambda/admin.ts')
  const time = await localTime(siteUrl)
  return (event) =>
    handler({ ...event, ...(time && { time }) }).catch((error: Error) => {
      const missing = error.name === 'ResourceNotFoundException'
      throw new OpsError(
        missing ? `There is no table at ${endpoint}` : `Nothing usable answers at ${endpoint} (${error.name})`,
        'Start the system in another terminal (npm start), or set DYNAMODB_ENDPOINT or DYNAMODB_PORT to where it is.',
      )
    })
}

/** The moment that the running system has; `undefined` where it does not answer: then this machine's. */
async function localTime(siteUrl: string): Promise<string | undefined> {
  try {
    const answer = await fetch(`${siteUrl}/local/clock`, { signal: AbortSignal.timeout(2_000) })
    return answer.ok ? ((await answer.json()) as { now: string }).now : undefined
  } catch {
    return undefined
  }
}
