import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { toString as svgOf } from 'qrcode'
import { Database, IdentityDatabase, type Act } from '../../../platform/database/index.ts'
import { CalledBy } from '../../../platform/http/index.ts'
import { approveTicket } from '../actions/approve-ticket.ts'
import { auditAccess } from '../actions/audit-access.ts'
import { openTicket } from '../actions/open-ticket.ts'
import { redeemTicket } from '../actions/redeem-ticket.ts'
import { welcome } from '../actions/welcome.ts'
import type { CallerAct } from '../caller-act.ts'
import { findTicket } from '../queries/find-ticket.ts'
import { SignedIn, SignInTicket, SignInTicketCreated, TicketSecret } from './access.dto.ts'
import { CurrentAct, CurrentCaller } from './caller.guard.ts'
import { SignsIn } from './request-limit.guard.ts'

/** Scan sign-in: the console shows a ticket, a member of staff approves it in the mini-program, the console redeems it. */
@ApiTags('sessions')
@Controller('sessions/tickets')
export class TicketsController {
  readonly #identity: IdentityDatabase
  readonly #database: Database

  constructor(identity: IdentityDatabase, database: Database) {
    this.#identity = identity
    this.#database = database
  }

  @Post()
  @CalledBy('anyone')
  @SignsIn()
  @ApiCreatedResponse({ type: SignInTicketCreated })
  async openTicket(@CurrentAct() act: Act): Promise<SignInTicketCreated> {
    const { ticket, secret, expiresAt } = await openTicket(this.#identity, act.now)
    return { ticket, secret, expiresAt: expiresAt.toISOString(), state: 'waiting', qrSvg: await qrOf(ticket) }
  }

  @Get(':ticket')
  @CalledBy('anyone')
  @ApiOkResponse({ type: SignInTicket })
  async readTicket(@CurrentAct() act: Act, @Param('ticket') ticket: string): Promise<SignInTicket> {
    const { expiresAt, state } = await findTicket(this.#identity, ticket, act.now)
    return { ticket, expiresAt: expiresAt.toISOString(), state, qrSvg: await qrOf(ticket) }
  }

  @Post(':ticket/approve')
  @HttpCode(204)
  @CalledBy('staff')
  @ApiNoContentResponse()
  async approveTicket(@CurrentCaller() act: CallerAct, @Param('ticket') ticket: string): Promise<void> {
    await approveTicket(this.#identity, act, ticket)
    const staff = act.caller.staff!
    const change = { action: 'access.approve-ticket', subjectKind: 'staff', subjectId: staff.id, after: null }
    await auditAccess(this.#database, act, { staff, ...change })
  }

  @Post(':ticket/redeem')
  @HttpCode(200)
  @CalledBy('anyone')
  @SignsIn()
  @ApiOkResponse({ type: SignedIn })
  async redeemTicket(
    @CurrentAct() act: Act,
    @Param('ticket') ticket: string,
    @Body() { secret }: TicketSecret,
  ): Promise<SignedIn> {
    const opened = await redeemTicket(this.#identity, act, ticket, secret)
    return welcome(this.#identity, this.#database, act, opened, 'ticket')
  }
}

/** The page of the mini-program that approves the ticket, as WeChat's scanner reads it. */
function qrOf(ticket: string): Promise<string> {
  return svgOf(`staff/sign-in/index?ticket=${ticket}`, { type: 'svg', margin: 1 })
}
