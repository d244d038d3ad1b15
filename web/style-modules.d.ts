/** Style sheets are imported for their effect; Vite puts each beside the piece that needs it. */
declare module '*.css'
