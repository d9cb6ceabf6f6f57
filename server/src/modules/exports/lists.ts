import type { ExportableListCode } from '@yinuo/contracts'
import { auditExport } from '../access/index.ts'
import { spacesExport, vehiclesExport } from '../archive/index.ts'
import { arrearsExport } from '../arrears/index.ts'
import { billsExport } from '../billing/index.ts'
import { complaintsExport } from '../complaints/index.ts'
import { dayEndsExport, receiptsExport as counterReceiptsExport } from '../counter/index.ts'
import { disclosureLinesExport } from '../disclosures/index.ts'
import { documentsExport } from '../documents/index.ts'
import { hotlineCallsExport } from '../hotline/index.ts'
import { causesExport, improvementsExport } from '../improvement/index.ts'
import { ledgerExport } from '../ledger/index.ts'
import { lettersExport } from '../mailbox/index.ts'
import { meetingsExport, participantsExport } from '../meetings/index.ts'
import { deliveriesExport } from '../messages/index.ts'
import { noticesExport, receiptsExport } from '../notices/index.ts'
import { applicationsExport, codesExport, householdsExport } from '../organisation/index.ts'
import { paymentsExport } from '../payments/index.ts'
import { payDifferencesExport } from '../reconciliation/index.ts'
import { postsExport, staffExport } from '../people/index.ts'
import { privacyRequestsExport } from '../privacy/index.ts'
import { repairsExport, samplesExport } from '../repairs/index.ts'
import { fundRecordsExport } from '../spending/index.ts'
import { visitsExport } from '../visits/index.ts'
import type { ExportableList } from './list.ts'

/** Every list that may leave, as its module declares it. */
export const lists: Readonly<Record<ExportableListCode, ExportableList>> = {
  households: householdsExport,
  vehicles: vehiclesExport,
  spaces: spacesExport,
  repairs: repairsExport,
  bills: billsExport,
  complaints: complaintsExport,
  letters: lettersExport,
  samples: samplesExport,
  hotlineCalls: hotlineCallsExport,
  applications: applicationsExport,
  codes: codesExport,
  staff: staffExport,
  posts: postsExport,
  deliveries: deliveriesExport,
  notices: noticesExport,
  noticeReceipts: receiptsExport,
  meetings: meetingsExport,
  meetingParticipants: participantsExport,
  disclosureLines: disclosureLinesExport,
  documents: documentsExport,
  causes: causesExport,
  improvements: improvementsExport,
  visits: visitsExport,
  arrears: arrearsExport,
  payments: paymentsExport,
  payDifferences: payDifferencesExport,
  receipts: counterReceiptsExport,
  dayEnds: dayEndsExport,
  ledgerEntries: ledgerExport,
  fundRecords: fundRecordsExport,
  privacyRequests: privacyRequestsExport,
  audit: auditExport,
}
