/**
 * As much of AWS as a deployment asks for, on loopback: who am I, the bootstrap's version, files, and stacks that come, change and
 * go by change sets. It keeps what it was given, so a test sees what a deployer did, and can let a stack fail once.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const account = '111122223333'

type Stack = {
  name: string
  status: string
  template: string
  protected: boolean
  changeSets: Map<string, { template: string; type: string }>
}

export class FakeAws {
  readonly stacks = new Map<string, Stack>()
  /** Files by bucket and key. */
  readonly files = new Map<string, Buffer>()
  /** `service action subject`, in order. */
  readonly calls: string[] = []
  /** Names of stacks whose next execution is rolled back. */
  readonly failing = new Set<string>()
  /** What it was asked and does not know. */
  readonly unknown: string[] = []
  readonly #server = createServer((request, response) => void this.#answer(request, response))

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): Promise<void> {
    this.#server.closeAllConnections()
    return new Promise((resolve) => this.#server.close(() => resolve()))
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    const target = String(request.headers['x-amz-target'] ?? '')
    const isForm = String(request.headers['content-type'] ?? '').includes('x-www-form-urlencoded')
    const action = isForm ? (new URLSearchParams(body.toString()).get('Action') ?? '') : ''
    if (target) return this.#json(target, JSON.parse(body.toString()), response)
    if (action) return this.#query(action, new URLSearchParams(body.toString()), response)
    this.#file(request, body, response)
  }

  #json(target: string, input: { Name?: string }, response: ServerResponse): void {
    this.calls.push(`${target} ${input.Name ?? ''}`)
    response.setHeader('content-type', 'application/x-amz-json-1.1')
    if (target === 'AmazonSSM.GetParameter') {
      response.end(JSON.stringify({ Parameter: { Name: input.Name, Type: 'String', Value: '30' } }))
    } else this.#notKnown(target, response)
  }

  #file(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    const key = decodeURIComponent(pathname.slice(1))
    this.calls.push(`s3 ${request.method} ${key}`)
    response.setHeader('content-type', 'application/xml')
    if (searchParams.has('uploads')) {
      response.end('<InitiateMultipartUploadResult><UploadId>u</UploadId></InitiateMultipartUploadResult>')
    } else if (request.method === 'POST') {
      response.end('<CompleteMultipartUploadResult><ETag>"x"</ETag></CompleteMultipartUploadResult>')
    } else if (request.method === 'PUT') {
      const before = searchParams.has('partNumber') ? (this.files.get(key) ?? Buffer.alloc(0)) : Buffer.alloc(0)
      this.files.set(key, Buffer.concat([before, body]))
      response.setHeader('etag', '"x"').end()
    } else if (searchParams.has('location')) {
      response.end(
        '<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">ap-southeast-3</LocationConstraint>',
      )
    } else if (searchParams.has('encryption')) {
      response.end(
        '<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>',
      )
    } else if (searchParams.has('list-type') || searchParams.has('prefix')) {
      const prefix = `${key.replace(/\/$/, '')}/${searchParams.get('prefix') ?? ''}`
      const found = [...this.files].filter(([name]) => name.startsWith(prefix))
      const contents = found.map(
        ([name, file]) =>
          `<Contents><Key>${name.slice(name.indexOf('/') + 1)}</Key><Size>${file.length}</Size></Contents>`,
      )
      response.end(`<ListBucketResult><KeyCount>${found.length}</KeyCount>${contents.join('')}</ListBucketResult>`)
    } else {
      const file = this.files.get(key)
      response.statusCode = file ? 200 : 404
      response.end(request.method === 'HEAD' ? undefined : file)
    }
  }

  #query(action: string, input: URLSearchParams, response: ServerResponse): void {
    const named = input.get('StackName') ?? ''
    const name = named.startsWith('arn:') ? (named.split('/')[1] ?? '') : named
    this.calls.push(`${action} ${name}`.trim())
    const answer = (result: string) => {
      response.setHeader('content-type', 'text/xml')
      response.end(`<${action}Response><${action}Result>${result}</${action}Result></${action}Response>`)
    }
    const refuse = (message: string, code = 'ValidationError') => {
      response.statusCode = 400
      response.setHeader('content-type', 'text/xml')
      response.end(
        `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error></ErrorResponse>`,
      )
    }
    const stack = this.stacks.get(name)
    const changeSet =
      (input.get('ChangeSetName') ?? '')
        .split('/')
        .at(named.startsWith('arn:') || input.get('ChangeSetName')?.startsWith('arn:') ? 1 : 0) ?? ''
    const known: Record<string, () => void> = {
      GetCallerIdentity: () =>
        answer(`<Arn>arn:aws:iam::${account}:user/deployer</Arn><UserId>U</UserId><Account>${account}</Account>`),
      AssumeRole: () =>
        answer(
          `<Credentials><AccessKeyId>ASIAX</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>R:s</AssumedRoleId><Arn>${input.get('RoleArn')}</Arn></AssumedRoleUser>`,
        ),
      DescribeStacks: () => {
        if (!name) return answer(`<Stacks>${[...this.stacks.values()].map(describe).join('')}</Stacks>`)
        return stack ? answer(`<Stacks>${describe(stack)}</Stacks>`) : refuse(`Stack with id ${name} does not exist`)
      },
      GetTemplate: () =>
        stack
          ? answer(`<TemplateBody>${escapeXml(stack.template)}</TemplateBody>`)
          : refuse(`Stack with id ${name} does not exist`),
      CreateChangeSet: () => {
        const made = stack ?? {
          name,
          status: 'REVIEW_IN_PROGRESS',
          template: '{}',
          protected: false,
          changeSets: new Map(),
        }
        this.stacks.set(name, made)
        const template = this.#templateOf(input)
        made.changeSets.set(changeSet, { template, type: input.get('ChangeSetType') ?? 'UPDATE' })
        answer(`<Id>arn:aws:cloudformation:x:${account}:changeSet/${changeSet}/1</Id><StackId>${arnOf(name)}</StackId>`)
      },
      DescribeChangeSet: () => {
        const found = stack?.changeSets.get(changeSet)
        if (!found || !stack) return refuse(`ChangeSet [${changeSet}] does not exist`, 'ChangeSetNotFound')
        const same = found.template === stack.template
        const head = `<ChangeSetName>${changeSet}</ChangeSetName><ChangeSetId>arn:aws:cloudformation:x:${account}:changeSet/${changeSet}/1</ChangeSetId><StackId>${arnOf(name)}</StackId><StackName>${name}</StackName><CreationTime>2026-11-29T00:00:00Z</CreationTime>`
        if (same) {
          return answer(
            `${head}<Status>FAILED</Status><StatusReason>The submitted information didn't contain changes.</StatusReason><Changes/>`,
          )
        }
        answer(
          `${head}<Status>CREATE_COMPLETE</Status><ExecutionStatus>AVAILABLE</ExecutionStatus><Changes><member><Type>Resource</Type><ResourceChange><Action>Add</Action><LogicalResourceId>x</LogicalResourceId><ResourceType>AWS::X</ResourceType></ResourceChange></member></Changes>`,
        )
      },
      ExecuteChangeSet: () => {
        const found = stack?.changeSets.get(changeSet)
        if (!stack || !found) return refuse(`ChangeSet [${changeSet}] does not exist`, 'ChangeSetNotFound')
        const isNew = stack.status === 'REVIEW_IN_PROGRESS'
        if (this.failing.delete(name)) stack.status = isNew ? 'ROLLBACK_COMPLETE' : 'UPDATE_ROLLBACK_COMPLETE'
        else {
          stack.template = found.template
          stack.status = isNew ? 'CREATE_COMPLETE' : 'UPDATE_COMPLETE'
        }
        answer('')
      },
      DeleteChangeSet: () => {
        stack?.changeSets.delete(changeSet)
        answer('')
      },
      UpdateTerminationProtection: () => {
        if (stack) stack.protected = input.get('EnableTerminationProtection') === 'true'
        answer(`<StackId>${arnOf(name)}</StackId>`)
      },
      DescribeStackEvents: () => answer(`<StackEvents>${stack ? eventOf(stack) : ''}</StackEvents>`),
      DescribeEvents: () => answer('<OperationEvents/>'),
      ListStackResources: () => answer('<StackResourceSummaries/>'),
      DescribeStackResources: () => answer('<StackResources/>'),
      DeleteStack: () => {
        if (stack?.protected) return refuse(`Stack [${name}] cannot be deleted while TerminationProtection is enabled`)
        this.stacks.delete(name)
        answer('')
      },
      ListImports: () => refuse('Export is not imported by any stack'),
      ListExports: () => answer('<Exports/>'),
      ListStacks: () => answer('<StackSummaries/>'),
    }
    const reply = known[action]
    if (reply) reply()
    else this.#notKnown(action, response)
  }

  #templateOf(input: URLSearchParams): string {
    const body = input.get('TemplateBody')
    if (body !== null) return body
    const url = new URL(input.get('TemplateURL') ?? '')
    const name = url.pathname.split('/').at(-1) ?? ''
    const found = [...this.files].find(([key]) => key.endsWith(name))
    if (found === undefined) throw new Error(`No template ${url}`)
    return found[1].toString()
  }

  #notKnown(what: string, response: ServerResponse): void {
    this.unknown.push(what)
    response.statusCode = 400
    response.end(`<ErrorResponse><Error><Code>InvalidAction</Code><Message>${what}</Message></Error></ErrorResponse>`)
  }
}

function describe({ name, status, protected: isProtected }: Stack): string {
  return `<member><StackId>${arnOf(name)}</StackId><StackName>${name}</StackName><StackStatus>${status}</StackStatus><CreationTime>2026-11-29T00:00:00Z</CreationTime><EnableTerminationProtection>${isProtected}</EnableTerminationProtection><Outputs/><Tags/><Parameters/></member>`
}

function eventOf({ name, status }: Stack): string {
  return `<member><EventId>${name}-${status}-${Date.now()}</EventId><StackId>${arnOf(name)}</StackId><StackName>${name}</StackName><LogicalResourceId>${name}</LogicalResourceId><PhysicalResourceId>${arnOf(name)}</PhysicalResourceId><ResourceType>AWS::CloudFormation::Stack</ResourceType><ResourceStatus>${status}</ResourceStatus><Timestamp>${new Date().toISOString()}</Timestamp></member>`
}

function arnOf(name: string): string {
  return `arn:aws:cloudformation:ap-southeast-3:${account}:stack/${name}/0`
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
