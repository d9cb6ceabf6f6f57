import { Button } from '@tarojs/components'
import type { AgreeProps, PhoneNumberProps, ShareProps } from './button-props.ts'

export function PhoneNumberButton({ className, children, onCode }: PhoneNumberProps) {
  return (
    <Button className={className} openType="getPhoneNumber" onGetPhoneNumber={({ detail }) => onCode(detail.code ?? null)}>
      {children}
    </Button>
  )
}

/** What is shared is said by the page (`useShare`). */
export function ShareButton({ className }: ShareProps) {
  return (
    <Button className={className} openType="share">
      发送给微信好友
    </Button>
  )
}

export function PrivacyAgreeButton({ className, children, onAgree }: AgreeProps) {
  return (
    <Button id="privacy-agree" className={className} openType="agreePrivacyAuthorization" onAgreePrivacyAuthorization={onAgree}>
      {children}
    </Button>
  )
}
