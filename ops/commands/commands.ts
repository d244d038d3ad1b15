/** All commands, in the order in which a new installation needs them. */
import type { Command } from '../command.ts'
import { regionExport, regionImport, regionVerify } from './archive.ts'
import { regionClose } from './close-region.ts'
import { coordinatorInvite } from './coordinator.ts'
import { noticesExplain, noticesReplay, noticesStatus, restoreReconcile } from './notices.ts'
import { personAccess, personCopy, personErase, retentionEnd } from './person.ts'
import { noticesRedrive } from './redrive.ts'
import { regionCreate, regionList } from './region.ts'
import { roundExport, smoke } from './round.ts'

export const commands: readonly Command[] = [
  regionList,
  regionCreate,
  coordinatorInvite,
  regionExport,
  regionImport,
  regionVerify,
  regionClose,
  roundExport,
  noticesStatus,
  noticesExplain,
  noticesReplay,
  noticesRedrive,
  restoreReconcile,
  personAccess,
  personCopy,
  personErase,
  retentionEnd,
  smoke,
]
