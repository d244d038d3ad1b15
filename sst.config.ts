/** The way in for SST 2: the same stacks that CDK deploys (stacks/app.ts). */
import type { SSTConfig } from 'sst'
import { addAllStacks } from './stacks/all-stacks.ts'
import { appName } from './stacks/constructs.ts'
import { readRegion } from './stacks/settings.ts'

export default {
  config() {
    return { name: appName, region: readRegion() }
  },
  stacks(app) {
    addAllStacks(app)
  },
} satisfies SSTConfig
