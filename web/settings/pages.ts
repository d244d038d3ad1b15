/** The coordinator's pages, each a piece of JavaScript of its own, by name. */

export const settingsPage = async () => (await import('./settings-page.tsx')).SettingsPage
export const roundNewPage = async () => (await import('./round-new-page.tsx')).RoundNewPage
export const roundsPage = async () => (await import('./rounds-page.tsx')).RoundsPage
export const roundPage = async () => (await import('./round-page.tsx')).RoundPage
export const assignmentsPage = async () => (await import('./assignments-page.tsx')).AssignmentsPage
export const versionsPage = async () => (await import('../versions/versions-page.tsx')).VersionsPage
export const agenciesPage = async () => (await import('./agencies-page.tsx')).AgenciesPage
export const agencyPage = async () => (await import('./agency-page.tsx')).AgencyPage
export const formsPage = async () => (await import('./forms-page.tsx')).FormsPage
export const peoplePage = async () => (await import('./people-page.tsx')).PeoplePage
export const personPage = async () => (await import('./person-page.tsx')).PersonPage
export const calendarPage = async () => (await import('./calendar-page.tsx')).CalendarPage
export const referencePage = async () => (await import('./reference-page.tsx')).ReferencePage
export const regionPage = async () => (await import('./region-page.tsx')).RegionPage
export const fileAccessPage = async () => (await import('./file-access-page.tsx')).FileAccessPage
