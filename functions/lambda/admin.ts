/** The operator's command: whom IAM lets invoke this function. It has no trigger and no address. */
import { createAdmin } from '../admin/admin.ts'
import { clock } from './clock.ts'
import { env, regions, rounds } from './deps.ts'

export const handler = createAdmin({ clock: () => clock.now(), regions, rounds, siteUrl: env.SITE_URL })
