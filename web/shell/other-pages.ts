/** Pages that few visits begin with, each a piece of JavaScript of its own, by their addresses. */
import type { ComponentType } from 'preact'

export const otherPages = {
  '/rekap/jendela': async () => (await import('../windows/windows-page.tsx')).WindowsPage,
  '/rekap/hubungi': async () => (await import('../calls/calls-page.tsx')).CallsPage,
  '/rekap/linimasa': async () => (await import('../timeline/timeline-page.tsx')).TimelinePage,
  '/reviu': async () => (await import('../review/queue-page.tsx')).QueuePage,
  '/putaran/:round/:agency/:form/kiriman/:revision?': async () =>
    (await import('../submission/submission-page.tsx')).SubmissionPage,
  '/temuan': async () => (await import('../findings/findings-page.tsx')).FindingsPage,
  '/saya': async () => (await import('../me/me-page.tsx')).MePage,
  '/privasi': async () => (await import('../privacy/privacy-page.tsx')).PrivacyPage,
  '/berhenti': async () => (await import('../me/stop-page.tsx')).StopPage,
  '/surat': async () => (await import('../mail/ledger-page.tsx')).LedgerPage,
  '/surat/rencana': async () => (await import('../mail/plan-page.tsx')).PlanPage,
  '/surat/ingatkan': async () => (await import('../mail/remind-page.tsx')).RemindPage,
  '/surat/tidak-terjangkau': async () => (await import('../mail/unreachable-page.tsx')).UnreachablePage,
  '/surat/:nid': async () => (await import('../mail/notice-page.tsx')).NoticePage,
  '/latihan/:round': async () => (await import('../rehearsal/rehearsal-page.tsx')).RehearsalPage,
  '/kalender': async () => (await import('../calendar/calendar-page.tsx')).CalendarPage,
  '/bukti/:number': async () => (await import('../receipt/receipt-page.tsx')).ReceiptPage,
  '/hasil': async () => (await import('../results/results-page.tsx')).ResultsPage,
  '/hasil/kota': async () => (await import('../results/city-page.tsx')).CityPage,
  '/hasil/kecamatan/:district': async () => (await import('../results/district-page.tsx')).DistrictPage,
  '/pengaturan/sipd': async () => (await import('../sipd/budgets-page.tsx')).BudgetsPage,
  '/pengaturan/sipd/:year/:stage/:number': async () => (await import('../sipd/budget-page.tsx')).BudgetPage,
} satisfies Readonly<Record<string, () => Promise<ComponentType>>>
