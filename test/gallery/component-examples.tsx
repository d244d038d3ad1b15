/** The examples of the gallery: the page's own components with data that shows each of their states. Nothing is drawn anew here. */
import type { ComponentChildren } from 'preact'
import { LocationProvider } from 'preact-iso'
import { Problem, Unreachable } from '../../web/api/problem.ts'
import { BoardCards } from '../../web/board/board-cards.tsx'
import { BoardTable } from '../../web/board/board-table.tsx'
import { BurnUp } from '../../web/board/burn-up.tsx'
import { Figures } from '../../web/board/figures.tsx'
import { DateBox } from '../../web/controls/date-box.tsx'
import { NoRound } from '../../web/controls/no-round.tsx'
import { DistrictCoverage } from '../../web/results/district-coverage.tsx'
import { RoundFigures } from '../../web/results/round-figures.tsx'
import { ErrorPage, NotFoundPage } from '../../web/shell/error-pages.tsx'
import { Footer } from '../../web/shell/footer.tsx'
import { Header } from '../../web/shell/header.tsx'
import { LoadingLines } from '../../web/shell/loading.tsx'
import { narrow } from '../../web/shell/narrow.ts'
import { SignInForm } from '../../web/sign-in/sign-in-form.tsx'
import { TaskCard } from '../../web/tasks/task-card.tsx'
import { boardWording } from '../../web/wording/board.ts'
import { board, cells, view } from './board-example.ts'
import { type Words, words } from './component-words.ts'
import { districtExample } from './district-example.ts'

export type Example = { readonly id: keyof Words['titles']; readonly draw: () => ComponentChildren }

const [dates] = view.dates
const boardParts = { sections: [{ kind: 'kecamatan', rows: board.agencies }], forms: view.forms, view } as const
const refused = new Problem({ code: 'http-503', status: 503, title: '', detail: words('refused'), errors: [] })
const tokens = ['navy', 'blue', 'ink', 'soft', 'line', 'pale', 'paler', 'white', 'red', 'green', 'amber', 'focus']

export const examples: readonly Example[] = [
  {
    id: 'tokens',
    draw: () => (
      <ul class="swatches">
        {tokens.map((name) => (
          <li key={name}>
            <span class="swatch" style={{ background: `var(--${name})` }} /> <code>--{name}</code>
          </li>
        ))}
      </ul>
    ),
  },
  {
    id: 'type',
    draw: () => (
      <>
        <p class="as-h1">{words('heading1')}</p>
        <p class="as-h2">{words('heading2')}</p>
        <p class="as-h3">{words('heading3')}</p>
        <p>{words('text')}</p>
        <p class="hint">{words('hint')}</p>
        <p>
          <small>{words('small')}</small>
        </p>
      </>
    ),
  },
  {
    id: 'buttons',
    draw: () => (
      <p class="cluster">
        <button type="button" class="button main">
          {words('mainAct')}
        </button>
        <button type="button" class="button">
          {words('act')}
        </button>
        <button type="button" class="button danger">
          {words('danger')}
        </button>
        <button type="button" class="button small">
          {words('smallAct')}
        </button>
        <button type="button" class="button main" disabled>
          {words('off')}
        </button>
        <button type="button" class="link">
          {words('link')}
        </button>
      </p>
    ),
  },
  {
    id: 'tags',
    draw: () => (
      <p class="cluster">
        {(['not-started', 'draft', 'submitted', 'returned', 'accepted', 'late'] as const).map((status) => (
          <span key={status} class={`tag ${status}`}>
            {words(status)}
          </span>
        ))}
      </p>
    ),
  },
  {
    id: 'panels',
    draw: () => (
      <>
        {(['', 'good', 'warning', 'bad'] as const).map((look) => (
          <p key={look} class={`panel ${look}`}>
            {words('panel')}
          </p>
        ))}
      </>
    ),
  },
  {
    id: 'fields',
    draw: () => (
      <>
        <div class="field">
          <label class="label" for="contoh">
            {words('label')} <span class="optional">{words('optional')}</span>
          </label>
          <p class="hint" id="contoh-petunjuk">
            {words('hint')}
          </p>
          <input id="contoh" aria-describedby="contoh-petunjuk" value="Rp693.000.000" />
        </div>
        <div class="field wrong">
          <label class="label" for="contoh-salah">
            {words('label')}
          </label>
          <p class="error-text" id="contoh-salah-pesan">
            {words('wrong')}
          </p>
          <input id="contoh-salah" aria-invalid="true" aria-describedby="contoh-salah-pesan" value="12,x" />
        </div>
        <div class="field">
          <label class="label" for="contoh-tanggal">
            {words('date')}
          </label>
          <DateBox id="contoh-tanggal" label={words('date')} value="2026-02-13" onInput={() => undefined} />
        </div>
      </>
    ),
  },
  {
    id: 'task',
    draw: () => cells.slice(1, 3).map((cell) => <TaskCard key={cell.agencyId} assignment={cell} view={view} />),
  },
  { id: 'figures', draw: () => <Figures counts={board.counts} /> },
  { id: 'burnUp', draw: () => dates !== undefined && <BurnUp board={board} dates={dates} holidays={view.holidays} /> },
  {
    id: 'board',
    draw: () => (narrow.value ? <BoardCards {...boardParts} /> : <BoardTable printing={false} {...boardParts} />),
  },
  { id: 'results', draw: () => <RoundFigures board={board} /> },
  {
    id: 'coverage',
    draw: () => (
      <div class="district-paper">
        <div>
          <DistrictCoverage paper={districtExample} />
        </div>
      </div>
    ),
  },
  { id: 'signIn', draw: () => <SignInForm onSignedIn={() => undefined} /> },
  { id: 'noRound', draw: () => <NoRound title={boardWording.title} /> },
  { id: 'loading', draw: () => <LoadingLines /> },
  { id: 'notFound', draw: () => <NotFoundPage /> },
  { id: 'refused', draw: () => <ErrorPage error={refused} /> },
  { id: 'unreachable', draw: () => <ErrorPage error={new Unreachable()} /> },
  {
    id: 'frame',
    draw: () => (
      <>
        <Header />
        <Footer />
      </>
    ),
  },
]

/** Pages know where they are; here they are nowhere. */
export function InAddress({ children }: { children: ComponentChildren }) {
  return <LocationProvider>{children}</LocationProvider>
}
