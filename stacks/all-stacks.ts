/**
 * Table of contents of the infrastructure: one stack per noun, in the order in which they need each other.
 * `Web` stands before `Api` because the functions must know the site's address, and the site's address
 * must not wait for the functions (see stacks/web.ts).
 */
import { Tags } from 'aws-cdk-lib'
import { Alarms } from './alarms.ts'
import { Api } from './api.ts'
import { type App, addStacks } from './constructs.ts'
import { Jobs } from './jobs.ts'
import { Mail } from './mail.ts'
import { Operator } from './operator.ts'
import { Storage } from './storage.ts'
import { Web } from './web.ts'

export function addAllStacks(app: App): void {
  Tags.of(app).add('lengkap:app', app.name)
  Tags.of(app).add('lengkap:stage', app.stage)
  addStacks(app, [Storage, Mail, Web, Api, Jobs, Operator, Alarms])
}
