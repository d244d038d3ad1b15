/** The coordinator's pages, each a piece of JavaScript of its own, by their addresses. */
import type { ComponentType } from 'preact'
import type { SettingsPath } from './paths.ts'

const pages: Readonly<Record<SettingsPath, () => Promise<ComponentType>>> = {
  '/pengaturan': async () => (await import('./settings-page.tsx')).SettingsPage,
  '/pengaturan/persiapan': async () => (await import('../set-up/set-up-page.tsx')).SetUpPage,
  '/pengaturan/uji-surel': async () => (await import('../set-up/test-mail-page.tsx')).TestMailPage,
  '/pengaturan/direktori': async () => (await import('./directory-page.tsx')).DirectoryPage,
  '/putaran-baru': async () => (await import('./round-new-page.tsx')).RoundNewPage,
  '/pengaturan/putaran': async () => (await import('./rounds-page.tsx')).RoundsPage,
  '/pengaturan/putaran/:round': async () => (await import('./round-page.tsx')).RoundPage,
  '/pengaturan/putaran/:round/penugasan': async () => (await import('./assignments-page.tsx')).AssignmentsPage,
  '/pengaturan/putaran/:round/versi': async () => (await import('../versions/versions-page.tsx')).VersionsPage,
  '/pengaturan/perangkat-daerah': async () => (await import('./agencies-page.tsx')).AgenciesPage,
  '/pengaturan/perangkat-daerah/:agency': async () => (await import('./agency-page.tsx')).AgencyPage,
  '/pengaturan/formulir': async () => (await import('./forms-page.tsx')).FormsPage,
  '/pengaturan/orang': async () => (await import('./people-page.tsx')).PeoplePage,
  '/pengaturan/orang/:person': async () => (await import('./person-page.tsx')).PersonPage,
  '/pengaturan/kalender': async () => (await import('./calendar-page.tsx')).CalendarPage,
  '/acuan': async () => (await import('./reference-page.tsx')).ReferencePage,
  '/pengaturan/daerah': async () => (await import('./region-page.tsx')).RegionPage,
  '/pengaturan/unduhan': async () => (await import('./file-access-page.tsx')).FileAccessPage,
}

export function settingsPage(path: SettingsPath): Promise<ComponentType> {
  return pages[path]()
}
