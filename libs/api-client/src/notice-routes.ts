import type {
  BoardNotice,
  BoardNoticeRow,
  BoardOutage,
  EditedNotice,
  NewOutage,
  NewOutageUpdate,
  NoticeCode,
  NoticeCorrection,
  NoticeDraft,
  NoticeNumbers,
  NoticeReach,
  NoticeReachWish,
  NoticeReason,
  NoticeReceipt,
  NoticeRow,
  NoticeSchedule,
  NoticeView,
  OutageRecovery,
  OutageRow,
  OutageView,
  Page,
  ReceiptNumbers,
  SeenNotice,
} from '@yinuo/contracts'

/** Notices and outages: the office's side and the readers'. */
export interface NoticeRoutes {
  'GET /communities/{communityId}/notices': { answer: Page<NoticeRow> }
  'POST /communities/{communityId}/notices': { body: NoticeDraft; answer: NoticeView }
  'GET /communities/{communityId}/notice-numbers': { answer: NoticeNumbers }
  'POST /communities/{communityId}/notice-reach': { body: NoticeReachWish; answer: NoticeReach }
  'GET /communities/{communityId}/notices/{id}': { answer: NoticeView }
  'PUT /communities/{communityId}/notices/{id}': { body: EditedNotice; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/discard': { body: SeenNotice; answer: void }
  'POST /communities/{communityId}/notices/{id}/submit': { body: SeenNotice; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/approve': { body: SeenNotice; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/refuse': { body: NoticeReason; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/publish': { body: SeenNotice; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/schedule': { body: NoticeSchedule; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/correct': { body: NoticeCorrection; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/withdraw': { body: NoticeReason; answer: NoticeView }
  'POST /communities/{communityId}/notices/{id}/remind': { body: SeenNotice; answer: NoticeView }
  'GET /communities/{communityId}/notices/{id}/code': { answer: NoticeCode }
  'GET /communities/{communityId}/notices/{id}/receipts': { answer: Page<NoticeReceipt> }
  'GET /communities/{communityId}/notices/{id}/receipt-numbers': { answer: ReceiptNumbers }
  'GET /communities/{communityId}/outages': { answer: Page<OutageRow> }
  'POST /communities/{communityId}/outages': { body: NewOutage; answer: OutageView }
  'GET /communities/{communityId}/outages/{id}': { answer: OutageView }
  'POST /communities/{communityId}/outages/{id}/update': { body: NewOutageUpdate; answer: OutageView }
  'POST /communities/{communityId}/outages/{id}/recover': { body: OutageRecovery; answer: OutageView }
  'GET /me/notices': { answer: Page<BoardNoticeRow> }
  'GET /me/notices/{id}': { answer: BoardNotice }
  'POST /me/notices/{id}/read': { answer: void }
  'GET /me/outages': { answer: BoardOutage[] }
  'GET /me/outages/{id}': { answer: BoardOutage }
}
