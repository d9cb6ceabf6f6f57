/** The pure rules of organisation that others may use. */
export { entryToken, looksLikeEntryToken, TOKEN_BYTES } from './entry-token.ts'
export { INVITATION_DAYS, invitationToken, MOST_OPEN_INVITATIONS } from './invitation.ts'
