/**
 * The one origin that people see: the page from a private bucket and, under /api, the gateway, both behind CloudFront.
 * Same origin means cookies with `__Host-` and a CSP of 'self', and no CORS anywhere.
 * The gateway stands here and its function in `Api`: the function needs the site's address, the address must not wait
 * for the function, or the two stacks would wait for each other.
 * Deep links are rewritten by a function on the site's behaviour only. CloudFront's error pages are not used for that:
 * they would turn the API's 403 and 404 into a page with status 200.
 */
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway'
import { HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import * as cloudfront from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { type App, type Stack, type StackContext, use } from './constructs.ts'
import { acceptFinding, asReference, createLogGroup, isProduction, removalPolicy } from './conventions.ts'
import {
  apiCaching,
  apiForwarding,
  mailPageHeaders,
  mailPagePath,
  pageCaching,
  pageFunctions,
  securityHeaders,
} from './edge.ts'
import type { RotatedKey } from './rotated-key.ts'
import { readSettings } from './settings.ts'
import { Storage } from './storage.ts'
import { uploadPage } from './upload.ts'

/** Answers the site's address (no slash at its end) and the gateway to which `Api` adds its route. */
export function Web({ app, stack }: StackContext) {
  const settings = readSettings(app.stage)
  const gateway = createGateway(stack, app)
  const bucket = createBucket(stack, app)
  const headers = securityHeaders(stack)
  const api = apiBehaviour(stack, gateway)
  const distribution = new cloudfront.Distribution(stack, 'site', {
    comment: `${app.name} ${app.stage}`,
    defaultRootObject: 'index.html',
    httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
    // The cheapest class with an edge in Indonesia.
    priceClass: cloudfront.PriceClass.PRICE_CLASS_200,
    ...(settings.webAcl && { webAclId: settings.webAcl }),
    ...(settings.site && {
      domainNames: [settings.site.domain],
      certificate: Certificate.fromCertificateArn(stack, 'certificate', settings.site.certificateArn),
      minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
    }),
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: pageCaching(stack),
      responseHeadersPolicy: headers,
      functionAssociations: pageFunctions(stack),
    },
    // The first that fits is taken.
    additionalBehaviors: {
      [mailPagePath]: { ...api, responseHeadersPolicy: mailPageHeaders(stack) },
      '/api/*': { ...api, responseHeadersPolicy: headers },
    },
  })
  acceptSiteFindings(distribution, settings.site !== undefined)
  uploadPage(stack, app, bucket, settings.webDir)
  const siteUrl = `https://${settings.site?.domain ?? distribution.distributionDomainName}`
  stack.addOutputs({ SiteUrl: siteUrl, SiteCname: distribution.distributionDomainName })
  return { siteUrl, gateway }
}

function apiBehaviour(stack: Stack, gateway: HttpApi): cloudfront.BehaviorOptions {
  return {
    origin: new HttpOrigin(`${gateway.apiId}.execute-api.${stack.region}.${stack.urlSuffix}`, {
      customHeaders: originHeaders(use(Storage).originSecret),
    }),
    viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
    allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
    cachePolicy: apiCaching(stack),
    compress: true,
    originRequestPolicy: apiForwarding(stack),
  }
}

/**
 * While a secret is being rotated CloudFront shows both: functions of the release before know the old one alone, those of this release
 * believe either, so whichever is updated first, nobody is locked out.
 */
function originHeaders({ key, before }: RotatedKey): Record<string, string> {
  if (before === undefined) return { 'x-origin-secret': asReference(key) }
  return { 'x-origin-secret': asReference(before.key), 'x-origin-secret-next': asReference(key) }
}

/** Its log names no path and no query: a calendar's address holds a token. The function logs the route. */
function createGateway(stack: Stack, app: App): HttpApi {
  const gateway = new HttpApi(stack, 'gateway', { apiName: `${app.stage}-${app.name}`, createDefaultStage: false })
  const log = createLogGroup(stack, 'gateway-log', app, `/aws/vendedlogs/apis/${app.stage}-${app.name}`)
  new HttpStage(stack, 'gateway-stage', {
    httpApi: gateway,
    stageName: '$default',
    autoDeploy: true,
    throttle: { rateLimit: 100, burstLimit: 200 },
    accessLogSettings: {
      destination: new LogGroupLogDestination(log),
      format: AccessLogFormat.custom(
        JSON.stringify({
          at: '$context.requestTime',
          requestId: '$context.requestId',
          method: '$context.httpMethod',
          status: '$context.status',
          milliseconds: '$context.responseLatency',
          error: '$context.error.message',
          integrationError: '$context.integrationErrorMessage',
        }),
      ),
    },
  })
  return gateway
}

/** Holds nothing but what the build can make again, so a passing stage empties it on its way out. */
function createBucket(stack: Stack, app: App): Bucket {
  const bucket = new Bucket(stack, 'page', {
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: removalPolicy(app),
    autoDeleteObjects: !isProduction(app),
  })
  acceptFinding(
    bucket,
    'AwsSolutions-S1',
    'Holds the public page only; a log of who reads it would be personal data without a use.',
  )
  return bucket
}

function acceptSiteFindings(distribution: cloudfront.Distribution, hasCertificate: boolean): void {
  acceptFinding(
    distribution,
    'AwsSolutions-CFR1',
    'Officials travel and mail gateways abroad open links; access is decided by sign-in, not by country.',
  )
  acceptFinding(
    distribution,
    'AwsSolutions-CFR2',
    'Limits by address and by mail account are in the application, and the gateway throttles; WEB_ACL_ARN attaches a WAF, which costs by the month.',
  )
  acceptFinding(
    distribution,
    'AwsSolutions-CFR3',
    'CloudFront cannot write its logs to a bucket in Jakarta, and addresses of viewers shall not leave the country; the gateway logs every API request.',
  )
  if (!hasCertificate) {
    acceptFinding(
      distribution,
      'AwsSolutions-CFR4',
      "Without SITE_DOMAIN CloudFront's own certificate serves, whose oldest TLS version cannot be set.",
    )
  }
}
