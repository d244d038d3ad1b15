/** What a field with a combo box fetches when it is entered. */
export { ComboOptions, comboAttributes, isOpen } from '../table/combo/combo-list.tsx'
export { createTextCombo } from '../table/combo/text-combo.ts'
