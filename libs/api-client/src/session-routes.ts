import type {
  RefreshSession,
  SessionRow,
  SessionTokens,
  SignInTicket,
  SignInTicketCreated,
  SignInWithPassword,
  SignInWithWechat,
  SignedIn,
} from '@yinuo/contracts'

/** Signing in, staying in, and being signed out. */
export interface SessionRoutes {
  'POST /sessions/wechat': { body: SignInWithWechat; answer: SignedIn }
  'POST /sessions/password': { body: SignInWithPassword; answer: SignedIn }
  'POST /sessions/tickets': { answer: SignInTicketCreated }
  'POST /sessions/refresh': { body: RefreshSession; answer: SessionTokens }
  'GET /sessions/tickets/{ticket}': { answer: SignInTicket }
  'POST /sessions/tickets/{ticket}/approve': { answer: void }
  'POST /sessions/tickets/{ticket}/redeem': { body: { secret: string }; answer: SignedIn }

  'GET /me/sessions': { answer: SessionRow[] }
  'DELETE /me/sessions/{id}': { answer: void }
  'POST /me/sessions/sign-out-others': { answer: void }
  'POST /me/sessions/sign-out-everywhere': { answer: void }
  'DELETE /me/session': { answer: void }
  'POST /staff/{id}/sign-out-everywhere': { answer: void }
}
