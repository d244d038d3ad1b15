/** Runs before each file of the pretended DOM: what is drawn is waited for as long as a busy machine may take. */
import { configure } from '@testing-library/preact'

configure({ asyncUtilTimeout: 15_000 })
