import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']
/** Figures are read and replaced, never changed in place. */
type Fixed<T> = T extends object ? { readonly [Key in keyof T]: Fixed<T[Key]> } : T

/** GET /api/staff?communityId=&query=&postId=&scope=&standing= → Page<StaffRow> */
export type StaffRow = Schemas['StaffRow']
/** POST /api/staff ; PUT /api/staff/{id} → StaffRow */
export type StaffDraft = Schemas['StaffDraft']
/** GET /api/posts → PostRow[] */
export type PostRow = Schemas['PostRow']
/** POST /api/posts ; PUT /api/posts/{id} → PostRow */
export type PostDraft = Schemas['PostDraft']
/** GET /api/post-templates → TemplateGap[] ; POST /api/post-templates {codes} → PostRow[]: what is empty is filled, nothing replaced */
export type TemplateGap = Schemas['TemplateGap']
export type FillFromTemplates = Schemas['FillFromTemplates']
/** GET /api/communities/{communityId}/responsibilities → each area of work, the posts that answer for it and who holds them here */
export type Responsibility = Schemas['Responsibility']
/** GET /api/me/posts → MyPost[] */
export type MyPost = Schemas['MyPost']
export type StaffPost = Schemas['StaffPost']
export type PostHeld = Schemas['PostHeld']
/** GET /api/staff/{id}/open-work → OwedGroup[] ; POST /api/staff/{id}/leave → StaffRow ; POST /api/staff/{id}/return → StaffRow ;
 *  GET /api/staff/{id}/hand-overs → HandOver[] */
export type OwedGroup = Schemas['OwedGroup']
export type LeaveOffice = Schemas['LeaveOffice']
export type GroupSuccessor = Schemas['GroupSuccessor']
export type ReturnToOffice = Schemas['ReturnToOffice']
export type HandOver = Schemas['HandOver']
/** GET /api/standards/presets → PresetView[] */
export type PresetView = Fixed<Schemas['PresetView']>
/** GET /api/communities/{communityId}/standard */
export type AdoptedStandard = Fixed<Schemas['AdoptedStandard']>
/** PUT /api/communities/{communityId}/standard → AdoptedStandard */
export type AdoptStandard = Fixed<Schemas['AdoptStandard']>
/** GET and PUT /api/communities/{communityId}/calendar */
export type WorkCalendar = Schemas['WorkCalendar']
/** POST /api/communities (who keeps the data of the whole company) → CommunityProfile ; GET and PUT /api/communities/{communityId} */
export type OpenCommunity = Schemas['OpenCommunity']
export type CommunityProfile = Schemas['CommunityProfile']
export type CommunityDraft = Schemas['CommunityDraft']
/** GET and PUT /api/communities/{communityId}/services → CommunityService[] */
export type CommunityService = Schemas['CommunityService']
export type CommunityServices = Schemas['CommunityServices']
/** GET and POST /api/regions ; PUT /api/regions/{id} ; POST /api/regions/{id}/remove → 204 */
export type Region = Schemas['Region']
/** POST /api/communities/{communityId}/unmaskings → Unmasked */
export type Unmask = Schemas['Unmask']
export type Unmasked = Schemas['Unmasked']
/** POST /api/communities/{communityId}/exports → a workbook */
export type ExportList = Schemas['ExportList']
/** GET /api/audit?communityId=&actor=&subject=&from=&until= → Page<AuditRow> */
export type AuditRow = Schemas['AuditRow']
/** GET /api/audit/chain → how far the record of changes is sealed and checked */
export type AuditChain = Schemas['AuditChain']
/** GET /api/me/saved-views?page=repairs → SavedView[] ; PUT /api/me/saved-views/{page} (the whole list) */
export type SavedView = Schemas['SavedView']
/** GET /api/search?query= (staff) → SearchHit[]: people, units, cases for ⌘K */
export type SearchHit = Schemas['SearchHit']
