/** Communities, buildings, units, who lives in them, and the codes that lead there (ORG-01 … ORG-04). */
export { OrganisationModule } from './organisation.module.ts'
export { entryToken, looksLikeEntryToken, TOKEN_BYTES } from './rules/entry-token.ts'
export { PlaceRef } from './http/organisation.dto.ts'
