/** What an uploaded workbook may be. The page tells these limits before anybody uploads; they stand apart so that it need not load the schemas. */

/** Rows of one table, and bytes of one file, that are read at most. */
export const maxWorkbookRows = 10_000
export const maxWorkbookBytes = 10 * 1024 * 1024
/** What one request can carry when deployed: Lambda takes 6 MB of event, in which a file stands as base64. */
export const maxSentBytes = 4_400_000
/** Errors that an answer lists; the counts are always whole. */
export const maxListedErrors = 300
