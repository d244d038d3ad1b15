export * from '../../rules/working-days.ts'
