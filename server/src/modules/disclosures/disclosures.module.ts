import { Module } from '@nestjs/common'
import { OutboxRelay } from '../../platform/outbox/index.ts'
import { AccessModule } from '../access/index.ts'
import { Audiences, BroadcastsModule } from '../messages/index.ts'
import { DISCLOSURE_TOLD } from './actions/load-disclosure.ts'
import { DISCLOSURES_PLANNED } from './actions/plan-disclosures.ts'
import { DisclosureLinesController } from './http/disclosure-lines.controller.ts'
import { DisclosuresController } from './http/disclosures.controller.ts'
import { PostedDisclosuresController } from './http/posted-disclosures.controller.ts'
import { ProofsController } from './http/proofs.controller.ts'
import { draftAsPlanned, DraftDisclosures } from './jobs/draft-due.ts'
import { audiences, tellOfDisclosure } from './jobs/tell-of-disclosure.ts'
import { SigningKeys } from './signing-keys.ts'

@Module({
  imports: [AccessModule, BroadcastsModule],
  controllers: [DisclosuresController, DisclosureLinesController, PostedDisclosuresController, ProofsController],
  providers: [SigningKeys, DraftDisclosures],
})
export class DisclosuresModule {
  constructor(relay: OutboxRelay, known: Audiences) {
    for (const [name, condition] of Object.entries(audiences)) known.define(name, condition)
    relay.on(DISCLOSURE_TOLD, tellOfDisclosure)
    relay.on(DISCLOSURES_PLANNED, draftAsPlanned)
  }
}
