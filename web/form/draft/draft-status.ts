/** Where what was typed lies now, in the words of one closed list; the page shows it beside the form at all times. */

export type DraftStatus =
  /** Nothing typed since the page opened. */
  | { readonly kind: 'untouched' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  /** The server cannot be reached; it is tried again. */
  | { readonly kind: 'device-only' }
  /** The server said no: the window closed, the submission was accepted. What was typed stays on the device. */
  | { readonly kind: 'refused'; readonly error: unknown }
