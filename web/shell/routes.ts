/**
 * The table of pages. Each is its own piece of JavaScript, fetched when it is first opened. `for` says who may see it:
 * `anyone`, those who enter data for an agency, those who see the whole region, its coordinators, or everybody signed in.
 */
import type { ComponentType } from 'preact'
import { settingsPaths } from '../settings/paths.ts'
import { pagePiece } from './page-piece.tsx'

type OtherPath = keyof typeof import('./other-pages.ts').otherPages

export type Audience = 'anyone' | 'agency' | 'region' | 'coordinator' | 'signed-in'
export type Page = { readonly path: string; readonly for: Audience; readonly component: ComponentType }

const page = (path: string, audience: Audience, load: () => Promise<ComponentType>): Page => ({
  path,
  for: audience,
  component: pagePiece(load),
})

/** Their addresses stand in one piece of their own: on slow lines few visits open one of them. */
const other = (path: OtherPath, audience: Audience) =>
  page(path, audience, async () => (await import('./other-pages.ts')).otherPages[path]())

export const pages: readonly Page[] = [
  page('/masuk', 'anyone', async () => (await import('../sign-in/sign-in-page.tsx')).SignInPage),
  page('/tugas', 'agency', async () => (await import('../tasks/tasks-page.tsx')).TasksPage),
  page('/rekap', 'region', async () => (await import('../board/board-page.tsx')).BoardPage),
  other('/rekap/jendela', 'region'),
  other('/rekap/hubungi', 'coordinator'),
  other('/rekap/linimasa', 'region'),
  other('/reviu', 'coordinator'),
  page('/putaran/:round/:agency/:form', 'agency', async () => (await import('../form/form-page.tsx')).FormPage),
  other('/putaran/:round/:agency/:form/kiriman/:revision?', 'signed-in'),
  other('/temuan', 'signed-in'),
  other('/saya', 'signed-in'),
  other('/privasi', 'anyone'),
  other('/berhenti', 'anyone'),
  other('/surat', 'signed-in'),
  other('/surat/rencana', 'region'),
  other('/surat/ingatkan', 'coordinator'),
  other('/surat/tidak-terjangkau', 'region'),
  other('/surat/:nid', 'signed-in'),
  other('/latihan/:round', 'signed-in'),
  other('/kalender', 'signed-in'),
  other('/bukti/:number', 'anyone'),
  other('/hasil', 'region'),
  other('/hasil/kota', 'region'),
  other('/hasil/kecamatan/:district', 'region'),
  ...settingsPaths.map((path) =>
    page(path, 'coordinator', async () => (await import('../settings/pages.ts')).settingsPage(path)),
  ),
  other('/pengaturan/sipd', 'coordinator'),
  other('/pengaturan/sipd/:year/:stage/:number', 'coordinator'),
]
