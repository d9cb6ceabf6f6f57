import { Body, Controller, Get, Put } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { standardPresets, type StandardPresetCode } from '@yinuo/contracts'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { adoptStandard } from '../actions/adopt-standard.ts'
import { setWorkCalendar } from '../actions/set-work-calendar.ts'
import { adoptedStandard } from '../queries/adopted-standard.ts'
import { workCalendar } from '../queries/work-calendar.ts'
import { standardPresetFigures, standardPresetSources } from '../rules/presets.ts'
import { AdoptedStandard, AdoptStandard, PresetView, WorkCalendar } from './standards.dto.ts'

@ApiTags('standards')
@Controller()
export class StandardsController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get('standards/presets')
  @CalledBy('staff')
  @ApiOkResponse({ type: [PresetView] })
  listPresets(): PresetView[] {
    return (Object.keys(standardPresets) as StandardPresetCode[]).map((code) => ({
      code,
      name: standardPresets[code],
      figures: standardPresetFigures[code],
      sources: standardPresetSources[code],
    })) as PresetView[]
  }

  @Get('communities/:communityId/standard')
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: AdoptedStandard })
  readStandard(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<AdoptedStandard> {
    return adoptedStandard(this.#database, act, communityId) as Promise<AdoptedStandard>
  }

  @Put('communities/:communityId/standard')
  @CalledBy({ permission: 'standards.adopt' })
  @ApiOkResponse({ type: AdoptedStandard })
  async adoptStandard(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: AdoptStandard,
  ): Promise<AdoptedStandard> {
    await this.#database.write(act, (tx) => adoptStandard(tx, act, communityId, body))
    return adoptedStandard(this.#database, act, communityId) as Promise<AdoptedStandard>
  }

  @Get('communities/:communityId/calendar')
  @CalledBy({ permission: 'standards.read' })
  @ApiOkResponse({ type: WorkCalendar })
  readCalendar(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<WorkCalendar> {
    return workCalendar(this.#database, act, communityId) as Promise<WorkCalendar>
  }

  @Put('communities/:communityId/calendar')
  @CalledBy({ permission: 'standards.adopt' })
  @ApiOkResponse({ type: WorkCalendar })
  setCalendar(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: WorkCalendar,
  ): Promise<WorkCalendar> {
    return this.#database.write(act, (tx) => setWorkCalendar(tx, act, communityId, body)) as Promise<WorkCalendar>
  }
}
