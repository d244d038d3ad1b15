/** What a person needs to work in the table, as one piece that is fetched once the table can be seen: keys, editor, clipboard, what is said of a cell. */
export { CellBar } from './cell-bar.tsx'
export { CellEditor } from './cell-editor.tsx'
export { createGridKeys } from './grid-keys.ts'
