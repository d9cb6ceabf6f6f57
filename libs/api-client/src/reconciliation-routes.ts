import type { DifferenceRow, Fund, Page, StatementRow } from '@yinuo/contracts'

/** WeChat's bill of each day beside our books, and what differs. */
export interface ReconciliationRoutes {
  'GET /communities/{communityId}/reconciliation-numbers': { answer: { open: number; late: number } }
  'GET /communities/{communityId}/pay-statements': { answer: Page<StatementRow> }
  'POST /communities/{communityId}/pay-statements/check': { body: { day: string }; answer: StatementRow[] }
  'POST /communities/{communityId}/pay-statements/{id}/fee': { body: { fund: Fund }; answer: StatementRow }
  'GET /communities/{communityId}/pay-differences': { answer: Page<DifferenceRow> }
  'POST /communities/{communityId}/pay-differences/{id}/settle': { body: { version: number }; answer: DifferenceRow }
  'POST /communities/{communityId}/pay-differences/{id}/explain': {
    body: { version: number; reason: string }
    answer: DifferenceRow
  }
}
