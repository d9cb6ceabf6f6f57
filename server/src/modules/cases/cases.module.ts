import { Module } from '@nestjs/common'
import { WechatModule } from '../../wechat/index.ts'
import { ClockScan } from './jobs/clock-scan.ts'
import { ContentCheckup } from './jobs/content-checkup.ts'

@Module({ imports: [WechatModule], providers: [ClockScan, ContentCheckup], exports: [ClockScan, ContentCheckup] })
export class CasesModule {}
