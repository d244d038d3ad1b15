/** What runs on every page and nobody waits for, as one piece. */
import { watchFullBoxes } from '../controls/full-box.ts'
import { beginOffline } from '../device/begin-offline.ts'
import { loadAllStyles } from '../load-styles.ts'
import { watchForNewBuild } from './build-watch.ts'
import { loadOtherPages } from './routes.ts'

export function afterCalm(): void {
  watchFullBoxes(document)
  watchForNewBuild()
  void beginOffline()
  loadAllStyles().catch(() => undefined)
  loadOtherPages().catch(() => undefined)
}
