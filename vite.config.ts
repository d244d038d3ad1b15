/**
 * Builds the page into dist/web: hashed files under /assets, one piece per route, nothing inline (the Content-Security-Policy
 * is `default-src 'self'`), and the service worker under its plain name. Offices keep old machines: syntax is lowered here,
 * the few missing methods are added by web/old-browsers.ts.
 */
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { offlineFiles } from './offline-files.ts'

/**
 * Vite wraps every `import()` in a loader of styles and preloads. Here styles are one file and nothing is preloaded, so the
 * wrapper has nothing to do: 1.3 KB less on every page.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('vite/preload-helper.js') ? id : undefined),
  load: (id) => (id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load()' : undefined),
}

export default defineConfig({
  root: 'web',
  plugins: [plainImports, preact({ prefreshEnabled: true }), offlineFiles],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome64', 'firefox67', 'safari12'],
    cssTarget: ['chrome64', 'firefox67', 'safari12'],
    assetsInlineLimit: 0,
    // All styles together are small, and without preloading of pieces no loader has to be shipped for either.
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: {
      input: ['web/index.html', 'web/worker/service-worker.ts'],
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Few pieces: small ones compress badly and each costs a round trip.
        codeSplitting: {
          groups: [
            {
              name: 'base',
              priority: 3,
              test: /node_modules.(preact|preact-iso|@preact)|web.device.remembered|web.shell.(?!rehearsal|routes|wide-menu|round-places|new-build-notice|notices|offline-notice|build-watch|on-paper|fit-on-paper)|web.api.(problem|request|resource|session|work.ts|rounds|local-clock)|web.session|functions.rules.(dates|wall-clock|moments)|web.wording.(language|moments|shell|work).ts/,
            },
            {
              name: 'form',
              priority: 1,
              test: /web.form.(?!workbook|focus-pointer|head.(?!head-parts)|window|fields.(choices-input|ruled-parts|combo-field)|table.(grid(?!-state)|combo|alike|row-cards|row-edit|row-groups|row-window|cell|paste|take-view|filter|paper-rows)|model.(judging|chosen-values|row-progress|text-block|merge-answers|pending|problems-now|seek-problem)|draft.(conflict|merged|together|put-together|own-sends)|review.(returned|comment|replies|unanswered)|findings.(?!live-finding.ts)|start|version|sipd.(?!listed)|submit.(error-summary|submit-dialog|nil-panel|refused-panel|until-taken)|load-work)/,
            },
            {
              name: 'answers',
              priority: 2,
              test: /functions.schema.answers.(settle|format)|wording.(work|moments|form).ts|api.(work.ts|rounds)/,
            },
          ],
        },
      },
    },
  },
})
