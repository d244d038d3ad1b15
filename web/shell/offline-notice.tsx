/** Says that there is no connection, and that what was typed is safe; loads all again when it is back. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { refreshAll } from '../api/resource.ts'
import { say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'

export const online = signal(typeof navigator === 'undefined' || navigator.onLine !== false)

export function OfflineNotice() {
  useEffect(() => {
    const hear = () => {
      const back = navigator.onLine && !online.peek()
      online.value = navigator.onLine
      if (back) refreshAll()
    }
    addEventListener('online', hear)
    addEventListener('offline', hear)
    return () => {
      removeEventListener('online', hear)
      removeEventListener('offline', hear)
    }
  }, [])
  return (
    <div role="status">
      {!online.value && (
        <div class="notice warning">
          <div class="width">{say(shellWording.offline)}</div>
        </div>
      )}
    </div>
  )
}
