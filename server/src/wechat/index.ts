export { WechatError, wechatProblem, type WechatErrorKind } from './client/wechat-error.ts'
export {
  Wechat,
  type CheckScene,
  type CheckVerdict,
  type CodePicture,
  type SubscribeMessage,
  type WechatIdentity,
} from './wechat.ts'
export { WechatModule } from './wechat.module.ts'
