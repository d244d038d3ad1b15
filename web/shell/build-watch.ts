/** Finds out about a newer build of the site: its document then names another script. Fetched once the page is drawn. */
import { newBuild } from './new-build.ts'

const lookMilliseconds = 600_000
const scriptIn = (html: string) => /<script[^>]+type="module"[^>]+src="([^"]+)"/.exec(html)?.[1]
const own = () => document.querySelector('script[type="module"][src^="/assets/"]')?.getAttribute('src')

/** Asks the server; no answer is no news. */
export async function lookForNewBuild(): Promise<boolean> {
  const html = await fetch('/index.html', { cache: 'no-store' })
    .then((answer) => (answer.ok ? answer.text() : ''))
    .catch(() => '')
  const [there, here] = [scriptIn(html), own()]
  newBuild.value = there !== undefined && here !== null && here !== undefined && there !== here
  return newBuild.peek()
}

/** Loads the page anew, once a build: should that not help, the person decides. */
export function loadNewBuild(): void {
  try {
    if (sessionStorage.getItem('lengkap-dimuat') === own()) return
    sessionStorage.setItem('lengkap-dimuat', own() ?? '')
  } catch {
    return
  }
  location.reload()
}

/** Now and then, and whenever the page is looked at again. */
export function watchForNewBuild(): void {
  const look = () => document.visibilityState === 'visible' && void lookForNewBuild()
  setInterval(look, lookMilliseconds)
  document.addEventListener('visibilitychange', look)
}
