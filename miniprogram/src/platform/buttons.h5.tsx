import { Button } from '@tarojs/components'
import type { AgreeProps, PhoneNumberProps } from './button-props.ts'
import { privacyAgreed } from './privacy.h5.ts'
import { wechatClient } from './wechat-client.h5.ts'

// The browser's stand-in for WeChat's button is an element nobody knows by itself.
const spoken = { role: 'button', tabIndex: 0 }

export function PhoneNumberButton({ className, children, onCode }: PhoneNumberProps) {
  const ask = async () => {
    try {
      await privacyAgreed()
      onCode((await wechatClient()?.getPhoneNumber())?.code ?? null)
    } catch {
      onCode(null)
    }
  }
  return (
    <Button {...spoken} className={className} onClick={() => void ask()}>
      {children}
    </Button>
  )
}

export function PrivacyAgreeButton({ className, children, onAgree }: AgreeProps) {
  return (
    <Button {...spoken} className={className} onClick={onAgree}>
      {children}
    </Button>
  )
}
