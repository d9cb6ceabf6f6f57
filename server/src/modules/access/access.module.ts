import { Module, type OnModuleInit } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { FileLinks } from '../../platform/files/index.ts'
import { WechatModule } from '../../wechat/index.ts'
import { CallerGuard } from './http/caller.guard.ts'
import { DeskController } from './http/desk.controller.ts'
import { MeController } from './http/me.controller.ts'
import { REQUEST_LIMITS, RequestLimitGuard, usualLimits } from './http/request-limit.guard.ts'
import { MySessionsController } from './http/my-sessions.controller.ts'
import { SessionsController } from './http/sessions.controller.ts'
import { TicketsController } from './http/tickets.controller.ts'
import { ForgetOldSignIns } from './jobs/forget-old-sign-ins.ts'
import { CallerWatch } from './caller-watch.ts'
import { totpSeal } from './totp-seal.ts'

/** Guards run in the order they stand here: who asks too often is turned away before anything is looked up. */
@Module({
  imports: [WechatModule],
  controllers: [SessionsController, TicketsController, MySessionsController, MeController, DeskController],
  providers: [
    CallerWatch,
    totpSeal,
    { provide: REQUEST_LIMITS, useValue: usualLimits },
    { provide: APP_GUARD, useClass: RequestLimitGuard },
    { provide: APP_GUARD, useClass: CallerGuard },
    ForgetOldSignIns,
  ],
  exports: [CallerWatch],
})
export class AccessModule implements OnModuleInit {
  readonly #links: FileLinks
  readonly #watch: CallerWatch

  constructor(links: FileLinks, watch: CallerWatch) {
    this.#links = links
    this.#watch = watch
  }

  onModuleInit(): void {
    this.#links.onOpen((sessionId, communityId, now) => this.#watch.isAtHomeIn(sessionId, communityId, now))
  }
}
