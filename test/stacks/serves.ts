/** The one origin that people see, in every stage. Called with a stage's synthesis. */
import { describe, expect, it } from 'vitest'
import { headers, mailPagePolicy } from '../../functions/http/security.ts'
import { linkOf } from '../../page-documents.ts'
import { doorOf, flatten } from './rights.ts'
import type { Synthesis } from './synthesize.ts'

interface Origin {
  Id: string
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[]
}

export function itServesOneOrigin(synthesis: Synthesis): void {
  describe('the API behind CloudFront', () => itForwardsToTheApi(synthesis))
  describe('the gateway', () => itLeadsToOneFunction(synthesis))
  describe('the page', () => itServesThePage(synthesis))
  describe('the page at the edge', () => itTreatsThePage(synthesis))
}

function itForwardsToTheApi(synthesis: Synthesis): void {
  const { config, apiBehaviour, mailBehaviour, origin } = siteOf(synthesis)

  it('/api/* is all that is not the page; it is not cached and takes every method over TLS', () => {
    const { ResponseHeadersPolicyId: _headers, PathPattern: path, ...rest } = mailBehaviour
    expect(config.CacheBehaviors).toMatchObject([
      { ...rest, PathPattern: path },
      { ...rest, PathPattern: '/api/*' },
    ])
    expect(config.CacheBehaviors).toHaveLength(2)
    expect(apiBehaviour).toMatchObject({
      Compress: true,
      ViewerProtocolPolicy: 'https-only',
      AllowedMethods: expect.arrayContaining(['GET', 'PUT', 'POST', 'DELETE']),
    })
    expect(origin(apiBehaviour).CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    })
  })

  it('answers are compressed on the way, and kept by nobody: at most a second where an answer forgets to say so', () => {
    const { CachePolicyConfig: policy } = synthesis.one('AWS::CloudFront::CachePolicy', 'apicaching').Properties
    expect(flatten(apiBehaviour.CachePolicyId)).toMatch(/^<apicaching/)
    expect([policy.MinTTL, policy.DefaultTTL, policy.MaxTTL]).toEqual([0, 0, 1])
    expect(policy.ParametersInCacheKeyAndForwardedToOrigin).toMatchObject({
      EnableAcceptEncodingGzip: true,
      CookiesConfig: { CookieBehavior: 'all' },
      QueryStringsConfig: { QueryStringBehavior: 'all' },
    })
  })

  it('CloudFront shows the API the same secret that the API knows', () => {
    const [header] = origin(apiBehaviour).OriginCustomHeaders
    expect(header.HeaderName).toBe('x-origin-secret')
    expect(header.HeaderValue).toEqual(doorOf(synthesis, 'api').Properties.Environment.Variables.ORIGIN_SECRET)
  })

  it('the API sees the viewer, the preconditions and the origin, never the Host; CloudFront allows ten', () => {
    const { HeadersConfig, CookiesConfig, QueryStringsConfig } = synthesis.one('AWS::CloudFront::OriginRequestPolicy')
      .Properties.OriginRequestPolicyConfig
    const headers: string[] = HeadersConfig.Headers
    expect(HeadersConfig.HeaderBehavior).toBe('whitelist')
    for (const needed of [
      'CloudFront-Viewer-Address',
      'Origin',
      'Sec-Fetch-Site',
      'If-Match',
      'If-None-Match',
      'Idempotency-Key',
      'Content-Type',
    ]) {
      expect(headers).toContain(needed)
    }
    expect(headers.map((header) => header.toLowerCase())).not.toContain('host')
    expect(headers.length).toBeLessThanOrEqual(10)
    expect([CookiesConfig.CookieBehavior, QueryStringsConfig.QueryStringBehavior]).toEqual(['all', 'all'])
  })

  it('an error of the API stays an error: nothing rewrites it into the page', () => {
    expect(config.CustomErrorResponses).toBeUndefined()
    expect(apiBehaviour.FunctionAssociations).toBeUndefined()
  })
}

