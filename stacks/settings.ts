/**
 * Every setting of a deployment, read from environment variables in this one place, before any AWS call is made.
 * All problems are reported together, each naming its variable, so that one failed try is enough to fix them all.
 * No name or address of a government is in the repository: only the region has a default, Jakarta (PP 71/2019).
 */
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { domainPattern, type Env, text } from './env-text.ts'
import { readSite, readWebAcl, readWebDir } from './site-settings.ts'

export interface Settings {
  /** Domain of the sender, e.g. `lengkap.kupangkota.go.id`; SES signs for it. */
  mailDomain: string
  /** Another stage of this account owns the identity of `mailDomain`; this one refers to it. */
  sharedIdentity: boolean
  /** Address in the From line; it lies in `mailDomain`. */
  mailFrom: string
  /** Changed on every restore of the table: notices planned before it are not sent. */
  epoch: string
  /** A table that is there already, e.g. a restored one, instead of the stage's own. */
  table?: { name: string; streamArn: string }
  /** Counted up to rotate the key: the deployment makes the next one and gives it to everybody who uses it. */
  codeKey: KeyVersion
  originSecret: KeyVersion
  /** Outside production only these may be written to (`*` matches any part); empty: nobody. */
  allowedRecipients: string[]
  /** Who is told when an alarm rings; always set in production. */
  alarmAddress?: string
  /** The site's own name with its certificate (which CloudFront takes from us-east-1 only); without it CloudFront's name is used. */
  site?: { domain: string; certificateArn: string }
  /** A web ACL of WAF, made elsewhere, that CloudFront asks first. */
  webAcl?: string
  /** US dollars a month at which somebody is told; absent: nobody is. */
  monthlyBudget?: number
  /** Keeps some of the account's concurrency for the jobs that must run. */
  reserveConcurrency: boolean
  /** Folder of the built web page. */
  webDir: string
}

/** `since`: when the one before was taken out of use, told as `2@2026-02-13T05:00:00Z`; it is accepted for some minutes longer. */
export interface KeyVersion {
  version: number
  since?: string
}

const addressPattern = /^[^\s@<>",]+@[^\s@<>",]+$/

/** The one permanent stage; every other stage may be thrown away. */
export const productionStage = 'prod'

/** The stage that CDK was told (`-c stage=prod`), else `STAGE`, else `SST_STAGE`; throws when there is none. */
export function readStage(told: unknown, env: Env = process.env): string {
  const stage = typeof told === 'string' ? told : (text(env, 'STAGE') ?? text(env, 'SST_STAGE'))
  if (!stage) throw new Error('Which stage? Say it: npm run deploy -- --stage prod')
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(stage))
    throw new Error(`A stage has letters, digits and hyphens only: "${stage}"`)
  return stage
}

/** Reads the `.env` files of a stage as SST does: the later win over the earlier, and all over what is exported. */
export function loadEnvFiles(stage: string): void {
  for (const file of ['.env', '.env.local', `.env.${stage}`, `.env.${stage}.local`]) {
    if (existsSync(file)) Object.assign(process.env, parseEnv(readFileSync(file, 'utf8')))
  }
}

/** The AWS region. SST asks for it before it reads any `.env` file: for SST it is exported or given as `--region`. */
export function readRegion(env: Env = process.env): string {
  return text(env, 'LENGKAP_REGION') ?? 'ap-southeast-3'
}

