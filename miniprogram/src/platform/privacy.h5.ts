import type { PrivacyQuestion } from './port.ts'
import { wechatClient } from './wechat-client.h5.ts'

let ask: (question: PrivacyQuestion | null) => void = (question) => question?.agree()

export function onPrivacyQuestion(listener: (question: PrivacyQuestion | null) => void): void {
  ask = listener
}

/** Holds a private interface back as WeChat does, until the person has agreed. */
export async function privacyAgreed(): Promise<void> {
  const client = wechatClient()
  if (!client) return
  const { needAuthorization, contractName } = await client.privacy()
  if (!needAuthorization) return
  await new Promise<void>((resolve, reject) => {
    ask({
      contractName,
      agree() {
        ask(null)
        client.agreePrivacy().then(resolve, reject)
      },
      refuse() {
        ask(null)
        reject({ errMsg: 'fail privacy permission is not authorized' })
      },
      openContract: null,
    })
  })
}
