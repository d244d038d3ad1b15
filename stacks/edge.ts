/**
 * What happens at the edge, apart from where requests go: security headers, caching of the page, deep links, and
 * which headers of a request reach the API.
 */
import { Duration } from 'aws-cdk-lib'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { documents } from '../page-documents.ts'
import type { Stack } from './constructs.ts'

export const contentSecurityPolicy =
  "default-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'"

/** Set on the page and on API answers alike; they win over what the origin says. */
export function securityHeaders(stack: Stack): cloudfront.ResponseHeadersPolicy {
  return headersPolicy(stack, 'security-headers', contentSecurityPolicy, cloudfront.HeadersFrameOption.DENY)
}

/** Where a rehearsal's mail is shown as its recipient would see it: our own page frames it, and nothing in it runs or is fetched. */
export const mailPagePath = '/api/rounds/*/captured-mails/*/page'
export const mailPagePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

export function mailPageHeaders(stack: Stack): cloudfront.ResponseHeadersPolicy {
  return headersPolicy(stack, 'mail-page-headers', mailPagePolicy, cloudfront.HeadersFrameOption.SAMEORIGIN)
}

/** Headers that CloudFront has no field for; the API says the same of itself (functions/http/security.ts, and a test compares). */
const customHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
}

function headersPolicy(
  stack: Stack,
  id: string,
  contentSecurityPolicy: string,
  frameOption: cloudfront.HeadersFrameOption,
): cloudfront.ResponseHeadersPolicy {
  return new cloudfront.ResponseHeadersPolicy(stack, id, {
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy, override: true },
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: true, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: cloudfront.HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      frameOptions: { frameOption, override: true },
    },
    customHeadersBehavior: {
      customHeaders: Object.entries(customHeaders).map(([header, value]) => ({ header, value, override: true })),
    },
  })
}

/** Obeys the Cache-Control of the object: hashed files stay for a year, index.html is asked for each time. */
export function pageCaching(stack: Stack): cloudfront.CachePolicy {
  return new cloudfront.CachePolicy(stack, 'page-caching', {
    comment: 'As the object says, and not at all when it says nothing',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.days(365),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  })
}

/**
 * Nothing of the API is kept: every answer says `private, no-store`, or what may be kept by whoever asked. The policy is
 * there because CloudFront compresses, and tells the API that it may, only under one whose longest time is above zero; what a
 * careless answer could be kept by is one second, by cookies, language and query.
 */
export function apiCaching(stack: Stack): cloudfront.CachePolicy {
  return new cloudfront.CachePolicy(stack, 'api-caching', {
    comment: 'Compresses and keeps nothing',
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl: Duration.seconds(1),
    cookieBehavior: cloudfront.CacheCookieBehavior.all(),
    queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
    headerBehavior: cloudfront.CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
    enableAcceptEncodingGzip: true,
    enableAcceptEncodingBrotli: true,
  })
}

/**
 * Headers of a request that the API sees, besides cookies and the query. `Host` must stay out (the gateway knows only its
 * own name) and CloudFront-Viewer-Address must come in, and no rule of CloudFront says both but a list; it may hold ten.
 */
export function apiForwarding(stack: Stack): cloudfront.OriginRequestPolicy {
  return new cloudfront.OriginRequestPolicy(stack, 'api-forwarding', {
    cookieBehavior: cloudfront.OriginRequestCookieBehavior.all(),
    queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
    headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(
      'Accept',
      'Accept-Language',
      'CloudFront-Viewer-Address',
      'Content-Type',
      'Idempotency-Key',
      'If-Match',
      'If-None-Match',
      'Origin',
      'Sec-Fetch-Site',
      'User-Agent',
    ),
  })
}

const depths = Object.entries(documents).map(([name, { depth }]) => [name, depth] as const)

/**
 * A path without a file's ending is a page of the single-page app, and gets its document (page-documents.ts). The path that was asked
 * for goes along, since it is not said whether the function of the answer sees it or the document's. JavaScript of CloudFront, not of Node.
 */
const pagePathsCode = `function handler(event) {
  var depths = ${JSON.stringify(Object.fromEntries(depths))}
  var request = event.request
  var parts = request.uri.split('/')
  if (parts[parts.length - 1].indexOf('.') !== -1) return request
  request.headers['x-asked'] = { value: request.uri }
  request.uri = depths[parts[1]] === parts.length - 1 ? '/' + parts[1] + '.html' : '/index.html'
  return request
}`

/** What the page will ask for first goes with its document, as `linkOf` of page-documents.ts says. */
const pageLinksCode = `function handler(event) {
  var request = event.request
  var asked = request.headers['x-asked']
  var work = /^\\/putaran\\/([\\w.-]+)\\/([\\w.-]+)\\/([\\w.-]+)$/.exec(asked ? asked.value : request.uri)
  var round = request.querystring.putaran
  var board = round && /^[\\w.-]+$/.test(round.value) ? round.value : 'newest'
  var question = work
    ? 'round=' + work[1] + '&agency=' + work[2] + '&form=' + work[3]
    : (asked ? asked.value : request.uri) === '/rekap' && 'board=' + board
  if (question) event.response.headers.link = { value: '</api/start?' + question + '>; rel=preload; as=fetch; crossorigin' }
  return event.response
}`

/** What runs at the edge for a page: before its document is looked for, and with its answer. */
export function pageFunctions(stack: Stack): cloudfront.FunctionAssociation[] {
  const { VIEWER_REQUEST, VIEWER_RESPONSE } = cloudfront.FunctionEventType
  const written = [
    ['page-paths', pagePathsCode, VIEWER_REQUEST],
    ['page-links', pageLinksCode, VIEWER_RESPONSE],
  ] as const
  return written.map(([id, code, eventType]) => ({
    eventType,
    function: new cloudfront.Function(stack, id, {
      code: cloudfront.FunctionCode.fromInline(code),
      runtime: cloudfront.FunctionRuntime.JS_2_0,
    }),
  }))
}
