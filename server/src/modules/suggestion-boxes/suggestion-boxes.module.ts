import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { OpenWork, PeopleModule } from '../people/index.ts'
import { boxWork } from './actions/hand-over-boxes.ts'
import { BoxOpeningsController } from './http/box-openings.controller.ts'
import { SuggestionBoxesController } from './http/suggestion-boxes.controller.ts'
import { tellOfBox } from './jobs/tell-of-box.ts'
import { BOX_WAITS, WatchBoxes } from './jobs/watch-boxes.ts'

@Module({
  imports: [AccessModule, PeopleModule],
  controllers: [SuggestionBoxesController, BoxOpeningsController],
  providers: [WatchBoxes],
})
export class SuggestionBoxesModule {
  constructor(relay: OutboxRelay, openWork: OpenWork) {
    openWork.add(boxWork)
    relay.on(BOX_WAITS, tellOfBox)
  }
}
