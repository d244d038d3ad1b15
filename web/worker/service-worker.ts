/**
 * Lets the page start without a connection: the shell and all that entering data needs are fetched once, by their hashed
 * names, and answered from the browser's cache. It never answers for the API: what is private lies in the device copies, which
 * are wiped with the sign-out. A page in an old tab keeps its own version until it is closed.
 */
type Waiting = Event & { waitUntil(done: Promise<unknown>): void }
type Fetching = Waiting & { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  readonly clients: { claim(): Promise<void> }
  addEventListener(type: 'install' | 'activate', hear: (event: Waiting) => void): void
  addEventListener(type: 'fetch', hear: (event: Fetching) => void): void
}
/** Written by the build: the addresses of these files, each with its hash. */
declare const __FILES__: readonly string[]

const files = __FILES__
const scope = self as unknown as Scope
const shell = '/index.html'
const cacheName = 'lengkap-halaman'
/** On a bad line the kept page is better than a blank one. */
const patienceMilliseconds = 4_000

scope.addEventListener('install', (event) => event.waitUntil(fetchFiles()))
scope.addEventListener('activate', (event) => event.waitUntil(dropOldFiles().then(() => scope.clients.claim())))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== location.origin || /^\/(api|local)\//.test(pathname)) return
  if (request.mode === 'navigate') event.respondWith(answerPage(request))
  else if (isHashed(pathname)) event.respondWith(answerFile(request))
})

/** The shell last, and only the one of this build: a cache that has it has all that it asks for. */
async function fetchFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  const known = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(files.filter((file) => !known.has(file)))
  const page = await fetchOk(new Request(shell, { cache: 'reload' }))
  const named = (await page.clone().text()).match(/\/assets\/[^"]+/g) ?? []
  // A site that was built anew in between has a worker of its own, which takes its shell.
  if (named.every((file) => files.includes(file))) await cache.put(shell, page)
  else throw new Error('the shell names files of another build')
}

async function dropOldFiles(): Promise<void> {
  const cache = await caches.open(cacheName)
  const wanted = new Set([...files, shell])
  for (const request of await cache.keys()) {
    if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
  }
}

/** Every page is the same document. The newest one, unless the line is too slow or broken. */
async function answerPage(request: Request): Promise<Response> {
  const coming = fetchOk(request)
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, patienceMilliseconds))
  const inTime = await Promise.race([coming.catch(() => undefined), late])
  return inTime ?? (await caches.match(shell)) ?? coming
}

/** A file with a hash in its name never changes. */
async function answerFile(request: Request): Promise<Response> {
  const known = await caches.match(request)
  if (known !== undefined) return known
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(cacheName)).put(request, answer.clone())
  return answer
}

async function fetchOk(request: Request): Promise<Response> {
  const answer = await fetch(request)
  if (!answer.ok) throw new Error(`${request.url}: ${answer.status}`)
  return answer
}

function isHashed(pathname: string): boolean {
  return pathname.startsWith('/assets/') || files.includes(pathname)
}
