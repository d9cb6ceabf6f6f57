/** Communities, buildings, units, who lives in them, and the codes that lead there (ORG-01 … ORG-04). */
export { PlaceRef } from './http/organisation.dto.ts'
export { OrganisationModule } from './organisation.module.ts'
