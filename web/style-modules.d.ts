/** Style sheets are imported for their effect; Vite puts each beside the piece that needs it. */
declare module '*.css'
/** A thread of its own, as a piece of its own. */
declare module '*?worker' {
  const make: new () => Worker
  // biome-ignore lint/style/noDefaultExport: it is what Vite makes of such an import
  export default make
}
