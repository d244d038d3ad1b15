/** When the scheduled plan last ran: the dead man's handle of the schedule, which nothing else would miss. */
export type Ticks = {
  /** Called by the scheduled plan when it is done. Only ever moves forward. */
  note(at: Date): Promise<void>
  /** `undefined` = never. */
  last(): Promise<Date | undefined>
}