function itLeadsToOneFunction(synthesis: Synthesis): void {
  it('one route leads to the one function, in the payload that it reads', () => {
    expect(synthesis.one('AWS::ApiGatewayV2::Route').Properties.RouteKey).toBe('ANY /api/{proxy+}')
    const { Properties: integration } = synthesis.one('AWS::ApiGatewayV2::Integration')
    expect(integration.PayloadFormatVersion).toBe('2.0')
    expect(flatten(integration.IntegrationUri)).toBe(`<${doorOf(synthesis, 'api').logicalId}.Arn>`)
    expect(synthesis.one('AWS::ApiGatewayV2::Api').Properties.CorsConfiguration).toBeUndefined()
  })

  it("the gateway's log has no path, query or address, and the gateway throttles", () => {
    const { AccessLogSettings, DefaultRouteSettings } = synthesis.one('AWS::ApiGatewayV2::Stage').Properties
    expect(AccessLogSettings.Format).toContain('$context.requestId')
    expect(AccessLogSettings.Format).not.toMatch(/path|query|sourceIp|userAgent/i)
    expect(DefaultRouteSettings).toEqual({ ThrottlingBurstLimit: 200, ThrottlingRateLimit: 100 })
  })
}

function itServesThePage(synthesis: Synthesis): void {
  const { apiBehaviour, mailBehaviour, pageBehaviour, headersOf, origin } = siteOf(synthesis)

  it('comes from a private bucket that only this distribution reads', () => {
    expect(synthesis.one('AWS::S3::Bucket').Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    })
    expect(origin(pageBehaviour).OriginAccessControlId).toBeDefined()
    expect(pageBehaviour.ViewerProtocolPolicy).toBe('redirect-to-https')
  })

  it('page and API carry the same strict headers', () => {
    expect(apiBehaviour.ResponseHeadersPolicyId).toEqual(pageBehaviour.ResponseHeadersPolicyId)
    const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = headersOf(pageBehaviour)
    expect(security).toEqual({
      ContentSecurityPolicy: {
        ContentSecurityPolicy:
          "default-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'",
        Override: true,
      },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, IncludeSubdomains: true, Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'same-origin', Override: true },
      FrameOptions: { FrameOption: 'DENY', Override: true },
    })
    const told = Object.fromEntries(
      custom.Items.map(({ Header, Value }: { Header: string; Value: string }) => [Header.toLowerCase(), Value]),
    )
    for (const [name, value] of Object.entries(headers)) {
      if (name.startsWith('Cross-Origin') || name === 'Permissions-Policy') expect(told[name.toLowerCase()]).toBe(value)
    }
    expect(security.ContentSecurityPolicy.ContentSecurityPolicy).toBe(headers['Content-Security-Policy'])
  })

  it('but a captured mail may be framed by the page, and runs and fetches nothing there', () => {
    expect(mailBehaviour.PathPattern).toBe('/api/rounds/*/captured-mails/*/page')
    const { ContentSecurityPolicy, FrameOptions, ...rest } = headersOf(mailBehaviour).SecurityHeadersConfig
    expect(ContentSecurityPolicy).toEqual({ ContentSecurityPolicy: mailPagePolicy, Override: true })
    expect(mailPagePolicy).toMatch(/^sandbox (?!.*allow-s).*default-src 'none'.*frame-ancestors 'self'$/)
    expect(FrameOptions).toEqual({ FrameOption: 'SAMEORIGIN', Override: true })
    expect(headersOf(pageBehaviour).SecurityHeadersConfig).toMatchObject(rest)
  })
}

