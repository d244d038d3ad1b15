/** The foot of every page. */
import { say } from '../wording/language.ts'
import { shellWording } from '../wording/shell.ts'

export function Footer() {
  return (
    <footer class="footer">
      <div class="width">
        {say(shellWording.product)} · {say(shellWording.tagline)} · <a href="/privasi">{say(shellWording.privacy)}</a>
      </div>
    </footer>
  )
}
