import { Body, Controller, Get, Post, Put, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { emptyBox } from '../actions/empty-box.ts'
import { editBox, setUpBox } from '../actions/keep-boxes.ts'
import { listBoxPosts } from '../queries/list-box-posts.ts'
import { listBoxes, readBox } from '../queries/list-boxes.ts'
import { readOpening } from '../queries/openings.ts'
import {
  BoxOpeningView,
  BoxPost,
  EditedSuggestionBox,
  NewBoxOpening,
  NewSuggestionBox,
  SuggestionBox,
  SuggestionBoxQuery,
} from './suggestion-boxes.dto.ts'

@ApiTags('suggestion-boxes')
@Controller('communities/:communityId/suggestion-boxes')
export class SuggestionBoxesController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get()
  @CalledBy({ permission: 'complaints.read' })
  @ApiOkResponse({ type: [SuggestionBox] })
  listSuggestionBoxes(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Query() query: SuggestionBoxQuery,
  ): Promise<SuggestionBox[]> {
    return listBoxes(this.#database, act, communityId, query)
  }

  @Get('posts')
  @CalledBy({ permission: 'complaints.supervise' })
  @ApiOkResponse({ type: [BoxPost] })
  listBoxPosts(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<BoxPost[]> {
    return listBoxPosts(this.#database, act, communityId)
  }

  @Post()
  @CalledBy({ permission: 'complaints.supervise' })
  @Idempotent()
  @ApiCreatedResponse({ type: SuggestionBox })
  async setUpSuggestionBox(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: NewSuggestionBox,
  ): Promise<SuggestionBox> {
    const id = await this.#database.write(act, (tx) => setUpBox(tx, act, communityId, body))
    return readBox(this.#database, act, communityId, id)
  }

  @Put(':id')
  @CalledBy({ permission: 'complaints.supervise' })
  @ApiOkResponse({ type: SuggestionBox })
  async editSuggestionBox(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: EditedSuggestionBox,
  ): Promise<SuggestionBox> {
    await this.#database.write(act, (tx) => editBox(tx, act, communityId, id, body))
    return readBox(this.#database, act, communityId, id)
  }

  @Post(':id/openings')
  @CalledBy({ permission: 'complaints.assign' })
  @Idempotent()
  @ApiCreatedResponse({ type: BoxOpeningView })
  async emptySuggestionBox(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Id('id') id: string,
    @Body() body: NewBoxOpening,
  ): Promise<BoxOpeningView> {
    const openingId = await this.#database.write(act, (tx) => emptyBox(tx, act, communityId, id, body))
    return readOpening(this.#database, this.#links, act, communityId, openingId)
  }
}
