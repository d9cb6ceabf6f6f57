/** Communities of a company: their data, regions and scope of service, and how one is opened (ORG-01). */
export { writeCommunity, type NewCommunity } from './actions/write-community.ts'
export { CommunitiesModule } from './communities.module.ts'
