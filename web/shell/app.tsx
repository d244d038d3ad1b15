/** The frame: header, rehearsal bar, the page that the address names, footer; and who may see which page. */
import { signal } from '@preact/signals'
import type { ComponentChildren, ComponentType } from 'preact'
import { useEffect, useErrorBoundary } from 'preact/hooks'
import { LocationProvider, Route, Router, useLocation } from 'preact-iso'
import { fetchRehearsalClock } from '../api/local-clock.ts'
import { loadSession, session, signInNeeded } from '../session/session.ts'
import { calm, drawn } from './calm.ts'
import { hearRehearsalClock, rehearsal, startTicking } from './clock.ts'
import { ErrorPage, NotFoundPage } from './error-pages.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { later } from './later.tsx'
import { Loading } from './loading.tsx'
import type { Page } from './page-piece.tsx'
import { wearRegionColours } from './region-look.ts'
import { Elsewhere, pages } from './routes.ts'
import { rehearsalIn } from './shown-rehearsal.ts'

const RehearsalBar = later(async () => (await import('./rehearsal-bar.tsx')).RehearsalBar, drawn)
const RehearsalRoundBar = later(async () => (await import('../rehearsal/rehearsal-round-bar.tsx')).RehearsalRoundBar)
const Notices = later(async () => (await import('./notices.tsx')).Notices, drawn)
const SignInDialog = later(async () => (await import('../sign-in/sign-in-dialog.tsx')).SignInDialog)

/** A document of local mode says that there is a rehearsal clock to wait for (local/static-site.ts). */
const clockKnown = signal(document.documentElement.dataset.rehearsal === undefined)

/** The error that broke the shown page, if one did; the frame then shows the error page in its place. */
const pageError = signal<unknown>(undefined)

export function App() {
  useEffect(() => {
    void loadSession()
    wearRegionColours()
    void fetchRehearsalClock().then((clock) => {
      if (clock !== undefined) hearRehearsalClock(clock)
      clockKnown.value = true
    })
    void calm()
      .then(() => import('./after-calm.ts'))
      .then(
        ({ afterCalm }) => afterCalm(),
        () => undefined,
      )
    return startTicking()
  }, [])
  return (
    <LocationProvider>
      <Frame />
    </LocationProvider>
  )
}

/** Drawn once it is known what stands in it: what came later would push down all that is under it. */
function Frame() {
  const { path } = useLocation()
  if (!clockKnown.value || (session.value.state === 'unknown' && path !== '/masuk')) {
    return (
      <div class="width">
        <Loading />
      </div>
    )
  }
  return (
    <>
      <Bar />
      <Header />
      <Notices />
      <main id="isi" class="width" tabIndex={-1}>
        <Content />
      </main>
      <Footer />
      {signInNeeded.value && <SignInDialog />}
    </>
  )
}

/** One bar at most: in a rehearsal round the machine's clock says nothing. */
function Bar() {
  const round = rehearsalIn(useLocation().url)
  if (round !== undefined) return <RehearsalRoundBar round={round} />
  return rehearsal.value === undefined ? null : (
    <div class="rehearsal-place">
      <RehearsalBar />
    </div>
  )
}

function Content() {
  const { url } = useLocation()
  if (pageError.value !== undefined) return <ErrorPage error={pageError.value} />
  if (!isReadable(url)) return <NotFoundPage />
  return (
    <Caught>
      <Router onRouteChange={toTop}>
        {[
          <Route key="/" path="/" component={HomePage} />,
          ...pages.value.map((page) => <Route key={page.path} path={page.path} component={guarded(page)} />),
          <Route key="default" default component={Elsewhere} />,
        ]}
      </Router>
    </Caught>
  )
}

function Caught({ children }: { readonly children: ComponentChildren }) {
  const [error] = useErrorBoundary((failure: unknown) => {
    pageError.value = failure
  })
  return error === undefined ? <>{children}</> : null
}

/** An address such as `/bukti/%` cannot be decoded, and the router would break over it: there is no such page. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split(/[?#]/)[0] ?? '')
    return true
  } catch {
    return false
  }
}

function toTop(): void {
  window.scrollTo(0, 0)
  document.getElementById('isi')?.focus({ preventScroll: true })
}

const guards = new Map<string, ComponentType>()

/** The page, for those who may see it; others are led to the sign-in or told that there is nothing here. */
function guarded(page: Page): ComponentType {
  const known = guards.get(page.path)
  if (known !== undefined) return known
  const { component: Inner } = page
  function Guarded() {
    const current = session.value
    if (page.for === 'anyone') return <Inner />
    if (current.state === 'unknown') return <Loading />
    if (current.state === 'unreachable') return <ErrorPage error={current.error} retry={loadSession} />
    if (current.state === 'signed-out') return <LeadTo path="/masuk" keepTarget />
    const forAgency = current.me.role === 'operator' || current.me.role === 'verifier'
    if ((page.for === 'agency' && !forAgency) || (page.for === 'region' && forAgency)) return <NotFoundPage />
    if (page.for === 'coordinator' && current.me.role !== 'coordinator') return <NotFoundPage />
    return <Inner />
  }
  guards.set(page.path, Guarded)
  return Guarded
}

/** The start page is the work itself: own tasks, or the whole region's board. */
function HomePage() {
  const current = session.value
  if (current.state === 'unknown') return <Loading />
  if (current.state === 'unreachable') return <ErrorPage error={current.error} retry={loadSession} />
  if (current.state === 'signed-out') return <LeadTo path="/masuk" />
  const forAgency = current.me.role === 'operator' || current.me.role === 'verifier'
  return <LeadTo path={forAgency ? '/tugas' : '/rekap'} />
}

function LeadTo({ path, keepTarget }: { path: string; keepTarget?: boolean }) {
  const { route, url } = useLocation()
  useEffect(() => {
    // The router's address has no hash on the first page; the hash may name the cell to go to.
    const target = url.includes('#') ? url : url + location.hash
    route(keepTarget ? `${path}?menuju=${encodeURIComponent(target)}` : path, true)
  }, [path])
  return <Loading />
}
