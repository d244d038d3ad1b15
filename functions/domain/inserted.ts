/** What an insert-if-absent answers: it was inserted (or our own identical write already stood there), or another stands there. */
export type Inserted<T> = { inserted: true } | { inserted: false; existing: T }
