/**
 * The few things that a stack needs beyond aws-cdk-lib: what the app knows about itself, a stack that is named for its stage,
 * how one noun finds another, and a function bundled from functions/lambda.
 * Names, ids and bundles are those that SST 2 gave them, so a stage that SST deployed is updated in place by CDK, and both
 * `stacks/app.ts` (CDK) and `sst.config.ts` (SST) synthesize the same templates.
 */
import { rmSync } from 'node:fs'
import { App as CdkApp, Stack as CdkStack, CfnOutput, Duration, Size, Tags } from 'aws-cdk-lib'
import {
  Architecture,
  Function as CdkFunction,
  type FunctionProps as CdkFunctionProps,
  Code,
  Runtime,
} from 'aws-cdk-lib/aws-lambda'
import { bundleDoor } from './bundle-door.ts'

/** What an app knows about itself; SST's own `App` knows it too. */
export interface App extends CdkApp {
  readonly name: string
  readonly stage: string
  readonly region: string
}

export const appName = 'lengkap'

interface AppPlace {
  stage: string
  region: string
  /** Absent where nobody is signed in to AWS: the templates then refer to the account in which they are deployed. */
  account?: string
  /** Where the assembly is written; cdk says it by itself. */
  outdir?: string
}

export class LengkapApp extends CdkApp {
  readonly name = appName
  readonly stage: string
  override readonly region: string
  override readonly account: string | undefined

  constructor({ stage, region, account, ...props }: AppPlace) {
    super(props)
    this.stage = stage
    this.region = region
    this.account = account
    Tags.of(this).add('sst:app', appName)
    Tags.of(this).add('sst:stage', stage)
  }
}

/** A stack `<stage>-<app>-<Noun>`. */
export class Stack extends CdkStack {
  constructor(app: App, noun: string) {
    super(app, `${app.stage}-${app.name}-${noun}`, { env: { account: app.account, region: app.region } })
  }

  /** Adds outputs whose names are their own logical ids, so that a reader of the stack finds them by name. */
  addOutputs(outputs: Record<string, string>): void {
    for (const [name, value] of Object.entries(outputs)) {
      new CfnOutput(this, `SSTStackOutput${name}`, { value }).overrideLogicalId(name)
    }
  }
}

export interface StackContext {
  app: App
  stack: Stack
}
export type Noun<Made> = (context: StackContext) => Made

let made = new Map<unknown, unknown>()

/** Makes a stack of each noun, in this order: a noun finds those before it by `use`. */
export function addStacks(app: App, nouns: Noun<unknown>[]): void {
  made = new Map()
  for (const noun of nouns) made.set(noun, noun({ app, stack: new Stack(app, noun.name) }))
}

/** What the stack of a noun answered; throws when that stack comes later. */
export function use<Made>(noun: Noun<Made>): Made {
  if (!made.has(noun)) throw new Error(`The stack ${noun.name} is not there yet: put it before the one that uses it`)
  return made.get(noun) as Made
}

export interface FunctionProps
  extends Omit<CdkFunctionProps, 'code' | 'handler' | 'runtime' | 'architecture' | 'timeout'> {
  /** Path of the module from the root without its ending, a dot, and the name of the export. */
  handler: string
  timeoutSeconds: number
}

/** A function of this repository on Lambda's Node 24. */
export class BundledFunction extends CdkFunction {
  constructor(stack: Stack, id: string, { timeoutSeconds, ...props }: FunctionProps) {
    const app = stack.node.root as App
    const folder = bundleDoor(props.handler)
    super(stack, id, {
      memorySize: 512,
      ...props,
      code: Code.fromAsset(folder),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(timeoutSeconds),
      ephemeralStorageSize: Size.mebibytes(512),
    })
    rmSync(folder, { recursive: true })
    // Set by SST, and kept so that nothing about a function but its code changes when CDK takes over its stage.
    this.addEnvironment('AWS_NODEJS_CONNECTION_REUSE_ENABLED', '1')
    this.addEnvironment('SST_APP', app.name)
    this.addEnvironment('SST_STAGE', app.stage)
    this.addEnvironment('SST_SSM_PREFIX', `/sst/${app.name}/${app.stage}/`)
  }
}
