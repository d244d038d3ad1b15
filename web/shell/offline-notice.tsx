/**
 * Says that nobody answers, from when what is shown is, and that what was typed is safe; loads all again when the connection
 * is back. A computer may believe that it is online while the line behind it is cut, so that is tried now and then.
 */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { refreshAll } from '../api/resource.ts'
import { staleSince } from '../device/remembered.ts'
import { say } from '../wording/language.ts'
import { noticeWording, staleWords } from '../wording/notices.ts'

const retryMilliseconds = 20_000

export const online = signal(typeof navigator === 'undefined' || navigator.onLine !== false)

export function OfflineNotice() {
  const stale = staleSince.value
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
  useEffect(() => {
    if (stale === undefined) return
    const timer = setInterval(refreshAll, retryMilliseconds)
    return () => clearInterval(timer)
  }, [stale])
  return (
    <div role="status">
      {(!online.value || stale !== undefined) && (
        <div class="notice warning">
          <div class="width">
            {say(noticeWording.offline)} {stale !== undefined && say(staleWords((Date.now() - stale) / 60_000))}
          </div>
        </div>
      )}
    </div>
  )
}
