import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

// ── codes and homes ───────────────────────────────────────────────────────────
/** GET /api/codes/{token}, public; CODE_UNKNOWN, CODE_EXPIRED, CODE_REVOKED */
export type CodeContext = Schemas['CodeContext']
export type PlaceRef = Schemas['PlaceRef']
/** GET /api/communities/{communityId}/codes?kind= → Page<EntryCode> ; POST …/codes/{id}/revoke → 204 ; POST …/{id}/replace */
export type EntryCode = Schemas['EntryCode']
/** POST /api/communities/{communityId}/codes → EntryCode[] */
export type IssueCodes = Schemas['IssueCodes']
/** POST /api/communities/{communityId}/code-sheets → application/pdf */
export type PrintCodeSheet = Schemas['PrintCodeSheet']
/** POST /api/communities/{communityId}/residence-applications (a signed-in account without a home there) */
export type ApplyForResidence = Schemas['ApplyForResidence']
/** GET /api/communities/{communityId}/residence-applications?state= → Page<ResidenceApplication> ; POST …/{id}/approve ;
 *  POST …/{id}/reject {reason} ; GET /api/me/residence-applications → ResidenceApplication[] */
export type ResidenceApplication = Schemas['ResidenceApplication']
/** POST /api/communities/{communityId}/invitations (an owner) → OpenInvitation ; POST …/{id}/revoke → 204 ; GET …/{id}/code */
export type InviteToHome = Schemas['InviteToHome']
export type OpenInvitation = Schemas['OpenInvitation']
export type InvitationCode = Schemas['InvitationCode']
/** GET /api/invitations/{token} ; POST …/accept (a signed-in account with a phone number); INVITATION_…, ALREADY_AT_HOME */
export type Invitation = Schemas['Invitation']
/** GET /api/communities/{communityId}/household-members?unitId= ; POST …/{id}/end → 204 ; PUT …/{id}/term → 204 */
export type HouseholdMembers = Schemas['HouseholdMembers']
export type HouseholdMember = Schemas['HouseholdMember']
export type ResidencyTerm = Schemas['ResidencyTerm']
/** GET /api/communities/{communityId}/units?query=&buildingId=&use=&state=&role=&withoutResidents= → Page<UnitRow>: by room, name,
 *  telephone number (its beginning or last four digits), plate or parking space */
export type UnitRow = Schemas['UnitRow']
// structure: buildings, units, parking spaces, vehicles
/** GET /api/communities/{communityId}/buildings → BuildingRow[] ; POST ; PUT …/{id} ; PUT …/{id}/entrances ; PUT …/building-order → 204 */
export type BuildingRow = Schemas['BuildingRow']
export type BuildingDraft = Schemas['BuildingDraft']
export type BuildingEdit = Schemas['BuildingEdit']
export type BuildingOrder = Schemas['BuildingOrder']
export type EntranceRename = Schemas['EntranceRename']
/** GET /api/communities/{communityId}/buildings/{id}/units → UnitCell[] ; POST …/units ; PUT …/units/{id} ; POST …/units/{id}/remove → 204 */
export type UnitCell = Schemas['UnitCell']
export type UnitDraft = Schemas['UnitDraft']
export type UnitEdit = Schemas['UnitEdit']
/** POST /api/communities/{communityId}/unit-batches → UnitsAdded ; POST …/unit-batches/preview → PlannedUnit[] */
export type UnitBatch = Schemas['UnitBatch']
export type PlannedUnit = Schemas['PlannedUnit']
export type UnitsAdded = Schemas['UnitsAdded']
/** GET /api/communities/{communityId}/parking-spaces?query=&tenure=&unitId=&lapsed= → Page ; POST ; PUT …/{id} ; POST …/{id}/withdraw → 204 */
export type SpaceRow = Schemas['SpaceRow']
export type SpaceDraft = Schemas['SpaceDraft']
export type SpaceEdit = Schemas['SpaceEdit']
/** GET /api/communities/{communityId}/vehicles?query=&kind=&unitId=&past= → Page ; POST ; PUT …/{id} ; POST …/{id}/end → 204 */
export type VehicleRow = Schemas['VehicleRow']
export type VehicleDraft = Schemas['VehicleDraft']
export type VehicleEdit = Schemas['VehicleEdit']
/** What was kept, and as which version. */
export type Kept = Schemas['Kept']
/** GET /api/communities/{communityId}/household-vehicles?unitId= (a resident) ; POST → {id} ; POST …/{id}/remove → 204 */
export type HomeVehicles = Schemas['HomeVehicles']
export type HomeVehicle = Schemas['HomeVehicle']
export type OwnVehicle = Schemas['OwnVehicle']
/** GET /api/communities/{communityId}/rooms?buildingId=, for any signed-in account: units only of the building asked for */
export type Rooms = Schemas['Rooms']
/** GET /api/communities/{communityId}/places → Place[] with positions on the plan (0…1000) */
export type Place = Schemas['Place']
/** GET /api/communities (staff) → CommunitySummary[] */
export type CommunitySummary = Schemas['CommunitySummary']

// ── households ────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/households/{unitId}: a unit with everything that touches it */
export type Household = Schemas['Household']
export type HouseholdPerson = Schemas['HouseholdPerson']
export type HouseholdEvent = Schemas['HouseholdEvent']
export type HouseholdNote = Schemas['HouseholdNote']
export type HouseholdCase = Schemas['HouseholdCase']
export type HouseholdApplication = Schemas['HouseholdApplication']
export type HouseholdInvitation = Schemas['HouseholdInvitation']
/** What every change to a household answers: the row and the version to change it with next */
export type KeptRow = Schemas['KeptRow']
/** POST …/households/{unitId}/people ; PUT …/residencies/{id} ; POST …/residencies/{id}/end ; POST …/households/{unitId}/transfer */
export type AddPerson = Schemas['AddPerson']
export type ChangePerson = Schemas['ChangePerson']
export type MovePersonOut = Schemas['MovePersonOut']
export type TransferUnit = Schemas['TransferUnit']
/** POST …/households/{unitId}/events ; PUT …/household-events/{id} */
export type AddHouseholdEvent = Schemas['AddHouseholdEvent']
export type ChangeHouseholdEvent = Schemas['ChangeHouseholdEvent']
/** POST …/households/{unitId}/notes ; PUT …/household-notes/{id} {pinned} → 204 ; POST …/household-notes/{id}/withdraw → 204 */
export type WriteNote = Schemas['WriteNote']
/** POST …/households/{unitId}/invitations ; GET …/office-invitations/{id}/code ; POST …/office-invitations/{id}/revoke → 204 */
export type InviteFromOffice = Schemas['InviteFromOffice']

// ── imports ───────────────────────────────────────────────────────────────────
/** GET /api/communities/{communityId}/import-template → .xlsx ; POST …/imports multipart {file} → ImportBatch ; GET …/imports → Page<ImportBatch> */
export type ImportBatch = Schemas['ImportBatch']
export type ImportCounts = Schemas['ImportCounts']
export type ImportUndone = Schemas['ImportUndone']
/** GET …/imports/{id}/faults → Page<ImportFault> ; GET …/imports/{id}/report → .xlsx */
export type ImportFault = Schemas['ImportFault']
/** POST …/imports/{id}/apply → ImportBatch */
export type ApplyImport = Schemas['ApplyImport']
/** POST …/imports/{id}/undo → ImportBatch ; GET …/imports/{id}/leftovers → Page<ImportLeftover> */
export type UndoImport = Schemas['UndoImport']
export type ImportLeftover = Schemas['ImportLeftover']
