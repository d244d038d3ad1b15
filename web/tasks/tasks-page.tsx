/** Being built. */
export function TasksPage() {
  return <section />
}
