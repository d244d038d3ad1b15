/** Ids of regions that serve nobody: no person's region is called so. */

/** That of an address that nobody has. */
export const nobodysRegion = 'none'
/** That of the canary, which signs in each hour. It is in no list of regions, so nothing is planned, shown or exported for it. */
export const canaryRegion = 'canary'

export function isReserved(region: string): boolean {
  return region === nobodysRegion || region === canaryRegion
}
