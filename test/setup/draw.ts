/**
 * What is drawn at random is drawn anew each time somebody runs the tests. Under CI it is drawn the same each time: there a red
 * run tells of the change at hand, not of a week that nobody had drawn before. `npm run test:full` draws anew also there.
 */
import fc from 'fast-check'
import { isThorough } from './thorough.ts'

if (process.env.CI && !isThorough) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20260210 })
