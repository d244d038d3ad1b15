/** The gallery's page of components, in the browser. `?bahasa=en` is English, `?media=cetak` as on paper; `?hanya=tags` shows one example. */
import { render } from 'preact'
import { wearPrintStyles } from '../../web/shell/fit-on-paper.ts'
import { language } from '../../web/wording/language.ts'
import { signInAs } from '../web/fixtures/desk-data.ts'
import { examples, InAddress } from './component-examples.tsx'
import { titleOf } from './component-words.ts'
// The site has all styles in one file; a page alone would bring only its own.
import '../../web/board/board.css'
import '../../web/form/form.css'
import '../../web/results/results.css'
import '../../web/tasks/tasks.css'
import './components.css'

const asked = new URLSearchParams(location.search)
language.value = asked.get('bahasa') === 'en' ? 'en' : 'id'
signInAs('coordinator')
const only = asked.get('hanya')

function Components() {
  return (
    <main class="width">
      {only === null && <h1>{language.value === 'en' ? 'Components' : 'Komponen'}</h1>}
      {examples
        .filter(({ id }) => only === null || id === only)
        .map(({ id, draw }) => (
          <section key={id} id={id} class="example">
            {only === null && <h2>{titleOf(id)}</h2>}
            {draw()}
          </section>
        ))}
    </main>
  )
}

const place = document.getElementById('app')
if (place !== null)
  render(
    <InAddress>
      <Components />
    </InAddress>,
    place,
  )
if (asked.get('media') === 'cetak') {
  wearPrintStyles()
  dispatchEvent(new Event('beforeprint'))
}
