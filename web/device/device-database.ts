/** The browser's database of this site. */
import { createStore, type UseStore } from 'idb-keyval'

let opened: UseStore | undefined
/** A browser that forbids storage may throw at once; here that is a rejection like any other. */
export const store: UseStore = async (mode, act) => {
  opened ??= createStore('lengkap-perangkat', 'simpanan')
  return opened(mode, act)
}
