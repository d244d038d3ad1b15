/** Stands in place of a row's key in a finding that counts the rows beyond those that are told one by one; its amount is their number. */
export const restKey = 'semua'
