/**
 * Keys of rows that people add: ULIDs, made here so that a row keeps its identity through drafts, merges and revisions
 * before any server has seen it.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 26 characters: ten of time (milliseconds), sixteen of chance. */
export function newRowKey(at: Date): string {
  let time = at.getTime()
  let head = ''
  for (let index = 0; index < 10; index += 1) {
    head = alphabet.charAt(time % 32) + head
    time = Math.floor(time / 32)
  }
  const chance = crypto.getRandomValues(new Uint8Array(16))
  return head + Array.from(chance, (byte) => alphabet.charAt(byte % 32)).join('')
}
