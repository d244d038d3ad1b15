/** What a person needs to work in the table, as one piece that is fetched once the table can be seen: keys, editor, clipboard. */
export { CellEditor } from './cell-editor.tsx'
export { createGridKeys } from './grid-keys.ts'
