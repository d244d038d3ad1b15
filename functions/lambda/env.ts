/**
 * The settings of the deployed functions, parsed once at cold start. A wrong or missing one fails the start with its name:
 * a function that runs with half its settings does more harm than one that does not run.
 */
import * as z from 'zod'
import type { SecretBefore } from '../domain/secrets/rotation.ts'

const settings = z.object({
  TABLE_NAME: z.string().min(1),
  SITE_URL: z.url(),
  STAGE: z.string().min(1),
  /** `Name <address>` or an address; the domain must be verified with SES. */
  MAIL_FROM: z.string().min(3),
  /** What makes SES report events: without it no evidence of a send arrives. */
  MAIL_CONFIGURATION_SET: z.string().min(1),
  MAIL_TOPIC_ARN: z.string().optional(),
  /** In production: somebody of SES's mailbox simulator signs in each hour. */
  CANARY: z.enum(['yes', 'no']).default('no'),
  /** Only a schedule's function knows it: in which it asks for regions. */
  REGION_QUEUE_URL: z.url().optional(),
  /** Only the operator's function knows them: the queue of what failed to the end, who takes SES's reports, and who works on a region. */
  FAILURES_URL: z.url().optional(),
  MAIL_EVENTS_FUNCTION: z.string().optional(),
  PLAN_REGION_FUNCTION: z.string().optional(),
  CHECK_REGION_FUNCTION: z.string().optional(),
  /** `no` where what answers as SES reports no events: then a reply that was cut stays unknown for good. */
  MAIL_EVIDENCE: z.enum(['yes', 'no']).default('yes'),
  /** Key of the sign-in codes; at least 32 characters. Only the functions that derive codes have it. */
  CODE_KEY: z.string().min(32).optional(),
  /** The key before, accepted for some minutes after `CODE_KEY_SINCE`; the same of the origin's secret. */
  CODE_KEY_BEFORE: z.string().min(32).optional(),
  CODE_KEY_SINCE: z.iso.datetime({ offset: true }).optional(),
  /** With which people's addresses are hashed in keys of the table. Only functions that look people up or change them have it. */
  ADDRESS_KEY: z.string().min(32).optional(),
  /** CloudFront's word that the client address in its header is its own. */
  ORIGIN_SECRET: z.string().min(16).optional(),
  ORIGIN_SECRET_BEFORE: z.string().min(16).optional(),
  ORIGIN_SECRET_SINCE: z.iso.datetime({ offset: true }).optional(),
  /**
   * Changed on every restore: notices of an older epoch are not sent (docs/ledger.md, C1). `2@2026-02-13T05:00:00Z` also says until
   * when the other table's senders lived: what fell due before is not planned anew.
   */
  EPOCH: z
    .string()
    .regex(/^[^@]+(@\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d))?$/)
    .default('1'),
  /** Lambda sets it; AWS's services are called in it. */
  AWS_REGION: z.string().min(1).optional(),
  /** Where AWS's services are called instead of at their own addresses. */
  AWS_ENDPOINT_URL: z.url().optional(),
  /** An emulator's. */
  DYNAMODB_ENDPOINT: z.url().optional(),
  SES_ENDPOINT: z.url().optional(),
  /** A relay instead of SES, where no cloud is allowed: `smtp://user:password@host:587`. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
})
export type Env = z.infer<typeof settings>

/** Throws one error that names every wrong setting. */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  // Once in a life: compiling the parser would take longer than it does.
  const parsed = settings.safeParse(source, { jitless: true })
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`Wrong settings: ${names.join('; ')}`)
}

/** Throws where a function that derives codes was given no key for it. */
export function codeKeyOf({ CODE_KEY }: Env): string {
  if (CODE_KEY === undefined) throw new Error('Wrong settings: CODE_KEY: this function needs it')
  return CODE_KEY
}

/** What a rotated secret was before, where there is one. */
export function beforeOf(env: Env, name: 'CODE_KEY' | 'ORIGIN_SECRET'): SecretBefore | undefined {
  const { [`${name}_BEFORE` as const]: secret, [`${name}_SINCE` as const]: since } = env
  return secret === undefined || since === undefined ? undefined : { secret, since: new Date(since) }
}

/** The sender in `MAIL_FROM`; a bare address gets the product's name. */
export function senderOf({ MAIL_FROM }: Env): { name: string; email: string } {
  const [, name, email] = /^(.+?)\s*<([^<>]+)>$/.exec(MAIL_FROM) ?? []
  return { name: name ?? 'Lengkap', email: email ?? MAIL_FROM }
}

/** A client's settings for an emulator, which checks neither region nor keys; AWS's own otherwise. */
export function localAws(endpoint: string | undefined): object {
  if (endpoint === undefined) return {}
  return { endpoint, region: 'ap-southeast-3', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }
}