/** Reads the settings of a stage; throws one Error that lists every missing or malformed variable. */
export function readSettings(stage: string, env: Env = process.env): Settings {
  const problems: string[] = []
  const mailDomain = text(env, 'MAIL_DOMAIN') ?? ''
  if (!mailDomain)
    problems.push('MAIL_DOMAIN is missing: the domain that mails are sent from, e.g. lengkap.example.go.id')
  else if (!domainPattern.test(mailDomain)) problems.push(`MAIL_DOMAIN is not a domain name: ${mailDomain}`)
  const mailFrom = text(env, 'MAIL_FROM') ?? `lengkap@${mailDomain}`
  if (mailDomain && !(addressPattern.test(mailFrom) && mailFrom.endsWith(`@${mailDomain}`))) {
    problems.push(`MAIL_FROM must be a bare address in ${mailDomain}: ${mailFrom}`)
  }
  const settings = {
    mailDomain,
    mailFrom,
    sharedIdentity: readSharedIdentity(env, problems),
    epoch: text(env, 'EPOCH') ?? '1',
    table: readTable(env, problems),
    codeKey: readKeyVersion(env, 'CODE_KEY_VERSION', problems),
    originSecret: readKeyVersion(env, 'ORIGIN_SECRET_VERSION', problems),
    allowedRecipients: readRecipients(stage, env, problems),
    alarmAddress: readAlarmAddress(stage, env, problems),
    site: readSite(env, problems),
    webAcl: readWebAcl(env, problems),
    monthlyBudget: readBudget(env, problems),
    reserveConcurrency: text(env, 'RESERVE_CONCURRENCY') === 'yes',
    webDir: readWebDir(env, problems),
  }
  if (problems.length > 0) {
    throw new Error(
      `Settings of stage "${stage}" are not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    )
  }
  return settings
}

function readSharedIdentity(env: Env, problems: string[]): boolean {
  const identity = text(env, 'MAIL_IDENTITY') ?? 'own'
  if (!['own', 'shared'].includes(identity)) {
    problems.push(`MAIL_IDENTITY is "own", or "shared" where another stage of the account has the domain: ${identity}`)
  }
  return identity === 'shared'
}

/** Both or none: the stream's address cannot be guessed from the table's name. */
function readTable(env: Env, problems: string[]): Settings['table'] {
  const name = text(env, 'TABLE_NAME')
  const streamArn = text(env, 'TABLE_STREAM_ARN')
  if (!name && !streamArn) return undefined
  if (!name || !streamArn?.includes(`:table/${name}/stream/`)) {
    problems.push('TABLE_NAME and TABLE_STREAM_ARN go together: the table and the ARN of its own stream')
  }
  return name && streamArn ? { name, streamArn } : undefined
}

function readKeyVersion(env: Env, name: string, problems: string[]): KeyVersion {
  const told = text(env, name) ?? '1'
  const [, number, since] = /^([1-9]\d{0,3})(?:@(\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)))?$/.exec(told) ?? []
  const isInstant = since === undefined || !Number.isNaN(Date.parse(since))
  if (number === undefined || !isInstant || (number === '1' && since !== undefined) || (number !== '1' && !since)) {
    problems.push(
      `${name} is 1, or a higher number with the moment at which it begins, e.g. 2@2026-02-13T05:00:00Z: ${told}`,
    )
  }
  return { version: Number(number ?? 1), ...(since !== undefined && { since }) }
}

function readRecipients(stage: string, env: Env, problems: string[]): string[] {
  const listed = text(env, 'MAIL_ALLOWED_RECIPIENTS')
  if (!listed) {
    if (stage !== productionStage) {
      problems.push(
        'MAIL_ALLOWED_RECIPIENTS is missing: outside prod only the addresses in it are written to, e.g. *@test.example.go.id',
      )
    }
    return []
  }
  if (stage === productionStage) {
    problems.push('MAIL_ALLOWED_RECIPIENTS is for stages other than prod; production writes to everyone in its rounds')
  }
  const recipients = listed.split(',').map((recipient) => recipient.trim())
  for (const recipient of recipients) {
    if (!addressPattern.test(recipient)) problems.push(`MAIL_ALLOWED_RECIPIENTS has no address: "${recipient}"`)
    // "*@*" would open the stage to the whole world, which is what this setting exists to prevent.
    else if (recipient.split('@')[1]?.includes('*'))
      problems.push(`MAIL_ALLOWED_RECIPIENTS needs a whole domain: ${recipient}`)
  }
  return recipients
}

function readAlarmAddress(stage: string, env: Env, problems: string[]): string | undefined {
  const address = text(env, 'ALARM_ADDRESS')
  if (!address && stage === productionStage) problems.push('ALARM_ADDRESS is missing: who is told when an alarm rings')
  if (address && !addressPattern.test(address)) problems.push(`ALARM_ADDRESS is not an address: ${address}`)
  return address
}

function readBudget(env: Env, problems: string[]): number | undefined {
  const told = text(env, 'MONTHLY_BUDGET_USD')
  if (told === undefined) return undefined
  const budget = Number(told)
  if (!(budget > 0 && Number.isFinite(budget)))
    problems.push(`MONTHLY_BUDGET_USD is an amount above 0, e.g. 25: ${told}`)
  return budget
}
