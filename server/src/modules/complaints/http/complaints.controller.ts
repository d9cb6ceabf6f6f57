import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { registerComplaint, reportComplaint } from '../actions/report-complaint.ts'
import { askUnsealing, openSeal } from '../actions/unseal-complaint.ts'
import { AuthorSeal } from '../author-seal.ts'
import { complaintOptions } from '../queries/complaint-options.ts'
import { listComplaints, myComplaints, myComplaintWork } from '../queries/list-complaints.ts'
import { listHandlers } from '../queries/list-handlers.ts'
import { readComplaint } from '../queries/read-complaint.ts'
import {
  AskUnsealing,
  ComplaintHandler,
  ComplaintOptions,
  ComplaintPage,
  ComplaintQuery,
  ComplaintReceipt,
  ComplaintView,
  RegisterComplaint,
  ReportComplaint,
  Unsealed,
  UnsealingReceipt,
} from './complaints.dto.ts'

@ApiTags('complaints')
@Controller()
export class ComplaintsController {
  readonly #database: Database
  readonly #links: FileLinks
  readonly #seal: AuthorSeal

  constructor(database: Database, links: FileLinks, seal: AuthorSeal) {
    this.#database = database
    this.#links = links
    this.#seal = seal
  }

  @Get('communities/:communityId/complaint-options')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: ComplaintOptions })
  readComplaintOptions(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ComplaintOptions> {
    return complaintOptions(this.#database, act, communityId)
  }

  @Post('communities/:communityId/complaints')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  reportComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ReportComplaint,
  ): Promise<ComplaintReceipt> {
    return reportComplaint(this.#database, this.#seal, act, communityId, body)
  }

  @Post('communities/:communityId/complaint-registrations')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: ComplaintReceipt })
  registerComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: RegisterComplaint,
  ): Promise<ComplaintReceipt> {
    return this.#database.write(act, (tx) => registerComplaint(tx, act, communityId, body))
  }

  @Get('communities/:communityId/complaints')
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: ComplaintPage })
  listComplaints(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() filters: ComplaintQuery,
  ): Promise<ComplaintPage> {
    return listComplaints(this.#database, act, communityId, filters)
  }

  @Get('me/complaints')
  @CalledBy('resident')
  @ApiOkResponse({ type: ComplaintPage })
  listMyComplaints(@CurrentCaller() act: CallerAct, @Query() page: PageQuery): Promise<ComplaintPage> {
    return myComplaints(this.#database, this.#seal.hashOf(act.caller.account!.id), act, page)
  }

  @Get('me/complaint-work')
  @CalledBy('staff')
  @ApiOkResponse({ type: ComplaintPage })
  listMyComplaintWork(@CurrentCaller() act: CallerAct, @Query() page: PageQuery): Promise<ComplaintPage> {
    return myComplaintWork(this.#database, act, page)
  }

  @Get('communities/:communityId/complaints/:id')
  @CalledBy('resident', { permission: 'complaints.read' }, { permission: 'complaints.handle' })
  @ApiOkResponse({ type: ComplaintView })
  readComplaint(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<ComplaintView> {
    const account = act.caller.account?.id
    const authorHash = account ? this.#seal.hashOf(account) : null
    return readComplaint(this.#database, this.#links, authorHash, act, communityId, id)
  }

  @Get('communities/:communityId/complaint-handlers')
  @CalledBy({ permission: 'complaints.assign' }, { permission: 'complaints.supervise' })
  @ApiOkResponse({ type: [ComplaintHandler] })
  listComplaintHandlers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ComplaintHandler[]> {
    return listHandlers(this.#database, act, communityId)
  }

  @Post('communities/:communityId/complaints/:id/unsealings')
  @CalledBy({ permission: 'complaints.unseal' })
  @Idempotent()
  @ApiCreatedResponse({ type: UnsealingReceipt })
  askUnsealing(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: AskUnsealing,
  ): Promise<UnsealingReceipt> {
    return this.#database.write(act, (tx) => askUnsealing(tx, act, communityId, id, body.reason))
  }

  /** Without an idempotency key: an answer that is kept would be the seal's content, unsealed. */
  @Post('communities/:communityId/complaint-unsealings/:id/open')
  @HttpCode(200)
  @CalledBy({ permission: 'complaints.unseal' })
  @ApiOkResponse({ type: Unsealed })
  openSeal(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<Unsealed> {
    return this.#database.write(act, (tx) => openSeal(tx, this.#seal, act, communityId, id))
  }
}
