/**
 * Part of the build, not of the page: one document for each page that visits begin with, the same but for its head, which names
 * the pieces of that page, so that a first visit fetches all of them at once and not one after the other. Every other page gets index.html.
 */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Plugin, Rolldown } from 'vite'

type Start = { readonly module: string; readonly media?: string }
type Document = {
  /** Parts of the address, the first included. */
  readonly depth: number
  readonly starts: readonly Start[]
  /** What is asked of the API before any script runs; written as web/ahead.ts asks it. */
  readonly asks?: string
}

/** As `narrow` of web/shell/narrow.ts. */
const wide = '(min-width: 48.0625em)'
const person: readonly Start[] = [{ module: 'device/device-store.ts' }]

/** By the first part of the address, which is the document's name too. */
export const documents: Readonly<Record<string, Document>> = {
  masuk: { depth: 1, starts: [{ module: 'sign-in/sign-in-page.tsx' }] },
  tugas: { depth: 1, starts: [{ module: 'tasks/tasks-page.tsx' }, ...person], asks: '/api/start' },
  rekap: {
    depth: 1,
    starts: [{ module: 'board/board-page.tsx' }, { module: 'shell/wide-menu.tsx' }, ...person],
  },
  putaran: {
    depth: 4,
    starts: [{ module: 'form/form-page.tsx' }, { module: 'form/table/grid.tsx', media: wide }, ...person],
  },
}

/** The document for a path without a file's ending. */
export function documentOf(path: string): string {
  const [, first = '', ...rest] = path.split('/')
  return documents[first]?.depth === rest.length + 1 ? `/${first}.html` : '/index.html'
}

/**
 * The head that goes with a document whose first question to the API names something of its address, as web/ahead.ts asks it: a
 * browser sends it with the document's own arrival, without waiting for a script. For a path and the query behind it.
 */
export function linkOf(path: string, query: string): string | undefined {
  const [, round, agency, form] = /^\/putaran\/([\w.-]+)\/([\w.-]+)\/([\w.-]+)$/.exec(path) ?? []
  const [, board = 'newest'] = /(?:^|&)putaran=([\w.-]+)(?:&|$)/.exec(query) ?? []
  if (form !== undefined) return ahead(`round=${round}&agency=${agency}&form=${form}`)
  return path === '/rekap' ? ahead(`board=${board}`) : undefined
}

const ahead = (question: string) => `</api/start?${question}>; rel=preload; as=fetch; crossorigin`

/**
 * The bundler puts its own few letters of run-time code into a file that two pieces import before they can run: one more round trip.
 * Each piece gets them itself.
 */
export const ownRuntime: Plugin = {
  name: 'own-runtime',
  apply: 'build',
  generateBundle(_options, bundle) {
    const runtime = Object.values(bundle).find((each) => each.type === 'chunk' && each.name === 'rolldown-runtime')
    if (runtime?.type !== 'chunk') return
    const [, body, own = '', given = own] =
      /^([\s\S]*)export\s*\{\s*(\w+)(?: as (\w+))?\s*\};?\s*$/.exec(runtime.code) ?? []
    if (body === undefined) throw new Error(`the run-time code is another one: ${runtime.code}`)
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk' || !chunk.imports.includes(runtime.fileName)) continue
      const file = runtime.fileName.replace('assets/', './').replace(/\./g, '\\.')
      const written = new RegExp(`import\\s*\\{\\s*${given}(?: as (\\w+))?\\s*\\}\\s*from\\s*["']${file}["'];?`)
      const code = chunk.code.replace(written, (_all, name = given) => `const ${name}=(()=>{${body}return ${own}})();`)
      if (code === chunk.code) throw new Error(`${chunk.fileName} imports the run-time code in another way`)
      chunk.code = code
      chunk.imports = chunk.imports.filter((name) => name !== runtime.fileName)
    }
    delete bundle[runtime.fileName]
  },
}

/**
 * The styles of all pages in one file, named in each document: a page that visits begin with is drawn by the styles of its own pieces, and
 * every page that comes after it by all of them (web/load-styles.ts), since pages borrow from each other's.
 */
export const allStyles: Plugin = {
  name: 'all-styles',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      const index = indexOf(bundle)
      const html = String(index.source)
      const sheets = Object.values(bundle).filter((each) => each.type === 'asset' && each.fileName.endsWith('.css'))
      // What all pages share first, as in the document.
      const ordered = sheets.toSorted((a, b) => Number(html.includes(b.fileName)) - Number(html.includes(a.fileName)))
      const source = ordered.map((each) => (each.type === 'asset' ? String(each.source) : '')).join('\n')
      const fileName = `assets/all-${createHash('sha256').update(source).digest('hex').slice(0, 8)}.css`
      this.emitFile({ type: 'asset', fileName, source })
      index.source = html.replace('<html', `<html data-styles="/${fileName}"`)
    },
  },
}

export const pageDocuments: Plugin = {
  name: 'page-documents',
  apply: 'build',
  generateBundle: {
    // After Vite has written index.html and what styles belong to which piece.
    order: 'post',
    handler(_options, bundle) {
      const index = indexOf(bundle)
      const ahead = chunkWith('ahead.ts', bundle)
      // Not `async`: the modules that take its answer run after it, however the line hands them over.
      const html = String(index.source).replace('<script', `<script src="/${ahead.fileName}"></script>\n    <script`)
      const others = `    <link rel="modulepreload" crossorigin href="/${chunkWith('shell/other-pages.ts', bundle).fileName}">\n`
      index.source = html.replace('  </head>', `${others}  </head>`)
      for (const [name, document] of Object.entries(documents)) {
        const head = `${linksOf(document, bundle, html).join('')}  </head>`
        const source = html.replace('  </head>', head).replace('<html', '<html data-first')
        this.emitFile({ type: 'asset', fileName: `${name}.html`, source })
      }
    },
  },
}

function indexOf(bundle: Rolldown.OutputBundle): Rolldown.OutputAsset {
  const index = bundle['index.html']
  if (index?.type !== 'asset') throw new Error('the build made no document')
  return index
}

function linksOf({ starts, asks }: Document, bundle: Rolldown.OutputBundle, html: string): string[] {
  const links = new Map<string, string>()
  const line = (text: string) => `    ${text}\n`
  for (const { module, media } of starts) {
    const only = media === undefined ? '' : ` media="${media}"`
    const follow = (chunk: Rolldown.OutputChunk) => {
      const href = `/${chunk.fileName}`
      if (links.has(href) || html.includes(href)) return
      links.set(href, line(`<link rel="modulepreload" crossorigin href="${href}"${only}>`))
      for (const style of chunk.viteMetadata?.importedCss ?? []) {
        // A sheet that this window does not need would be fetched all the same; web/load-styles.ts puts it in.
        const link = media === undefined ? 'rel="stylesheet" crossorigin' : 'rel="preload" as="style"'
        links.set(`/${style}`, line(`<link ${link} href="/${style}"${only}>`))
      }
      for (const name of chunk.imports) {
        const imported = bundle[name]
        if (imported?.type === 'chunk') follow(imported)
      }
    }
    follow(chunkWith(module, bundle))
  }
  const first = asks === undefined ? [] : [line(`<link rel="preload" as="fetch" crossorigin href="${asks}">`)]
  return [...first, ...links.values()]
}

function chunkWith(module: string, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  const id = join(import.meta.dirname, 'web', module)
  const chunk = Object.values(bundle).find((each) => each.type === 'chunk' && each.moduleIds.includes(id))
  if (chunk?.type !== 'chunk') throw new Error(`the build has no ${module}`)
  return chunk
}
