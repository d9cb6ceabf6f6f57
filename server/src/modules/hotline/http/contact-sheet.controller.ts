import { Body, Controller, Get, Put } from '@nestjs/common'
import { ApiOkResponse, ApiTags } from '@nestjs/swagger'
import { Database } from '../../../platform/database/index.ts'
import { CalledBy, Id } from '../../../platform/http/index.ts'
import { CurrentCaller, type CallerAct } from '../../access/index.ts'
import { editContactSheet } from '../actions/edit-contact-sheet.ts'
import { readContactSheet } from '../queries/read-contact-sheet.ts'
import { ContactSheet, ContactSheetDraft } from './hotline.dto.ts'

@ApiTags('hotline')
@Controller('communities/:communityId/contact-sheet')
export class ContactSheetController {
  readonly #database: Database

  constructor(database: Database) {
    this.#database = database
  }

  @Get()
  @CalledBy('resident', 'staff')
  @ApiOkResponse({ type: ContactSheet })
  readContactSheet(@CurrentCaller() act: CallerAct, @Id('communityId') communityId: string): Promise<ContactSheet> {
    return readContactSheet(this.#database, act, communityId)
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
    return readContactSheet(this.#database, act, communityId)
  }
}
