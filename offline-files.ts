/**
 * Part of the build, not of the page: writes into the service worker which files it fetches before the connection goes: the shell and
 * whatever the pages of those who enter data may ever ask for. Pages of the coordinator, who sits at a desk, and the workbook
 * code, which needs the server anyway, are left out.
 */
import type { Plugin, Rolldown } from 'vite'

const roots =
  /web\/(main\.tsx|shell\/(rehearsal-bar\.tsx|other-pages\.ts)|sign-in\/sign-in-(page|dialog)\.tsx|tasks\/tasks-page\.tsx|form\/form-page\.tsx|submission\/submission-page\.tsx|receipt\/receipt-page\.tsx|device\/\S+\.ts)$/
/** They name all pages; only the roots above are followed from there. */
const pageTable = /web\/shell\/(routes|other-pages)\.ts$/
const leftOut = /workbook|review-desk/

export const offlineFiles: Plugin = {
  name: 'offline-files',
  apply: 'build',
  generateBundle: {
    // After the styles have been written.
    order: 'post',
    handler(_options, bundle) {
      const worker = bundle['service-worker.js']
      if (worker?.type !== 'chunk') throw new Error('the build made no service worker')
      const files = [...new Set([...filesOf(bundle), ...namedIn(bundle), '/lengkap.svg'])].sort()
      const written = worker.code.split('__FILES__').join(JSON.stringify(files))
      if (written === worker.code) throw new Error('the service worker does not name its files')
      worker.code = written
    },
  },
}

/** What the shell itself names. */
function namedIn(bundle: Rolldown.OutputBundle): readonly string[] {
  const shell = bundle['index.html']
  return (shell?.type === 'asset' ? String(shell.source).match(/\/assets\/[^"]+/g) : undefined) ?? []
}

function filesOf(bundle: Rolldown.OutputBundle): Set<string> {
  const files = new Set<string>()
  const follow = (name: string) => {
    const chunk = bundle[name]
    if (chunk?.type !== 'chunk' || files.has(`/${name}`) || leftOut.test(name)) return
    files.add(`/${name}`)
    chunk.viteMetadata?.importedCss.forEach((style) => {
      files.add(`/${style}`)
    })
    chunk.imports.forEach(follow)
    if (!chunk.moduleIds.some((id) => pageTable.test(id))) chunk.dynamicImports.forEach(follow)
  }
  for (const each of Object.values(bundle)) {
    if (each.type === 'chunk' && each.moduleIds.some((id) => roots.test(id))) follow(each.fileName)
  }
  return files
}
