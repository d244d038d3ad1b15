/**
 * The port to the mail provider's own list of addresses: after a hard bounce or a complaint it refuses them itself, whoever
 * writes to them. Our mark and its entry go together, or an address that we call free would stay mute.
 */
export type SuppressionList = {
  /** Takes the address off. One that is not on it counts as taken off; `no-answer`: whether it still stands there is unknown. */
  lift(email: string): Promise<'lifted' | 'no-answer'>
}
