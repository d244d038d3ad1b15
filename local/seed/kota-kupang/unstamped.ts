/** Seed data say what is so, not who wrote it when: the seeder stamps them with its own clock. */
export type Unstamped<Fact> = Omit<Fact, 'at' | 'by'>
