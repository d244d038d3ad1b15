/**
 * The only table of statuses: every refusal of the domain, and every refusal of the framework, becomes an RFC 9457
 * problem here. A new refusal does not compile until it has a status and words. Anything unforeseen is a 500 (or a 503 when
 * the table did not answer) that shows nothing and is logged once with the request's id.
 */
import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Refusal, Refused } from '../domain/refusal.ts'
import type { Problem } from '../schema/problem.ts'
import type { Language, Wording } from '../schema/wording.ts'
import type { Deps } from './deps.ts'
import { detailOf, titles } from './problem-words.ts'
import type { HttpEnv } from './request.ts'
import { settingWords } from './setting-words.ts'

const statuses = {
  'malformed-request': 400,
  'not-signed-in': 401,
  'wrong-code': 401,
  'challenge-over': 401,
  'region-choice': 409,
  'too-many-requests': 429,
  forbidden: 403,
  'cross-site-request': 403,
  'not-found': 404,
  'round-not-open': 409,
  'round-closed': 409,
  'submission-accepted': 409,
  'precondition-required': 428,
  'revision-conflict': 412,
  'draft-conflict': 412,
  'form-version-conflict': 409,
  'round-changing': 503,
  'region-closed': 409,
  'idempotency-key-reused': 422,
  'answers-invalid': 422,
  'settings-invalid': 422,
  'nil-not-allowed': 422,
  'results-changed': 409,
  'results-too-large': 422,
  'window-invalid': 422,
  'fresh-sign-in-required': 401,
  'hand-mail-invalid': 422,
  'mail-service-silent': 503,
  'review-invalid': 422,
  'extension-invalid': 422,
  'workbook-refused': 422,
} as const satisfies Record<Refusal['code'], ContentfulStatusCode>

/** What the framework itself refuses, by status. */
const frameworkWords: Partial<Record<number, { code: string; title: Wording; detail: Wording }>> = {
  403: {
    code: 'not-this-way',
    title: { id: 'Tidak lewat alamat ini', en: 'Not at this address' },
    detail: { id: 'Buka layanan lewat alamat situsnya.', en: 'Use the service at the address of its site.' },
  },
  404: {
    code: 'no-such-route',
    title: { id: 'Alamat tidak ditemukan', en: 'No such address' },
    detail: { id: 'Alamat ini tidak dikenal oleh layanan.', en: 'The service does not know this address.' },
  },
  413: {
    code: 'too-large',
    title: { id: 'Kiriman terlalu besar', en: 'Request too large' },
    detail: {
      id: 'Kiriman paling besar 5 MB, dan kurang bila banyak tanda petik di dalamnya. Bagilah menjadi beberapa kiriman.',
      en: 'A request may have at most 5 MB, and less with many quotation marks in it. Send it in parts.',
    },
  },
  415: {
    code: 'unsupported-media-type',
    title: { id: 'Jenis isi tidak didukung', en: 'Unsupported media type' },
    detail: { id: 'Layanan ini hanya menerima application/json.', en: 'Only application/json is accepted.' },
  },
  500: {
    code: 'unforeseen',
    title: { id: 'Terjadi gangguan', en: 'Something went wrong' },
    detail: {
      id: 'Permintaan belum dapat diproses. Silakan coba lagi; bila berulang, sampaikan nomor permintaan ini kepada Bappeda.',
      en: 'The request could not be handled. Please try again; if it happens again, give this request id to the coordinator.',
    },
  },
  503: {
    code: 'unavailable',
    title: { id: 'Layanan sedang terganggu', en: 'Service unavailable' },
    detail: {
      id: 'Penyimpanan data sedang tidak menjawab. Isian Anda tidak hilang; silakan coba lagi sebentar lagi.',
      en: 'The data store is not answering. Nothing you typed is lost; please try again shortly.',
    },
  },
}

/** All errors of all routes end here. */
export const answerProblem =
  (deps: Pick<Deps, 'log' | 'siteUrl'>): ErrorHandler<HttpEnv> =>
  (error, c) => {
    if (error instanceof Refused) return refuse(c, error.refusal, deps.siteUrl)
    if (error instanceof HTTPException && error.status === 400) {
      const message = c.var.language === 'en' ? 'The body is not valid JSON.' : 'Isi permintaan bukan JSON yang sah.'
      return refuse(c, { code: 'malformed-request', errors: [{ pointer: '', message }] }, deps.siteUrl)
    }
    if (error instanceof HTTPException) return frameworkProblem(c, error.status)
    const status = isStoreTrouble(error) ? 503 : 500
    // The text of an error may quote what somebody typed: only its name and place are logged.
    const at = error.stack?.split('\n').find((line) => line.trimStart().startsWith('at '))
    deps.log({
      level: 'error',
      message: 'request failed',
      requestId: c.var.requestId,
      error: error.name,
      at: at?.trim(),
    })
    if (status === 503) c.header('Retry-After', '5')
    return frameworkProblem(c, status)
  }

