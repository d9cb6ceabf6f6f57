import { RolesAndRules1763700000001 } from './1763700000001-roles-and-rules.ts'
import { Organisation1763700000002 } from './1763700000002-organisation.ts'
import { Access1763700000003 } from './1763700000003-access.ts'
import { Platform1763700000004 } from './1763700000004-platform.ts'
import { Standards1763700000005 } from './1763700000005-standards.ts'
import { Cases1763700000006 } from './1763700000006-cases.ts'
import { Messages1763700000007 } from './1763700000007-messages.ts'
import { AuditChain1763700000008 } from './1763700000008-audit-chain.ts'
import { RowsStayInTheirCompany1763700000009 } from './1763700000009-rows-stay-in-their-company.ts'
import { ResidenceInvitations1763700000010 } from './1763700000010-residence-invitations.ts'
import { ArchiveAndScope1763700000011 } from './1763700000011-archive-and-scope.ts'
import { OfficeInvitations1763700000012 } from './1763700000012-office-invitations.ts'
import { Imports1763700000013 } from './1763700000013-imports.ts'
import { UnmaskingsAndServices1763700000014 } from './1763700000014-unmaskings-and-services.ts'
import { PersonalData1763700000015 } from './1763700000015-privacy.ts'
import { ScopeAndSessions1763700000016 } from './1763700000016-scope-and-sessions.ts'
import { HandOver1763700000017 } from './1763700000017-hand-over.ts'
import { FindVehiclesAndSpaces1763700000018 } from './1763700000018-find-vehicles-and-spaces.ts'
import { Documents1763700000019 } from './1763700000019-documents.ts'
import { NewPermissions1763700000020 } from './1763700000020-new-permissions.ts'
import { Complaints1763700000021 } from './1763700000021-complaints.ts'
import { Notices1763700000022 } from './1763700000022-notices.ts'
import { Visits1763700000027 } from './1763700000027-visits.ts'
import { Outreach1763700000025 } from './1763700000025-outreach.ts'
import { Meetings1763700000026 } from './1763700000026-meetings.ts'
import { Channels1763700000024 } from './1763700000024-channels.ts'
import { Conversations1763700000023 } from './1763700000023-conversations.ts'
import { Improvement1763700000028 } from './1763700000028-improvement.ts'
import { SuggestionBoxes1763700000029 } from './1763700000029-suggestion-boxes.ts'
import { Letters1763700000030 } from './1763700000030-letters.ts'
import { NoticesInOrder1763700000031 } from './1763700000031-notices-in-order.ts'
import { Deliveries1763700000032 } from './1763700000032-deliveries.ts'
import { OfficeEnds1763700000033 } from './1763700000033-office-ends.ts'
import { Money1763700000035 } from './1763700000035-money.ts'
import { Billing1763700000036 } from './1763700000036-billing.ts'
import { Spending1763700000038 } from './1763700000038-spending.ts'
import { Arrears1763700000039 } from './1763700000039-arrears.ts'
import { Disclosures1763700000040 } from './1763700000040-disclosures.ts'
import { Counter1763700000041 } from './1763700000041-counter.ts'
import { Reconciliation1763700000042 } from './1763700000042-reconciliation.ts'
import { FundImports1763700000043 } from './1763700000043-fund-imports.ts'
import { Merchants1763700000037 } from './1763700000037-merchants.ts'
import { AnswersOfFinance1763700000044 } from './1763700000044-answers-of-finance.ts'
import { WhatMessagesAreAbout1763700000047 } from './1763700000047-what-messages-are-about.ts'

/** Every migration, in order. A landed one is never edited. */
export const migrations = [
  RolesAndRules1763700000001,
  Organisation1763700000002,
  Access1763700000003,
  Platform1763700000004,
  Standards1763700000005,
  Cases1763700000006,
  Messages1763700000007,
  AuditChain1763700000008,
  RowsStayInTheirCompany1763700000009,
  ResidenceInvitations1763700000010,
  ArchiveAndScope1763700000011,
  OfficeInvitations1763700000012,
  Imports1763700000013,
  UnmaskingsAndServices1763700000014,
  PersonalData1763700000015,
  ScopeAndSessions1763700000016,
  HandOver1763700000017,
  FindVehiclesAndSpaces1763700000018,
  Documents1763700000019,
  NewPermissions1763700000020,
  Complaints1763700000021,
  Notices1763700000022,
  Conversations1763700000023,
  Channels1763700000024,
  Outreach1763700000025,
  Meetings1763700000026,
  Improvement1763700000028,
  Visits1763700000027,
  SuggestionBoxes1763700000029,
  Letters1763700000030,
  NoticesInOrder1763700000031,
  Deliveries1763700000032,
  OfficeEnds1763700000033,
  Money1763700000035,
  Billing1763700000036,
  Merchants1763700000037,
  Spending1763700000038,
  Arrears1763700000039,
  Disclosures1763700000040,
  Counter1763700000041,
  Reconciliation1763700000042,
  FundImports1763700000043,
  AnswersOfFinance1763700000044,
  WhatMessagesAreAbout1763700000047,
]
