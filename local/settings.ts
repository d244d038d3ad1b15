/**
 * The settings of local mode (README, Settings). Each wrong one gets a single line that says which and what is expected;
 * the start then ends with exit code 1.
 */
import { resolve } from 'node:path'
import * as z from 'zod'
import { regencyCodeOf } from '../ops/areas/regency-code.ts'

export type LocalSettings = {
  port: number
  dynamodbPort: number
  inboxPort: number
  /** Absolute path; deleted = fresh start. */
  dataDir: string
  /** The rehearsal clock's first instant, or the machine's clock. */
  clock: { kind: 'rehearsal'; from: Date | undefined } | { kind: 'real' }
  dynamodbEndpoint: string | undefined
  sesEndpoint: string | undefined
  /** A relay that mails people, instead of the emulator and its inbox; with it come the two that follow. */
  smtpUrl?: string | undefined
  /** `Name <address>` of the sender. */
  mailFrom?: string | undefined
  /** The Maildir in which the relay puts bounces. */
  bounceDir?: string | undefined
  /** Address under which people reach the page, where a TLS proxy stands before it. */
  siteUrl?: string | undefined
  /** Kemendagri code of the regency or city to start with, `53.02`; `none` for a real installation; without it Kota Kupang. */
  regency?: string | undefined
  /** With a regency: as the operator's command makes it, with one coordinator and no round. */
  empty?: boolean | undefined
}

export class SettingsError extends Error {}

const port = (name: string) =>
  z.coerce
    .number({ error: `${name} must be a port number, 0 to 65535` })
    .int()
    .min(0)
    .max(65_535, { error: `${name} must be a port number, 0 to 65535` })

const endpoint = (name: string) => z.url({ error: `${name} must be a URL such as http://localhost:8000` }).optional()

const schema = z.object({
  PORT: port('PORT').default(3000),
  DYNAMODB_PORT: port('DYNAMODB_PORT').default(8000),
  INBOX_PORT: port('INBOX_PORT').default(8005),
  DATA_DIR: z.string().min(1, { error: 'DATA_DIR must not be empty' }).optional(),
  LENGKAP_NOW: z.iso
    .datetime({
      offset: true,
      local: false,
      error: 'LENGKAP_NOW must be an instant with offset, e.g. 2026-02-10T09:00:00+08:00',
    })
    .optional(),
  DYNAMODB_ENDPOINT: endpoint('DYNAMODB_ENDPOINT'),
  SES_ENDPOINT: endpoint('SES_ENDPOINT'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'SMTP_URL must be like smtp://user:password@relay.example:587' })
    .optional(),
  MAIL_FROM: z.string().optional(),
  BOUNCE_DIR: z.string().optional(),
  SITE_URL: z
    .url({
      protocol: /^https$/,
      error: 'SITE_URL must be the https address of the page, e.g. https://lengkap.example.go.id',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
})

/** @throws SettingsError with one line */
export function readSettings(env: NodeJS.ProcessEnv, args: readonly string[]): LocalSettings {
  const known = Object.fromEntries(
    Object.keys(schema.shape).map((key) => [key, env[key] === '' && key !== 'DATA_DIR' ? undefined : env[key]]),
  )
  const parsed = schema.safeParse(known)
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map((issue) => issue.message).join('; '))
  const regency = readRegency(args)
  const unknown = args.filter((arg) => !/^--(clock=(real|rehearsal)|region=.*|empty)$/.test(arg))
  if (unknown.length > 0)
    throw new SettingsError(
      `Unknown argument ${unknown.join(' ')}; known: --clock=real, --clock=rehearsal, --region=53.02 (any regency's code, or none), --empty`,
    )
  const { data } = parsed
  const empty = args.includes('--empty')
  if (empty && (regency === undefined || regency === 'none'))
    throw new SettingsError('--empty needs the code of the region, e.g. --region=53.02 --empty')
  if (data.SMTP_URL && !data.MAIL_FROM)
    throw new SettingsError('MAIL_FROM is missing: with SMTP_URL real people are written to, from an address of yours')
  return {
    port: data.PORT,
    dynamodbPort: data.DYNAMODB_PORT,
    inboxPort: data.INBOX_PORT,
    // Each regency has data of its own: the invented addresses are the same everywhere.
    dataDir: resolve(
      data.DATA_DIR ??
        (regency === undefined || regency === 'none' ? '.lengkap' : `.lengkap-${regency}${empty ? '-empty' : ''}`),
    ),
    clock: args.includes('--clock=real')
      ? { kind: 'real' }
      : { kind: 'rehearsal', from: data.LENGKAP_NOW === undefined ? undefined : new Date(data.LENGKAP_NOW) },
    dynamodbEndpoint: data.DYNAMODB_ENDPOINT,
    sesEndpoint: data.SES_ENDPOINT,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    bounceDir: data.BOUNCE_DIR,
    siteUrl: data.SITE_URL,
    regency,
    empty,
  }
}

function readRegency(args: readonly string[]): string | undefined {
  const typed = args.findLast((arg) => arg.startsWith('--region='))?.slice('--region='.length)
  if (typed === undefined || typed === 'none') return typed
  const code = regencyCodeOf(typed)
  if (code === undefined)
    throw new SettingsError(`--region=${typed}: write the code of a regency or city, e.g. --region=53.02`)
  return code
}
