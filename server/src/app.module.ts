import { Module, type DynamicModule } from '@nestjs/common'
import { AccessModule } from './modules/access/index.ts'
import { ArchiveModule } from './modules/archive/index.ts'
import { ArrearsModule } from './modules/arrears/index.ts'
import { Case, CaseClock, CasesModule } from './modules/cases/index.ts'
import { BillingModule } from './modules/billing/index.ts'
import { CommunitiesModule } from './modules/communities/index.ts'
import { Complaint, ComplaintsModule } from './modules/complaints/index.ts'
import { ExportsModule } from './modules/exports/index.ts'
import { Consultation, ConversationsModule } from './modules/conversations/index.ts'
import { CounterModule } from './modules/counter/index.ts'
import { DisclosuresModule } from './modules/disclosures/index.ts'
import { DocumentsModule } from './modules/documents/index.ts'
import { HotlineModule } from './modules/hotline/index.ts'
import { ImprovementModule } from './modules/improvement/index.ts'
import { ImportsModule } from './modules/imports/index.ts'
import { LedgerModule } from './modules/ledger/index.ts'
import { MeetingsModule } from './modules/meetings/index.ts'
import { MailboxModule } from './modules/mailbox/index.ts'
import { MessagesModule } from './modules/messages/index.ts'
import { NoticesModule } from './modules/notices/index.ts'
import { OrganisationModule } from './modules/organisation/index.ts'
import { PaymentsModule } from './modules/payments/index.ts'
import { ReconciliationModule } from './modules/reconciliation/index.ts'
import { PeopleModule } from './modules/people/index.ts'
import { PrivacyModule } from './modules/privacy/index.ts'
import { PublishedResultsModule } from './modules/published-results/index.ts'
import { Repair, RepairsModule } from './modules/repairs/index.ts'
import { SpendingModule } from './modules/spending/index.ts'
import { StandardsModule } from './modules/standards/index.ts'
import { SuggestionBoxesModule } from './modules/suggestion-boxes/index.ts'
import { UnmaskingModule } from './modules/unmasking/index.ts'
import { VisitsModule } from './modules/visits/index.ts'
import type { Config } from './platform/config/index.ts'
import { PlatformModule } from './platform/platform.module.ts'
import { WechatModule } from './wechat/index.ts'

const entities = [Case, CaseClock, Complaint, Repair, Consultation]

/** The table of contents: the modules in the order of the documents' sections. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(config, entities),
        WechatModule,
        CommunitiesModule,
        OrganisationModule,
        AccessModule,
        ArchiveModule,
        ImportsModule,
        StandardsModule,
        CasesModule,
        RepairsModule,
        ComplaintsModule,
        ConversationsModule,
        HotlineModule,
        SuggestionBoxesModule,
        MessagesModule,
        MailboxModule,
        NoticesModule,
        MeetingsModule,
        PublishedResultsModule,
        ImprovementModule,
        LedgerModule,
        SpendingModule,
        ArrearsModule,
        PaymentsModule,
        ReconciliationModule,
        CounterModule,
        PeopleModule,
        PrivacyModule,
        BillingModule,
        DisclosuresModule,
        DocumentsModule,
        ExportsModule,
        UnmaskingModule,
        VisitsModule,
      ],
    }
  }
}
