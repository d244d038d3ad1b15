/**
 * Puts the built page into its bucket. Hashed files first and for a year, index.html after them and never cached, so
 * that no visitor gets a page whose scripts are not there yet. Nothing is pruned: a tab that was opened before a
 * deployment still finds its chunks. As index.html is not cached, no invalidation is needed, nor the right to it.
 */
import { join } from 'node:path'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { BucketDeployment, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment'
import type { App, Stack } from './constructs.ts'
import { acceptFinding, allow, createLogGroup } from './conventions.ts'

export function uploadPage(stack: Stack, app: App, bucket: Bucket, webDir: string): void {
  const logGroup = createLogGroup(stack, 'upload-log', app)
  const role = new Role(stack, 'upload-role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
  role.addToPolicy(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]))
  const shared = { destinationBucket: bucket, role, logGroup, prune: false, memoryLimit: 512 }
  const hashed = new BucketDeployment(stack, 'upload-hashed', {
    ...shared,
    sources: [Source.asset(join(webDir, 'assets'))],
    destinationKeyPrefix: 'assets',
    cacheControl: [CacheControl.fromString('public, max-age=31536000, immutable')],
  })
  const page = new BucketDeployment(stack, 'upload-page', {
    ...shared,
    sources: [Source.asset(webDir, { exclude: ['assets'] })],
    cacheControl: [CacheControl.fromString('no-cache')],
  })
  page.node.addDependency(hashed)
  acceptUploadFindings(stack, role)
}

/** CDK brings the function and grants its rights; both are used at deployment only, on this bucket and on the parcel of the build. */
function acceptUploadFindings(stack: Stack, role: Role): void {
  const rights = role.node.findChild('DefaultPolicy')
  const copying = [
    'Action::s3:GetObject*',
    'Action::s3:GetBucket*',
    'Action::s3:List*',
    'Action::s3:DeleteObject*',
    'Action::s3:Abort*',
  ]
  acceptFinding(
    rights,
    'AwsSolutions-IAM5',
    'Families of actions with which CDK copies files, on two named buckets.',
    copying,
  )
  const objects = [{ regex: '/^Resource::.*\\/\\*$/' }]
  acceptFinding(
    rights,
    'AwsSolutions-IAM5',
    'Objects of the page and of the build; their names are made by the build.',
    objects,
  )
  const copier = stack.node.children.find((child) => child.node.id.startsWith('Custom::CDKBucketDeployment'))
  if (!copier) throw new Error('CDK has renamed the function that copies the page')
  acceptFinding(
    copier,
    'AwsSolutions-L1',
    'CDK chooses the Python of its own copying function, and updates it with itself.',
  )
}
