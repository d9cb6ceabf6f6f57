import { PrivacyAgreeButton, Text, View } from '../platform'
import { privacy } from '../session/privacy.ts'
import { useStore } from '../session/store.ts'
import { ActionButton } from './button.tsx'
import { Tap } from './tap.tsx'

/** WeChat holds photos and the phone number back until this is answered. */
export function PrivacySheet() {
  const { question } = useStore(privacy)
  if (!question) return null
  return (
    <View className="sheet">
      <View className="sheet__rest" />
      <View className="sheet__panel sheet__panel--privacy">
        <Text className="sheet__title">用户隐私保护提示</Text>
        <Text className="privacy__text">
          为了给您派人上门，我们需要使用您选择的照片和手机号，只用于处理报修和房屋绑定，不会公开，也不会用于别的用途。
        </Text>
        {question.openContract && (
          <Tap className="privacy__link" onTap={question.openContract}>
            <Text>查看{question.contractName}</Text>
          </Tap>
        )}
        <View className="privacy__buttons">
          <ActionButton text="不同意" kind="plain" onTap={question.refuse} />
          <PrivacyAgreeButton className="native-button native-button--main" onAgree={question.agree}>
            同意并继续
          </PrivacyAgreeButton>
        </View>
      </View>
    </View>
  )
}
