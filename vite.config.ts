/**
 * Builds the page into dist/web: hashed files under /assets, one piece per route, nothing inline (the Content-Security-Policy
 * is `default-src 'self'`). The target is Chrome 64 because offices keep old machines: syntax is lowered here, the few
 * missing methods are added by web/old-browsers.ts.
 */
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: 'web',
  plugins: [preact({ prefreshEnabled: true })],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'chrome64',
    cssTarget: 'chrome64',
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
  server: {
    port: 5173,
    proxy: { '/api': 'http://localhost:3000', '/local': 'http://localhost:3000' },
  },
})
