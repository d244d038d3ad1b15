/** Where the coordinator's pages stand. Their code's addresses are apart (pages.ts): operators, on slow lines, never open them. */
export const settingsPaths = [
  '/pengaturan',
  '/pengaturan/persiapan',
  '/pengaturan/uji-surel',
  '/pengaturan/direktori',
  '/putaran-baru',
  '/pengaturan/putaran',
  '/pengaturan/putaran/:round',
  '/pengaturan/putaran/:round/penugasan',
  '/pengaturan/putaran/:round/versi',
  '/pengaturan/perangkat-daerah',
  '/pengaturan/perangkat-daerah/:agency',
  '/pengaturan/formulir',
  '/pengaturan/orang',
  '/pengaturan/orang/:person',
  '/pengaturan/kalender',
  '/acuan',
  '/pengaturan/daerah',
  '/pengaturan/unduhan',
] as const
export type SettingsPath = (typeof settingsPaths)[number]
