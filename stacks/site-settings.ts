/** Settings of the site: its own name, what stands before it, and where its page lies. Problems are collected for `readSettings`. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { domainPattern, type Env, text } from './env-text.ts'

const certificatePattern = /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/
const webAclPattern = /^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/[\w-]+\/[0-9a-f-]+$/

/** Both or none. */
export function readSite(env: Env, problems: string[]): { domain: string; certificateArn: string } | undefined {
  const domain = text(env, 'SITE_DOMAIN')
  const certificateArn = text(env, 'SITE_CERTIFICATE_ARN')
  if (!domain && !certificateArn) return undefined
  if (!domain || !domainPattern.test(domain))
    problems.push(`SITE_DOMAIN is not a domain name: ${domain ?? '(missing)'}`)
  if (!certificateArn || !certificatePattern.test(certificateArn)) {
    problems.push(`SITE_CERTIFICATE_ARN is not a certificate in us-east-1: ${certificateArn ?? '(missing)'}`)
  }
  return domain && certificateArn ? { domain, certificateArn } : undefined
}

export function readWebDir(env: Env, problems: string[]): string {
  const webDir = text(env, 'WEB_DIR') ?? 'dist/web'
  for (const part of ['index.html', 'assets']) {
    if (!existsSync(join(webDir, part))) problems.push(`WEB_DIR has no ${part} (${webDir}): run "npm run build" first`)
  }
  return webDir
}

export function readWebAcl(env: Env, problems: string[]): string | undefined {
  const arn = text(env, 'WEB_ACL_ARN')
  if (arn && !webAclPattern.test(arn)) problems.push(`WEB_ACL_ARN is not a web ACL for CloudFront (us-east-1): ${arn}`)
  return arn
}
