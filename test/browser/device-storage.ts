/** What the browser has stored for this origin. Runs in the page, so it stands on its own. */

/** Keys of every database and of kept answers of the API; and all content as text, a key only by whether it can be read out. */
export async function readDevice(): Promise<{ readonly keys: readonly string[]; readonly text: string }> {
  const keys: string[] = []
  const contents: unknown[] = [Object.entries(localStorage)]
  const answer = <T>(asking: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      asking.onsuccess = () => resolve(asking.result)
      asking.onerror = () => reject(asking.error)
    })
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answer(indexedDB.open(name))
    for (const store of Array.from(db.objectStoreNames)) {
      keys.push(...(await answer(db.transaction(store).objectStore(store).getAllKeys())).map(String))
      contents.push(await answer(db.transaction(store).objectStore(store).getAll()))
    }
    db.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const { url } of await cache.keys()) if (url.includes('/api/')) keys.push(url)
  }
  const plain = (_key: string, each: unknown) => {
    if (each instanceof ArrayBuffer) return new TextDecoder().decode(each)
    return each instanceof CryptoKey ? `key, extractable: ${each.extractable}` : each
  }
  return { keys, text: JSON.stringify(contents, plain) }
}