function itTreatsThePage(synthesis: Synthesis): void {
  it('hashed files are kept for a year, index.html is asked for each time', () => {
    const uploads = synthesis.all('Custom::CDKBucketDeployment').map(({ Properties }) => Properties)
    const told = uploads.map((upload) => [upload.DestinationBucketKeyPrefix, upload.SystemMetadata['cache-control']])
    expect(told).toEqual(
      expect.arrayContaining([
        ['assets', 'public, max-age=31536000, immutable'],
        [undefined, 'no-cache'],
      ]),
    )
    expect(uploads.map(({ Prune }) => Prune)).toEqual([false, false])
    const { MinTTL, DefaultTTL } = synthesis.one('AWS::CloudFront::CachePolicy', 'pagecaching').Properties
      .CachePolicyConfig
    expect([MinTTL, DefaultTTL]).toEqual([0, 0])
  })

  it.each([
    ['/', '/index.html'],
    ['/rounds/3a-2026-2', '/index.html'],
    ['/rounds/3a-2026-2/', '/index.html'],
    ['/assets/main-0a1b.js', '/assets/main-0a1b.js'],
    ['/favicon.svg', '/favicon.svg'],
  ])('the edge answers %s with %s', (uri, expected) => {
    const handler = edgeFunction(synthesis, 'viewer-request')
    expect(handler({ request: { uri, headers: {} } })).toMatchObject({ uri: expected })
  })

  it.each([
    ['/putaran/3a-2026-2/dinsos/penandaan', {}],
    ['/putaran/3a-2026-2/dinsos/penandaan/kiriman', {}],
    ['/putaran/3a%3E/dinsos/penandaan', {}],
    ['/rekap', {}],
    ['/rekap', { putaran: '3a-2026-2' }],
    ['/rekap', { putaran: '"><script>' }],
    ['/rekap/jendela', {}],
    ['/assets/main-0a1b.js', {}],
  ])('the edge tells with %s what the page will ask for first (%o)', (uri, query) => {
    const request = { uri, headers: {}, querystring: mapValues(query) }
    edgeFunction(synthesis, 'viewer-request')({ request })
    const asked = new URLSearchParams(query).toString()
    const answer = { headers: { link: linkOf(uri, asked) && { value: linkOf(uri, asked) } } }
    // It may see the address as it was asked for, or the document's.
    for (const seen of [request, { ...request, uri, headers: {} }])
      expect(edgeFunction(synthesis, 'viewer-response')({ request: seen, response: { headers: {} } })).toEqual(answer)
  })
}

/** What the page's behaviour runs at that moment. */
function edgeFunction(synthesis: Synthesis, eventType: string): (event: object) => unknown {
  const { FunctionAssociations: associations } = siteOf(synthesis).pageBehaviour
  const { FunctionARN: arn } = associations.find((each: { EventType: string }) => each.EventType === eventType)
  const code = synthesis
    .all('AWS::CloudFront::Function')
    .find(({ logicalId }) => JSON.stringify(arn).includes(`"${logicalId}"`))?.Properties.FunctionCode
  return new Function(`${code}; return handler`)()
}

const mapValues = (query: object) => Object.fromEntries(Object.entries(query).map(([name, value]) => [name, { value }]))

function siteOf(synthesis: Synthesis) {
  const config = synthesis.one('AWS::CloudFront::Distribution').Properties.DistributionConfig
  const origin = (behaviour: { TargetOriginId: string }) =>
    config.Origins.find(({ Id }: Origin) => Id === behaviour.TargetOriginId)
  const headersOf = (behaviour: { ResponseHeadersPolicyId: unknown }) =>
    synthesis
      .all('AWS::CloudFront::ResponseHeadersPolicy')
      .find(({ logicalId }) => flatten(behaviour.ResponseHeadersPolicyId) === `<${logicalId}>`)?.Properties
      .ResponseHeadersPolicyConfig
  const [mailBehaviour, apiBehaviour] = config.CacheBehaviors
  return { config, apiBehaviour, mailBehaviour, pageBehaviour: config.DefaultCacheBehavior, headersOf, origin }
}
