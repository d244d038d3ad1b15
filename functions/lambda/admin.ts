/** The operator's command: whom IAM lets invoke this function. It has no trigger and no address. */
import { createAdmin } from '../admin/admin.ts'
import { adminPorts } from './admin-deps.ts'

export const handler = createAdmin(adminPorts)
