import { Text, View } from '../../platform'
import { Sheet } from '../../ui/sheet.tsx'

const chapters = [
  { title: '我们使用什么', text: '您的微信身份（用来登录）、您主动提供的姓名和手机号、您选择的照片或视频、您报修的位置。' },
  { title: '用来做什么', text: '只用于确认您是住户、派人上门、告诉您进度。不用于广告，不提供给无关的人。' },
  { title: '谁能看到', text: '处理您这件事的师傅和物业客服。照片里的拍摄地点会在上传时去掉。' },
  {
    title: '您可以',
    text: '在“我的 → 个人信息”里查看、导出您的信息，或注销账号；也可以到前台查询、更正或删除。不同意使用手机号，也可以打电话报修。',
  },
] as const

export function PrivacyWords({ onClose }: { onClose: () => void }) {
  return (
    <Sheet title="隐私保护说明" onClose={onClose}>
      {chapters.map(({ title, text }) => (
        <View key={title} className="chapter">
          <Text className="chapter__title">{title}</Text>
          <Text className="chapter__text">{text}</Text>
        </View>
      ))}
    </Sheet>
  )
}
