/** The foot of every page. */
import { say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'
import { held } from './calm.ts'

export function Footer() {
  if (held.value > 0) return null
  return (
    <footer class="footer">
      <div class="width">
        {say(shellWording.product)} · {say(shellWording.tagline)} · <a href="/privasi">{say(shellWording.privacy)}</a>
      </div>
    </footer>
  )
}
