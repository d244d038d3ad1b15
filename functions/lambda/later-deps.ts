/** Ports whose modules are loaded when somebody first asks something of them, so that a cold start does not wait for them. */

type Asked<Port> = { [Name in keyof Port]: (...given: never[]) => Promise<unknown> }

/** A port of which every method answers a promise. */
export function later<Port extends Asked<Port>>(load: () => Promise<Port>): Port {
  let loading: Promise<Port> | undefined
  const ask =
    (name: string | symbol) =>
    async (...given: never[]) => {
      loading ??= load()
      return (await loading)[name as keyof Port](...given)
    }
  return new Proxy({} as Port, { get: (_, name) => ask(name) })
}
