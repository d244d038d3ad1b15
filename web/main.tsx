/** Starts the page. */
import { render } from 'preact'
import { App } from './shell/app.tsx'

const place = document.getElementById('app')
const start = () => {
  if (place !== null) render(<App />, place)
}
// The youngest of what web/old-browsers.ts adds: who has these has all of it. Nothing above this line uses any of it while it loads.
if ('canParse' in URL && 'toSorted' in [] && 'HTMLDialogElement' in window) start()
else void import('./old-browsers.ts').then(start)
