import { Module } from '@nestjs/common'
import { WechatModule } from '../../wechat/index.ts'
import { AccessModule } from '../access/index.ts'
import { ContactSheetController } from './http/contact-sheet.controller.ts'
import { HotlineController } from './http/hotline.controller.ts'

@Module({ imports: [AccessModule, WechatModule], controllers: [ContactSheetController, HotlineController] })
export class HotlineModule {}
