/**
 * What every request carries on the context: the instant it was received (a deadline is judged by it), an id, the reader's
 * language and the client's address. Set once, before anything else looks at the request.
 */
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { ForReader } from '../domain/personal/answers-for.ts'
import type { WorkAhead } from '../domain/round/rounds.ts'
import { acceptedSecrets } from '../domain/secrets/rotation.ts'
import type { SignedIn } from '../domain/sign-in/session.ts'
import type { Language } from '../schema/wording.ts'
import { clientAddress, knowsOrigin } from './client-address.ts'
import type { Deps } from './deps.ts'

/** What the AWS adapter passes beside the request; `app.request` in tests passes the same shape. */
export type Bindings = {
  event?: { requestContext?: { requestId?: string; timeEpoch?: number; http?: { sourceIp?: string } } }
}

export type HttpEnv = {
  Bindings: Bindings
  Variables: {
    now: Date
    requestId: string
    language: Language
    client: string
    /** Set by `access.ts` on routes that need it. */
    signedIn?: SignedIn
    /** On the route that sends a form in. */
    ahead?: WorkAhead | undefined
    /** Answers about persons were shown. */
    readsPersonal?: boolean
  }
}

/** On routes behind `access.ts`. */
export type SignedInEnv = HttpEnv & { Variables: HttpEnv['Variables'] & { signedIn: SignedIn } }

/** What a verb is given that shows answers: it leaves out what this reader may not see, and says when it showed answers about persons. */
export function asReader<D extends object>(deps: D, c: Context<SignedInEnv>): D & ForReader {
  return { ...deps, reader: c.var.signedIn.person.role, onPersonal: () => c.set('readsPersonal', true) }
}

type OriginDeps = Pick<Deps, 'originSecret' | 'originSecretBefore'>

function originSecrets(now: Date, { originSecret, originSecretBefore }: OriginDeps): string[] {
  return originSecret === undefined ? [] : acceptedSecrets(now, originSecret, originSecretBefore)
}

/**
 * Notes the time of receipt and what else identifies the request. The time is the gateway's: a form sent at 23.59.59 is in
 * time, however long a cold start takes.
 */
export const receive = (deps: OriginDeps & Pick<Deps, 'clock'>) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const context = c.env?.event?.requestContext
    const now = context?.timeEpoch === undefined ? deps.clock() : new Date(context.timeEpoch)
    c.set('now', now)
    c.set('requestId', context?.requestId ?? `local-${now.getTime().toString(36)}`)
    c.set('language', languageOf(c.req.header('accept-language')))
    c.set(
      'client',
      clientAddress((name) => c.req.header(name), context?.http?.sourceIp, originSecrets(now, deps)),
    )
    await next()
    c.header('X-Request-Id', c.var.requestId)
  })

/** The gateway has an address of its own, at which neither the front's limits nor its logs apply: there nothing answers. */
export const throughTheFront = (deps: OriginDeps) =>
  createMiddleware<HttpEnv>(async (c, next) => {
    const secrets = originSecrets(c.var.now, deps)
    const through = secrets.length === 0 || knowsOrigin((name) => c.req.header(name), secrets)
    if (!through) throw new HTTPException(403)
    await next()
  })

/** Indonesian, unless English is asked for first. */
function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, index) => {
      const [tag = '', quality] = part.trim().split(';q=')
      return { tag: tag.slice(0, 2).toLowerCase(), quality: quality === undefined ? 1 : Number(quality), index }
    })
    .filter(({ tag }) => tag === 'id' || tag === 'en')
    .sort((a, b) => b.quality - a.quality || a.index - b.index)
  return wanted[0]?.tag === 'en' ? 'en' : 'id'
}
