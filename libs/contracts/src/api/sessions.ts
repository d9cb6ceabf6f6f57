import type { components } from '../generated/api-types.ts'

type Schemas = components['schemas']

/** POST /api/sessions/wechat → SignedIn */
export type SignInWithWechat = Schemas['SignInWithWechat']
/** POST /api/sessions/password → SignedIn */
export type SignInWithPassword = Schemas['SignInWithPassword']
export type SignedIn = Schemas['SignedIn']
/** POST /api/sessions/refresh → SessionTokens; a refresh token works once, within 30 s again with the same answer */
export type RefreshSession = Schemas['RefreshSession']
export type SessionTokens = Schemas['SessionTokens']
/** GET /api/me/sessions ; DELETE /api/me/sessions/{id} → 204 ; POST …/sign-out-others, …/sign-out-everywhere → 204 ;
 *  POST /api/staff/{id}/sign-out-everywhere (people.edit) → 204 */
export type SessionRow = Schemas['SessionRow']
/** POST /api/sessions/tickets (console) → SignInTicketCreated: show `qrSvg`, poll GET /api/sessions/tickets/{ticket}.
 *  POST …/{ticket}/approve (staff, in the mini-program) → 204; POST …/{ticket}/redeem {secret} (console) → SignedIn */
export type SignInTicket = Schemas['SignInTicket']
export type SignInTicketCreated = Schemas['SignInTicketCreated']
/** GET /api/me ; DELETE /api/me/session → 204 (sign out) ; PUT /api/communities/{communityId}/duty {onDuty} → Me */
export type Me = Schemas['Me']
export type Home = Schemas['Home']
export type StaffCommunity = Schemas['StaffCommunity']
export type HeldPost = Schemas['HeldPost']
/** PUT /api/me/preferences → Me */
export type Preferences = Schemas['Preferences']
/** POST /api/me/phone → Me */
export type PhoneCode = Schemas['PhoneCode']
/** POST /api/me/totp */
export type TotpOffer = Schemas['TotpOffer']
/** PUT /api/me/totp → 204 */
export type TotpConfirmation = Schemas['TotpConfirmation']
