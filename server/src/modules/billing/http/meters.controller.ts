import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { addMeter, replaceMeter } from '../actions/keep-meter.ts'
import { correctReading, dropReading, takeReadings } from '../actions/take-readings.ts'
import { listMeters, listReadings, readMeter } from '../queries/list-meters.ts'
import {
  CorrectedReading,
  MeterDraft,
  MeterPage,
  MeterQuery,
  MeterReadingDetail,
  MeterReadings,
  MeterView,
  ReadingsTaken,
  ReplacedMeter,
  SeenReading,
} from './meters.dto.ts'

const mayRead = { permission: 'billing.read' } as const
const mayEdit = { permission: 'billing.edit' } as const

@ApiTags('billing')
@Controller('communities/:communityId')
export class MetersController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('meters')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: MeterPage })
  listMeters(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: MeterQuery,
  ): Promise<MeterPage> {
    return listMeters(this.#database, act, communityId, query)
  }

  @Post('meters')
  @CalledBy(mayEdit)
  @Idempotent()
  @ApiCreatedResponse({ type: MeterView })
  async addMeter(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: MeterDraft,
  ): Promise<MeterView> {
    const id = await this.#database.write(act, (tx) => addMeter(tx, act, communityId, body))
    return readMeter(this.#database, act, communityId, id)
  }

  @Get('meters/:id/readings')
  @CalledBy(mayRead)
  @ApiOkResponse({ type: MeterReadingDetail, isArray: true })
  listMeterReadings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
  ): Promise<MeterReadingDetail[]> {
    return listReadings({ database: this.#database, links: this.#links }, act, communityId, id)
  }

  @Post('meters/:id/replace')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: MeterView, description: '新装的表' })
  async replaceMeter(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: ReplacedMeter,
  ): Promise<MeterView> {
    const fresh = await this.#database.write(act, (tx) => replaceMeter(tx, act, communityId, id, body))
    return readMeter(this.#database, act, communityId, fresh)
  }

  /** A round of readings, all or none. */
  @Post('meter-readings')
  @CalledBy(mayEdit)
  @Idempotent()
  @ApiCreatedResponse({ type: ReadingsTaken })
  async takeReadings(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: MeterReadings,
  ): Promise<ReadingsTaken> {
    return { taken: await this.#database.write(act, (tx) => takeReadings(tx, act, communityId, body)) }
  }

  @Put('meter-readings/:id')
  @CalledBy(mayEdit)
  @ApiOkResponse({ type: ReadingsTaken })
  async correctReading(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: CorrectedReading,
  ): Promise<ReadingsTaken> {
    await this.#database.write(act, (tx) => correctReading(tx, act, communityId, id, body))
    return { taken: 1 }
  }

  @Post('meter-readings/:id/drop')
  @CalledBy(mayEdit)
  @Idempotent()
  @HttpCode(200)
  @ApiOkResponse({ type: ReadingsTaken })
  async dropReading(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: SeenReading,
  ): Promise<ReadingsTaken> {
    await this.#database.write(act, (tx) => dropReading(tx, act, communityId, id, body))
    return { taken: 0 }
  }
}
