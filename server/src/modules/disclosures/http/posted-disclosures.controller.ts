import { Body, Controller, Get, Post, Query } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id, Idempotent } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { askOfDisclosure } from '../actions/questions.ts'
import { listLines } from '../queries/list-lines.ts'
import { ownLines } from '../queries/own-lines.ts'
import { listPosted, readPosted } from '../queries/posted.ts'
import {
  AskDisclosure,
  AskedDisclosure,
  DisclosureLinePage,
  DisclosureLineQuery,
  PostedDisclosureQuery,
} from './disclosures.dto.ts'
import { OwnDisclosureLine, PostedDisclosure, PostedDisclosurePage } from './proofs.dto.ts'

/** What is posted where the caller lives or works; drafts are not there. */
@ApiTags('disclosures')
@Controller('me')
@CalledBy('signed-in')
export class PostedDisclosuresController {
  readonly #database: Database
  readonly #links: FileLinks

  constructor(database: Database, links: FileLinks) {
    this.#database = database
    this.#links = links
  }

  @Get('disclosures')
  @ApiOkResponse({ type: PostedDisclosurePage })
  listMyDisclosures(@CurrentCaller() act: CallerAct, @Query() query: PostedDisclosureQuery): Promise<PostedDisclosurePage> {
    return listPosted(this.#database, act, query) as Promise<PostedDisclosurePage>
  }

  @Get('disclosures/:id')
  @ApiOkResponse({ type: PostedDisclosure })
  readMyDisclosure(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<PostedDisclosure> {
    return readPosted(this.#database, act.reach, id) as Promise<PostedDisclosure>
  }

  @Get('disclosures/:id/lines')
  @ApiOkResponse({ type: DisclosureLinePage })
  async listMyDisclosureLines(
    @CurrentCaller() act: CallerAct,
    @Id('id') id: string,
    @Query() query: DisclosureLineQuery,
  ): Promise<DisclosureLinePage> {
    const { communityId } = await readPosted(this.#database, act.reach, id)
    return listLines(this.#database, this.#links, act, { communityId, id, reach: act.reach }, query)
  }

  /** The caller's own payments of the period, each with the proof that it is inside. */
  @Get('disclosures/:id/own')
  @ApiOkResponse({ type: [OwnDisclosureLine] })
  async listMyOwnDisclosureLines(@CurrentCaller() act: CallerAct, @Id('id') id: string): Promise<OwnDisclosureLine[]> {
    const { communityId } = await readPosted(this.#database, act.reach, id)
    return ownLines(this.#database, act, { communityId, id }) as Promise<OwnDisclosureLine[]>
  }

  @Post('disclosures/:id/questions')
  @CalledBy('resident')
  @Idempotent()
  @ApiCreatedResponse({ type: AskedDisclosure })
  askOfDisclosure(@CurrentCaller() act: CallerAct, @Id('id') id: string, @Body() body: AskDisclosure): Promise<AskedDisclosure> {
    return this.#database.write(act, (tx) => askOfDisclosure(tx, act, id, body))
  }
}
