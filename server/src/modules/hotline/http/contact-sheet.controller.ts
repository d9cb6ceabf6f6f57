import { Body, Controller, Get, Put } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { FileLinks } from '../../../platform/files/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { Wechat } from '../../../wechat/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { editContactSheet } from '../actions/edit-contact-sheet.ts'
import { drawCommunityCode } from '../queries/draw-community-code.ts'
import { readContactSheet } from '../queries/read-contact-sheet.ts'
import { CommunityCode, ContactSheet, ContactSheetDraft } from './hotline.dto.ts'

@ApiTags('hotline')
@Controller('communities/:communityId/contact-sheet')
export class ContactSheetController {
  readonly #database: Database
  readonly #links: FileLinks
  readonly #wechat: Wechat

  constructor(database: Database, links: FileLinks, wechat: Wechat) {
    this.#links = links
    this.#database = database
    this.#wechat = wechat
  }

  @Get()
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: ContactSheet })
  readContactSheet(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ContactSheet> {
    return readContactSheet(this.#database, this.#links, act, communityId)
  }

  @Get('code')
  @CalledBy('staff')
  @ApiOkResponse({ type: CommunityCode })
  drawCommunityCode(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<CommunityCode> {
    return drawCommunityCode(this.#database, this.#wechat, act, communityId)
  }

  @Put()
  @CalledBy({ permission: 'communities.edit' })
  @ApiOkResponse({ type: ContactSheet })
  async editContactSheet(
    @CurrentCaller() act: CallerAct,
    @Id('communityId') communityId: string,
    @Body() body: ContactSheetDraft,
  ): Promise<ContactSheet> {
    await this.#database.write(act, (tx) => editContactSheet(tx, act, communityId, body))
    return readContactSheet(this.#database, this.#links, act, communityId)
  }
}
