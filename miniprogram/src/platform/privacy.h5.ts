import type { PrivacyQuestion } from './port.ts'
import type { WechatClient } from './wechat-client.h5.ts'
import { wechatClient } from './wechat-client.h5.ts'

let ask: (question: PrivacyQuestion | null) => void = (question) => question?.agree()
let agreed = false

export function onPrivacyQuestion(listener: (question: PrivacyQuestion | null) => void): void {
  ask = listener
  // Known before it is needed: WeChat knows it without a connection.
  const client = wechatClient()
  if (client) settingOf(client).catch(() => undefined)
}

/** Holds a private interface back as WeChat does, until the person has agreed. */
export async function privacyAgreed(): Promise<void> {
  const client = wechatClient()
  if (!client || agreed) return
  const { needAuthorization, contractName } = await settingOf(client)
  if (!needAuthorization) return
  await new Promise<void>((resolve, reject) => {
    ask({
      contractName,
      agree() {
        ask(null)
        agreed = true
        client.agreePrivacy().then(resolve, reject)
      },
      refuse() {
        ask(null)
        reject({ errMsg: 'fail privacy permission is not authorized' })
      },
      openContract: client.openPrivacyContract ? () => void client.openPrivacyContract?.() : null,
    })
  })
}

async function settingOf(client: WechatClient) {
  const setting = await client.privacy()
  agreed = !setting.needAuthorization
  return setting
}
