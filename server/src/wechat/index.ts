export { WechatError, wechatProblem, type WechatErrorKind } from './client/wechat-error.ts'
export { CONTENT_CHECKED, recordContentCheck, type ContentCheck } from './content-checks/content-checks.ts'
export { entriesOf, WechatEvents, type WechatEvent, type WechatEventHandler } from './events/wechat-events.ts'
export * from './pay/index.ts'
export { fitValues, type FieldValues, type Misfit } from './template-values.ts'
export {
  Wechat,
  type CheckScene,
  type CheckVerdict,
  type CodePicture,
  type SubscribeMessage,
  type WechatIdentity,
} from './wechat.ts'
export { WechatModule } from './wechat.module.ts'
