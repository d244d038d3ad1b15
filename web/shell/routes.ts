/**
 * The table of pages. Each is its own piece of JavaScript, fetched when it is first opened. `for` says who may see it:
 * `anyone`, those who enter data for an agency, those who see the whole region, its coordinators, or everybody signed in.
 */
import type { ComponentType } from 'preact'
import { settingsPaths } from '../settings/paths.ts'
import { pagePiece } from './page-piece.tsx'

type DeskPages = typeof import('../board/desk-pages.ts')

export type Audience = 'anyone' | 'agency' | 'region' | 'coordinator' | 'signed-in'
export type Page = { readonly path: string; readonly for: Audience; readonly component: ComponentType }

const page = (path: string, audience: Audience, load: () => Promise<ComponentType>): Page => ({
  path,
  for: audience,
  component: pagePiece(load),
})

/** Their addresses stand in one piece of their own: operators, on slow lines, never open them. */
const desk = (load: (pages: DeskPages) => Promise<ComponentType>) => async () =>
  load(await import('../board/desk-pages.ts'))

export const pages: readonly Page[] = [
  page('/masuk', 'anyone', async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
  page('/tugas', 'agency', async () => (await import('../tasks/tasks-page.tsx')).TasksPage),
  page('/rekap', 'region', async () => (await import('../board/board-page.tsx')).BoardPage),
  page(
    '/rekap/jendela',
    'region',
    desk((pages) => pages.windowsPage()),
  ),
  page(
    '/rekap/hubungi',
    'coordinator',
    desk((pages) => pages.callsPage()),
  ),
  page(
    '/rekap/linimasa',
    'region',
    desk((pages) => pages.timelinePage()),
  ),
  page(
    '/reviu',
    'coordinator',
    desk((pages) => pages.queuePage()),
  ),
  page('/putaran/:round/:agency/:form', 'agency', async () => (await import('../form/form-page.tsx')).FormPage),
  page(
    '/putaran/:round/:agency/:form/kiriman/:revision?',
    'signed-in',
    async () => (await import('../submission/submission-page.tsx')).SubmissionPage,
  ),
  page('/temuan', 'signed-in', async () => (await import('../findings/findings-page.tsx')).FindingsPage),
  page('/saya', 'signed-in', async () => (await import('../me/me-page.tsx')).MePage),
  page('/privasi', 'anyone', async () => (await import('../privacy/privacy-page.tsx')).PrivacyPage),
  page('/berhenti', 'anyone', async () => (await import('../me/stop-page.tsx')).StopPage),
  page('/surat', 'signed-in', async () => (await import('../mail/ledger-page.tsx')).LedgerPage),
  page(
    '/surat/rencana',
    'region',
    desk((pages) => pages.planPage()),
  ),
  page(
    '/surat/ingatkan',
    'coordinator',
    desk((pages) => pages.remindPage()),
  ),
  page(
    '/surat/tidak-terjangkau',
    'region',
    desk((pages) => pages.unreachablePage()),
  ),
  page('/surat/:nid', 'signed-in', async () => (await import('../mail/notice-page.tsx')).NoticePage),
  page('/latihan/:round', 'signed-in', async () => (await import('../rehearsal/rehearsal-page.tsx')).RehearsalPage),
  page('/kalender', 'signed-in', async () => (await import('../calendar/calendar-page.tsx')).CalendarPage),
  page('/bukti/:number', 'anyone', async () => (await import('../receipt/receipt-page.tsx')).ReceiptPage),
  page('/hasil', 'region', async () => (await import('../results/results-page.tsx')).ResultsPage),
  page('/hasil/kota', 'region', async () => (await import('../results/city-page.tsx')).CityPage),
  page('/hasil/kecamatan/:district', 'region', async () => (await import('../results/district-page.tsx')).DistrictPage),
  ...settingsPaths.map((path) =>
    page(path, 'coordinator', async () => (await import('../settings/pages.ts')).settingsPage(path)),
  ),
  page('/pengaturan/sipd', 'coordinator', async () => (await import('../sipd/budgets-page.tsx')).BudgetsPage),
  page(
    '/pengaturan/sipd/:year/:stage/:number',
    'coordinator',
    async () => (await import('../sipd/budget-page.tsx')).BudgetPage,
  ),
]
