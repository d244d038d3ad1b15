/**
 * The app as CDK runs it (`npm run deploy`, see stacks/cdk.ts): the stage comes from `-c stage=`, `STAGE` or `SST_STAGE`, settings
 * from the environment and from the same `.env` files that SST reads.
 */
import { App } from 'aws-cdk-lib'
import { addAllStacks } from './all-stacks.ts'
import { LengkapApp } from './constructs.ts'
import { loadEnvFiles, readRegion, readStage } from './settings.ts'

const stage = readStage(new App({ autoSynth: false }).node.tryGetContext('stage'))
loadEnvFiles(stage)
const account = process.env.CDK_DEFAULT_ACCOUNT
addAllStacks(new LengkapApp({ stage, region: readRegion(), ...(account && { account }) }))
