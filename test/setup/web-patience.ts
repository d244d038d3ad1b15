/** Runs before each file of the pretended DOM: what is drawn is waited for as long as a busy machine may take. */
import { CompressionStream } from 'node:stream/web'
import { configure } from '@testing-library/preact'

configure({ asyncUtilTimeout: 15_000 })
// Browsers have it, a context of Node's does not.
globalThis.CompressionStream ??= CompressionStream as typeof globalThis.CompressionStream
