/**
 * The API's function behind the gateway: everything under /api is one function, its routes are Hono's.
 * Besides the common rights it sweeps the index of what waits, for the health page, and takes freed addresses off SES's
 * suppression list; it cannot send.
 */
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { Policy } from 'aws-cdk-lib/aws-iam'
import { type BundledFunction, type Stack, type StackContext, use } from './constructs.ts'
import { acceptFinding, allow, asReference } from './conventions.ts'
import { createDoor } from './door.ts'
import { keyEnvironment } from './rotated-key.ts'
import { queryDue, Storage } from './storage.ts'
import { Web } from './web.ts'

export function Api({ app, stack }: StackContext) {
  const { table, codeKey, addressKey, originSecret } = use(Storage)
  const api = createDoor(app, stack, {
    name: 'api',
    // A workbook of 10,000 rows is read and judged within one request: that takes a whole processor and the gateway's patience.
    timeoutSeconds: 29,
    memorySize: 1769,
    environment: {
      ...keyEnvironment('CODE_KEY', codeKey),
      ADDRESS_KEY: asReference(addressKey),
      ...keyEnvironment('ORIGIN_SECRET', originSecret),
    },
    statements: [queryDue(table)],
  })
  allowFreeing(stack, api)
  const route = new HttpRoute(stack, 'route', {
    httpApi: use(Web).gateway,
    routeKey: HttpRouteKey.with('/api/{proxy+}', HttpMethod.ANY),
    integration: new HttpLambdaIntegration('api', api),
  })
  acceptFinding(
    route,
    'AwsSolutions-APIG4',
    'Sign-in by mailed code is the application itself; every route of Hono declares its access and a test walks them all.',
  )
  return { api }
}

/** A policy of its own, so that what is accepted here is accepted of nothing else. */
function allowFreeing(stack: Stack, api: BundledFunction): void {
  if (!api.role) throw new Error(`${api.node.id} has no role to free addresses with`)
  const freeing = new Policy(stack, 'api-suppression', {
    roles: [api.role],
    statements: [allow(['ses:DeleteSuppressedDestination'], ['*'])],
  })
  acceptFinding(
    freeing,
    'AwsSolutions-IAM5',
    'The suppression list belongs to the account, and AWS knows no resource for an address on it.',
    ['Resource::*'],
  )
}
