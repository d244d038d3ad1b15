/**
 * The table of pages. Each is its own piece of JavaScript, fetched when it is first opened. `for` says who may see it:
 * `anyone`, those who enter data for an agency, those who see the whole region, its coordinators, or everybody signed in.
 */
import type { ComponentType } from 'preact'
import { pagePiece } from './page-piece.tsx'

export type Audience = 'anyone' | 'agency' | 'region' | 'coordinator' | 'signed-in'
export type Page = { readonly path: string; readonly for: Audience; readonly component: ComponentType }

const page = (path: string, audience: Audience, load: () => Promise<ComponentType>): Page => ({
  path,
  for: audience,
  component: pagePiece(load),
})

export const pages: readonly Page[] = [
  page('/masuk', 'anyone', async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
  page('/tugas', 'agency', async () => (await import('../tasks/tasks-page.tsx')).TasksPage),
  page('/rekap', 'region', async () => (await import('../board/board-page.tsx')).BoardPage),
  page('/rekap/jendela', 'region', async () => (await import('../windows/windows-page.tsx')).WindowsPage),
  page('/reviu', 'coordinator', async () => (await import('../review/queue-page.tsx')).QueuePage),
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
  page('/surat/rencana', 'region', async () => (await import('../mail/plan-page.tsx')).PlanPage),
  page('/surat/ingatkan', 'coordinator', async () => (await import('../mail/remind-page.tsx')).RemindPage),
  page('/surat/tidak-terjangkau', 'region', async () => (await import('../mail/unreachable-page.tsx')).UnreachablePage),
  page('/surat/:nid', 'signed-in', async () => (await import('../mail/notice-page.tsx')).NoticePage),
  page('/latihan/:round', 'signed-in', async () => (await import('../rehearsal/rehearsal-page.tsx')).RehearsalPage),
  page('/kalender', 'signed-in', async () => (await import('../calendar/calendar-page.tsx')).CalendarPage),
  page('/bukti/:number', 'anyone', async () => (await import('../receipt/receipt-page.tsx')).ReceiptPage),
  page('/hasil', 'region', async () => (await import('../results/results-page.tsx')).ResultsPage),
  page('/hasil/kota', 'region', async () => (await import('../results/city-page.tsx')).CityPage),
  page('/hasil/kecamatan/:district', 'region', async () => (await import('../results/district-page.tsx')).DistrictPage),
  page('/pengaturan', 'coordinator', async () => (await import('../settings/settings-page.tsx')).SettingsPage),
  page('/putaran-baru', 'coordinator', async () => (await import('../settings/round-new-page.tsx')).RoundNewPage),
  page('/pengaturan/putaran', 'coordinator', async () => (await import('../settings/rounds-page.tsx')).RoundsPage),
  page('/pengaturan/putaran/:round', 'coordinator', async () => (await import('../settings/round-page.tsx')).RoundPage),
  page(
    '/pengaturan/putaran/:round/penugasan',
    'coordinator',
    async () => (await import('../settings/assignments-page.tsx')).AssignmentsPage,
  ),
  page(
    '/pengaturan/perangkat-daerah',
    'coordinator',
    async () => (await import('../settings/agencies-page.tsx')).AgenciesPage,
  ),
  page(
    '/pengaturan/perangkat-daerah/:agency',
    'coordinator',
    async () => (await import('../settings/agency-page.tsx')).AgencyPage,
  ),
  page('/pengaturan/formulir', 'coordinator', async () => (await import('../settings/forms-page.tsx')).FormsPage),
  page('/pengaturan/orang', 'coordinator', async () => (await import('../settings/people-page.tsx')).PeoplePage),
  page(
    '/pengaturan/orang/:person',
    'coordinator',
    async () => (await import('../settings/person-page.tsx')).PersonPage,
  ),
  page(
    '/pengaturan/unduhan',
    'coordinator',
    async () => (await import('../settings/file-access-page.tsx')).FileAccessPage,
  ),
  page('/pengaturan/kalender', 'coordinator', async () => (await import('../settings/calendar-page.tsx')).CalendarPage),
  page('/acuan', 'coordinator', async () => (await import('../settings/reference-page.tsx')).ReferencePage),
  page('/pengaturan/daerah', 'coordinator', async () => (await import('../settings/region-page.tsx')).RegionPage),
]
