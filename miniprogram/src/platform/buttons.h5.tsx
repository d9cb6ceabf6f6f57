import { Button } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { AgreeProps, PhoneNumberProps, ShareProps } from './button-props.ts'
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

export function ShareButton({ className, page }: ShareProps) {
  const copy = async () => {
    await Taro.setClipboardData({ data: linkTo(page) })
    void Taro.showToast({ title: '链接已复制', icon: 'none' })
  }
  return (
    <Button {...spoken} className={className} onClick={() => void copy()}>
      复制邀请链接
    </Button>
  )
}

/** Whose phone this is does not travel with the link. */
function linkTo(page: string): string {
  const url = new URL(location.href)
  url.searchParams.delete('phone')
  url.hash = `#/${page}`
  return url.href
}

export function PrivacyAgreeButton({ className, children, onAgree }: AgreeProps) {
  return (
    <Button {...spoken} className={className} onClick={onAgree}>
      {children}
    </Button>
  )
}
