import type {
  AddHouseholdEvent,
  AddPerson,
  ApplyImport,
  BuildingDraft,
  BuildingEdit,
  BuildingOrder,
  BuildingRow,
  ChangeHouseholdEvent,
  ChangePerson,
  EntranceRename,
  HomeVehicles,
  Household,
  ImportBatch,
  ImportFault,
  ImportLeftover,
  InvitationCode,
  InviteFromOffice,
  Kept,
  KeptRow,
  MovePersonOut,
  OwnVehicle,
  Page,
  PlannedUnit,
  SpaceDraft,
  SpaceEdit,
  SpaceRow,
  TransferUnit,
  UndoImport,
  UnitBatch,
  UnitCell,
  UnitDraft,
  UnitEdit,
  UnitsAdded,
  VehicleDraft,
  VehicleEdit,
  VehicleRow,
  WriteNote,
} from '@yinuo/contracts'

/** Homes and who lives in them, what they drive and where they park, and lists of them taken in from Excel. */
export interface ArchiveRoutes {
  'GET /communities/{communityId}/households/{unitId}': { answer: Household }
  'POST /communities/{communityId}/households/{unitId}/people': { body: AddPerson; answer: KeptRow }
  'POST /communities/{communityId}/households/{unitId}/transfer': { body: TransferUnit; answer: KeptRow }
  'POST /communities/{communityId}/households/{unitId}/events': { body: AddHouseholdEvent; answer: KeptRow }
  'POST /communities/{communityId}/households/{unitId}/notes': { body: WriteNote; answer: { id: string } }
  'POST /communities/{communityId}/households/{unitId}/invitations': { body: InviteFromOffice; answer: { id: string } }
  'PUT /communities/{communityId}/residencies/{id}': { body: ChangePerson; answer: KeptRow }
  'POST /communities/{communityId}/residencies/{id}/end': { body: MovePersonOut; answer: KeptRow }
  'PUT /communities/{communityId}/household-events/{id}': { body: ChangeHouseholdEvent; answer: KeptRow }
  'PUT /communities/{communityId}/household-notes/{id}': { body: { pinned: boolean }; answer: void }
  'POST /communities/{communityId}/household-notes/{id}/withdraw': { answer: void }
  'GET /communities/{communityId}/office-invitations/{id}/code': { answer: InvitationCode }
  'POST /communities/{communityId}/office-invitations/{id}/revoke': { answer: void }

  'GET /communities/{communityId}/buildings': { answer: BuildingRow[] }
  'POST /communities/{communityId}/buildings': { body: BuildingDraft; answer: Kept }
  'PUT /communities/{communityId}/buildings/{id}': { body: BuildingEdit; answer: Kept }
  'PUT /communities/{communityId}/building-order': { body: BuildingOrder; answer: void }
  'PUT /communities/{communityId}/buildings/{id}/entrances': { body: EntranceRename; answer: Kept }
  'GET /communities/{communityId}/buildings/{id}/units': { answer: UnitCell[] }
  'POST /communities/{communityId}/units': { body: UnitDraft; answer: Kept }
  'PUT /communities/{communityId}/units/{id}': { body: UnitEdit; answer: Kept }
  'POST /communities/{communityId}/units/{id}/remove': { body: { version: number }; answer: void }
  'POST /communities/{communityId}/unit-batches/preview': { body: UnitBatch; answer: PlannedUnit[] }
  'POST /communities/{communityId}/unit-batches': { body: UnitBatch; answer: UnitsAdded }
  'GET /communities/{communityId}/parking-spaces': { answer: Page<SpaceRow> }
  'POST /communities/{communityId}/parking-spaces': { body: SpaceDraft; answer: Kept }
  'PUT /communities/{communityId}/parking-spaces/{id}': { body: SpaceEdit; answer: Kept }
  'POST /communities/{communityId}/parking-spaces/{id}/withdraw': { body: { version: number }; answer: void }
  'GET /communities/{communityId}/vehicles': { answer: Page<VehicleRow> }
  'POST /communities/{communityId}/vehicles': { body: VehicleDraft; answer: Kept }
  'PUT /communities/{communityId}/vehicles/{id}': { body: VehicleEdit; answer: Kept }
  'POST /communities/{communityId}/vehicles/{id}/end': { body: { version: number }; answer: void }
  'GET /communities/{communityId}/household-vehicles': { answer: HomeVehicles }
  'POST /communities/{communityId}/household-vehicles': { body: OwnVehicle; answer: { id: string } }
  'POST /communities/{communityId}/household-vehicles/{id}/remove': { answer: void }

  'GET /communities/{communityId}/import-template': { answer: unknown }
  'POST /communities/{communityId}/imports': { body: unknown; answer: ImportBatch }
  'GET /communities/{communityId}/imports': { answer: Page<ImportBatch> }
  'GET /communities/{communityId}/imports/{id}': { answer: ImportBatch }
  'GET /communities/{communityId}/imports/{id}/faults': { answer: Page<ImportFault> }
  'GET /communities/{communityId}/imports/{id}/leftovers': { answer: Page<ImportLeftover> }
  'GET /communities/{communityId}/imports/{id}/report': { answer: unknown }
  'POST /communities/{communityId}/imports/{id}/apply': { body: ApplyImport; answer: ImportBatch }
  'POST /communities/{communityId}/imports/{id}/undo': { body: UndoImport; answer: ImportBatch }
}
