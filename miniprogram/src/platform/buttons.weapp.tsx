import { Button } from '@tarojs/components'
import type { AgreeProps, PhoneNumberProps } from './button-props.ts'

export function PhoneNumberButton({ className, children, onCode }: PhoneNumberProps) {
  return (
    <Button className={className} openType="getPhoneNumber" onGetPhoneNumber={({ detail }) => onCode(detail.code ?? null)}>
      {children}
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
