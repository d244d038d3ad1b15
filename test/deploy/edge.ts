/**
 * CloudFront and the gateway in front of the API's function, as the templates set them up: of a request only the headers that are
 * forwarded reach it, with the viewer's address and the origin's secret beside them.
 */
import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { readBody, toEvent, writeResult } from '../../local/api-gateway.ts'
import type { Assembly } from './assembly.ts'
import type { Cloud } from './cloud.ts'

export const viewer = '203.0.113.7'

type Edge = { url: string; close(): void }

/** `after` is awaited before each answer: what follows a commit has then happened. */
export async function startEdge(cloud: Cloud, assembly: Assembly, after: () => Promise<void>): Promise<Edge> {
  const { forwarded, added, siteUrl } = settingsOf(assembly, cloud)
  const server = createServer(async (request, response) => {
    const event = toEvent(request, await readBody(request), cloud.now, randomUUID())
    const own = `http://${request.headers.host}`
    event.headers = {
      ...Object.fromEntries(Object.entries(event.headers).filter(([name]) => forwarded.has(name))),
      // A browser would say the address that the function knows.
      ...(event.headers.origin === own && { origin: siteUrl }),
      ...added,
      host: 'gateway01.execute-api.ap-southeast-3.amazonaws.com',
      'cloudfront-viewer-address': `${viewer}:4711`,
      'x-forwarded-for': `${viewer}, 198.51.100.1`,
      via: '2.0 edge.cloudfront.net (CloudFront)',
    }
    event.requestContext.http.sourceIp = '198.51.100.1'
    try {
      const result = (await cloud.invoke('api', event)) as APIGatewayProxyStructuredResultV2
      await after()
      writeResult(response, result)
    } catch (error) {
      response.writeHead(502).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

function settingsOf(assembly: Assembly, { doors }: Cloud) {
  const [policy] = assembly.all('AWS::CloudFront::OriginRequestPolicy')
  const { Headers: headers } = policy?.properties.OriginRequestPolicyConfig.HeadersConfig ?? {}
  const [site] = assembly.all('AWS::CloudFront::Distribution')
  const custom: { HeaderName: string; HeaderValue: string }[] = site?.properties.DistributionConfig.Origins.flatMap(
    ({ OriginCustomHeaders = [] }) => assembly.resolve(site.stack, OriginCustomHeaders),
  )
  return {
    forwarded: new Set<string>(headers.map((name: string) => name.toLowerCase())),
    added: Object.fromEntries(custom.map(({ HeaderName, HeaderValue }) => [HeaderName.toLowerCase(), HeaderValue])),
    siteUrl: doors.find(({ name }) => name === 'api')?.environment.SITE_URL ?? '',
  }
}
