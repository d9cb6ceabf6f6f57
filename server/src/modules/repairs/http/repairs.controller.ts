import { Body, Controller, Get, Header, Post, Query, Sse, type MessageEvent } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger'
import { concatMap, filter, interval, map, merge, takeWhile, type Observable } from 'rxjs'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { PageQuery } from '../../../platform/http/page.dto.ts'
import { LiveFeed } from '../../../platform/live/index.ts'
import { CallerWatch, CurrentCaller, type CallerAct } from '../../access/index.ts'
import { reportRepair } from '../actions/report-repair.ts'
import { listRepairs } from '../queries/list-repairs.ts'
import { myRepairs, myWork } from '../queries/my-repairs.ts'
import { readRepair } from '../queries/read-repair.ts'
import { repairNumbers } from '../queries/repair-numbers.ts'
import { repairOptions } from '../queries/repair-options.ts'
import { withPhotoLinks } from '../queries/repair-row.ts'
import { staffOnMap } from '../queries/staff-on-map.ts'
import { dispatchCandidates } from '../queries/suggest-candidates.ts'
import {
  DispatchCandidate,
  RepairNumbers,
  RepairOptions,
  RepairPage,
  RepairQueueQuery,
  RepairReceipt,
  RepairView,
  ReportRepair,
  StaffOnMap,
} from './repairs.dto.ts'

/** A line that is silent for longer is closed by proxies on the way. */
const BEAT_EVERY_MS = 15_000

const JSON_TEXT = ['content-type', 'application/json; charset=utf-8'] as const

@ApiTags('repairs')
@Controller()
export class RepairsController {
  readonly #database: Database
  readonly #links: FileLinks
  readonly #live: LiveFeed
  readonly #watch: CallerWatch

  constructor(database: Database, links: FileLinks, live: LiveFeed, watch: CallerWatch) {
    this.#database = database
    this.#links = links
    this.#live = live
    this.#watch = watch
  }

  @Get('communities/:communityId/repair-options')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: RepairOptions })
  readRepairOptions(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<RepairOptions> {
    return repairOptions(this.#database, act, communityId)
  }

  @Post('communities/:communityId/repairs')
  @CalledBy('resident', { permission: 'repairs.report' })
  @Idempotent()
  @ApiCreatedResponse({ type: RepairReceipt })
  reportRepair(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ReportRepair,
  ): Promise<RepairReceipt> {
    return reportRepair(this.#database, act, communityId, body)
  }

  @Get('communities/:communityId/repairs')
  @CalledBy({ permission: 'repairs.read' })
  @Header(...JSON_TEXT)
  @ApiOkResponse({ type: RepairPage })
  async listRepairs(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() filters: RepairQueueQuery,
  ): Promise<string> {
    return this.#linked(act, await listRepairs(this.#database, act, communityId, filters))
  }

  @Get('me/repairs')
  @CalledBy('resident')
  @Header(...JSON_TEXT)
  @ApiOkResponse({ type: RepairPage })
  async listMyRepairs(@CurrentCaller() act: CallerAct, @Query() page: PageQuery): Promise<string> {
    return this.#linked(act, await myRepairs(this.#database, act, page))
  }

  @Get('me/work')
  @CalledBy('staff')
  @Header(...JSON_TEXT)
  @ApiOkResponse({ type: RepairPage })
  async listMyWork(@CurrentCaller() act: CallerAct, @Query() page: PageQuery): Promise<string> {
    return this.#linked(act, await myWork(this.#database, act, page))
  }

  @Get('communities/:communityId/repairs/:id')
  @CalledBy('resident', { permission: 'repairs.read' }, { permission: 'repairs.work' })
  @ApiOkResponse({ type: RepairView })
  readRepair(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string, @Id('id') id: string): Promise<RepairView> {
    return readRepair(this.#database, this.#links, act, communityId, id) as Promise<RepairView>
  }

  @Get('communities/:communityId/repairs/:id/candidates')
  @CalledBy({ permission: 'repairs.dispatch' }, { permission: 'repairs.work' })
  @ApiOkResponse({ type: [DispatchCandidate] })
  listCandidates(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<DispatchCandidate[]> {
    return dispatchCandidates(this.#database, act, communityId, id)
  }

  @Get('communities/:communityId/repair-numbers')
  @CalledBy({ permission: 'repairs.read' })
  @ApiOkResponse({ type: RepairNumbers })
  readRepairNumbers(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<RepairNumbers> {
    return repairNumbers(this.#database, act, communityId)
  }

  @Get('communities/:communityId/staff-on-map')
  @CalledBy({ permission: 'repairs.read' })
  @ApiOkResponse({ type: [StaffOnMap] })
  readStaffOnMap(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<StaffOnMap[]> {
    return staffOnMap(this.#database, act, communityId)
  }

  /**
   * Before each piece of news and each beat it is asked again whether the listener still may hear it; who may hear nothing of
   * repairs any more is at the end of the stream. That something happens to a complaint is told to who may read complaints,
   * and no more than which.
   */
  @Sse('communities/:communityId/live')
  @CalledBy({ permission: 'repairs.read' })
  @ApiProduces('text/event-stream')
  @ApiOkResponse({
    type: String,
    description: 'What happens to repairs: {repairId, number, state, urgency, kind, text, at}; to complaints: {complaintId}',
  })
  watchRepairs(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Observable<MessageEvent> {
    const news = this.#live.of(communityId).pipe(
      filter(({ news }) => 'repairId' in news || 'complaintId' in news),
      map(({ news: data, buildingId }) => ({ event: { data } as MessageEvent, buildingId, ofRepair: 'repairId' in data })),
    )
    const beats = interval(BEAT_EVERY_MS).pipe(
      map(() => ({ event: { type: 'beat', data: '' } as MessageEvent, buildingId: undefined, ofRepair: true })),
    )
    return merge(news, beats).pipe(
      concatMap(async ({ event, buildingId, ofRepair }) => ({
        event,
        ofRepair,
        may: await this.#watch.stillHolds(act, communityId, ofRepair ? 'repairs.read' : 'complaints.read', buildingId),
      })),
      takeWhile(({ may, ofRepair }) => may !== 'no' || !ofRepair),
      filter(({ may }) => may === 'yes'),
      map(({ event }) => event),
    )
  }

  #linked(act: CallerAct, page: string): string {
    return withPhotoLinks(page, (communityId, fileId) =>
      this.#links.signedLink(fileId, communityId, 'thumbnail', act.now, act.caller.sessionId),
    )
  }
}
