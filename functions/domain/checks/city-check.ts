/** The shape of a check over the city: pure, one rule of the table, and whom each finding concerns. */
import type { Found } from '../../schema/checks/check.ts'
import type { City } from './city.ts'

export type FoundAt = Found & { readonly agencyId: string; readonly formId: string }
export type CityCheck = { readonly rule: string; check(city: City): readonly FoundAt[] }
