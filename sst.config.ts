/**
 * Table of contents of the infrastructure: one stack per noun, in the order in which they need each other.
 * `Web` stands before `Api` because the functions must know the site's address, and the site's address
 * must not wait for the functions (see stacks/web.ts).
 */
import type { SSTConfig } from 'sst'
import { Alarms } from './stacks/alarms.ts'
import { Api } from './stacks/api.ts'
import { furnish, tidy } from './stacks/house.ts'
import { Jobs } from './stacks/jobs.ts'
import { Mail } from './stacks/mail.ts'
import { readRegion } from './stacks/settings.ts'
import { Storage } from './stacks/storage.ts'
import { Web } from './stacks/web.ts'

export default {
  config() {
    return { name: 'lengkap', region: readRegion() }
  },
  stacks(app) {
    furnish(app)
    app.stack(Storage).stack(Mail).stack(Web).stack(Api).stack(Jobs).stack(Alarms)
    tidy(app)
  },
} satisfies SSTConfig
