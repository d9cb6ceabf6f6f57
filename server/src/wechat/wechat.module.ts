import { Module } from '@nestjs/common'
import { takePhotoVerdict } from './content-checks/content-checks.ts'
import { WechatEventsController } from './events/wechat-events.controller.ts'
import { WechatEvents } from './events/wechat-events.ts'
import { WechatPay, WechatPayOverWire } from './pay/wechat-pay.ts'
import { Wechat } from './wechat.ts'

/** The one place that speaks to WeChat. Needs the platform's CONFIG, Clock and WorkerDatabase, which are global. */
@Module({
  controllers: [WechatEventsController],
  providers: [Wechat, WechatEvents, { provide: WechatPay, useClass: WechatPayOverWire }],
  exports: [Wechat, WechatEvents, WechatPay],
})
export class WechatModule {
  constructor(events: WechatEvents) {
    events.on('wxa_media_check', takePhotoVerdict)
  }
}
