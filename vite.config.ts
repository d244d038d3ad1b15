/**
 * Builds the page into dist/web: hashed files under /assets, a document for each page that visits begin with (page-documents.ts), nothing inline (the Content-Security-Policy
 * is `default-src 'self'`), and the service worker under its plain name. Offices keep old machines: syntax is lowered here,
 * the few missing methods are added by web/old-browsers.ts.
 */
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig, type Plugin } from 'vite'
import { offlineFiles } from './offline-files.ts'
import { allStyles, ownRuntime, pageDocuments } from './page-documents.ts'
import { pieces } from './page-pieces.ts'

/** In place of Vite's loader of styles and preloads, which is four times as long: web/load-styles.ts. */
const ownLoader: Plugin = {
  name: 'own-loader',
  apply: 'build',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('vite/preload-helper.js') ? loader : undefined),
}
const loader = join(import.meta.dirname, 'web/load-styles.ts')

export default defineConfig({
  root: 'web',
  plugins: [ownLoader, preact({ prefreshEnabled: true }), ownRuntime, allStyles, pageDocuments, offlineFiles],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: ['chrome64', 'firefox67', 'safari12'],
    cssTarget: ['chrome64', 'firefox67', 'safari12'],
    assetsInlineLimit: 0,
    // A piece's styles are fetched with it. Which scripts it imports is not listed in what asks for it: the hashes of all would be
    // a tenth of the shell.
    modulePreload: {
      polyfill: false,
      resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      transform: { assumptions: { setPublicClassFields: true } },
      input: ['web/index.html', 'web/ahead.ts', 'web/worker/service-worker.ts'],
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        // Few pieces: small ones compress badly and each costs a round trip.
        codeSplitting: { groups: pieces },
      },
    },
  },
})