export const answerNotFound: NotFoundHandler<HttpEnv> = (c) => frameworkProblem(c, 404)

function refuse(c: Context<HttpEnv>, refusal: Refusal, siteUrl: string): Response {
  const { code } = refusal
  const { language } = c.var
  if (code === 'too-many-requests') c.header('Retry-After', String(refusal.retryAfterSeconds))
  if (code === 'round-changing') c.header('Retry-After', '2')
  if (code === 'mail-service-silent') c.header('Retry-After', '60')
  return answer(c, {
    type: new URL(`/api/docs#${code}`, siteUrl).href,
    code,
    title: titles[code][language],
    status: statuses[code],
    detail: detailOf(refusal)[language],
    ...place(c),
    ...extensions(refusal, language),
  })
}

/** Enough to begin with: 90,000 errors would be 12 MB that nobody reads. `errorCount` says how many there are. */
const mostErrors = 300

function extensions(refusal: Refusal, language: Language): Partial<Problem> {
  const found = 'errors' in refusal ? listed(refusal, language) : undefined
  if (found !== undefined)
    return found.length <= mostErrors
      ? { errors: found }
      : { errors: found.slice(0, mostErrors), errorCount: found.length }
  switch (refusal.code) {
    case 'region-choice':
      return { regions: refusal.regions.map(({ region, name }) => ({ region, name: name[language] })) }
    case 'wrong-code':
      return { triesLeft: refusal.triesLeft }
    case 'too-many-requests':
      return { retryAfterSeconds: refusal.retryAfterSeconds }
    case 'round-not-open':
      return { opensOn: refusal.opensOn }
    case 'round-closed':
      return { closedOn: refusal.closedOn }
    case 'submission-accepted':
      return { currentRevision: refusal.revision }
    case 'revision-conflict':
      return { currentRevision: refusal.currentRevision }
    case 'draft-conflict':
      return {
        currentVersion: refusal.currentVersion,
        currentRevision: refusal.currentRevision,
        ...(refusal.current === undefined ? {} : { current: refusal.current }),
      }
    case 'form-version-conflict':
      return { currentVersion: refusal.currentVersion }
    case 'window-invalid':
    case 'review-invalid':
    case 'extension-invalid':
    case 'workbook-refused':
    case 'hand-mail-invalid':
      return { reason: refusal.reason }
    default:
      return {}
  }
}

function listed(refusal: Extract<Refusal, { errors: unknown }>, language: Language): NonNullable<Problem['errors']> {
  switch (refusal.code) {
    case 'malformed-request':
      return refusal.errors.map(({ pointer, message }) => ({ pointer, detail: message }))
    case 'answers-invalid':
      return refusal.errors.map(({ pointer, code, message }) => ({ pointer, code, detail: message[language] }))
    case 'settings-invalid':
      return refusal.errors.map((error) => ({
        pointer: error.pointer,
        code: error.reason,
        detail: settingWords(error)[language],
      }))
  }
}

function frameworkProblem(c: Context<HttpEnv>, status: number): Response {
  const words = frameworkWords[status] ?? frameworkWords[500]
  if (words === undefined) throw new Error('the table of problems lacks 500')
  const known = frameworkWords[status] === undefined ? 500 : status
  const { language } = c.var
  const { code, title, detail } = words
  return answer(c, {
    type: 'about:blank',
    code,
    title: title[language],
    status: known,
    detail: detail[language],
    ...place(c),
  })
}

function place(c: Context<HttpEnv>): { instance: string; requestId: string } {
  return { instance: c.req.path, requestId: c.var.requestId }
}

function answer(c: Context<HttpEnv>, problem: Problem): Response {
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': c.var.language,
  })
}

/** AWS clients mark their errors with `$metadata` or `$fault`; sockets with a code. Conditions refused never get here. */
function isStoreTrouble(error: Error): boolean {
  if (error.name === 'ValidationException') return false
  if ('$metadata' in error || '$fault' in error || error.name === 'TimeoutError') return true
  return 'code' in error && /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)/.test(String(error.code))
}
