/** All commands, in the order in which a new installation needs them. */
import type { Command } from '../command.ts'
import { coordinatorInvite } from './coordinator.ts'
import { regionCreate, regionList } from './region.ts'

export const commands: readonly Command[] = [regionList, regionCreate, coordinatorInvite]
