import { Module } from '@nestjs/common'
import { Wechat } from './wechat.ts'

/** The one place that speaks to WeChat. Needs the platform's CONFIG, Clock and WorkerDatabase, which are global. */
@Module({ providers: [Wechat], exports: [Wechat] })
export class WechatModule {}
