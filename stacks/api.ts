/**
 * The API's function behind the gateway: everything under /api is one function, its routes are Hono's.
 * It may delete only sessions and challenges (signing out ends them at once, before their `expiresAt`); the facts of a
 * round cannot be deleted by it even if its code wanted to.
 */
import { HttpMethod, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { type StackContext, use } from 'sst/constructs'
import { createDoor } from './door.ts'
import { acceptFinding, allow, asReference } from './house.ts'
import { Storage } from './storage.ts'
import { Web } from './web.ts'

/** Partitions in which signing out deletes. */
const deletable = ['SESSION#*', 'CHALLENGE#*']

export function Api({ app, stack }: StackContext) {
  const { table, codeKey, originSecret } = use(Storage)
  const api = createDoor(app, stack, {
    name: 'api',
    timeoutSeconds: 15,
    environment: { CODE_KEY: asReference(codeKey), ORIGIN_SECRET: asReference(originSecret) },
    statements: [
      allow(
        ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
        [table.tableArn],
      ),
      allow(['dynamodb:DeleteItem'], [table.tableArn], {
        'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': deletable },
      }),
    ],
  })
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
