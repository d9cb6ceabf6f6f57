import type { ContactSheet } from '@yinuo/contracts'
import { FileStrip } from '../../cases/file-strip.tsx'
import { openPage, platform, Text, useRouter, View } from '../../platform'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card, Fact } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { boxDays } from './contact-words.ts'

/** Every way to the office, the quickest first. */
export function ContactScreen() {
  const { params } = useRouter()
  const communityId = params['communityId'] ?? ''
  const sheet = useRemote(() => call('GET /communities/{communityId}/contact-sheet', { path: { communityId } }), [communityId], {
    keptAs: `contact.${communityId}`,
  })
  return (
    <Screen>
      <Shown of={sheet}>{(shown) => <Contact sheet={shown} />}</Shown>
    </Screen>
  )
}

function Contact({ sheet }: { sheet: ContactSheet }) {
  const { hotline, hours, frontDesk, email, officialAccount, accountPicture, committee, note, address, boxes } = sheet
  return (
    <>
      <Card title="24 小时服务热线" note="随时有人接听">
        <ActionButton text={`拨打 ${hotline}`} icon="phone" onTap={() => platform.dial(hotline)} />
      </Card>
      <Card title={`${sheet.communityName}物业服务中心`}>
        {frontDesk && <Said name="前台" text={frontDesk} />}
        {hours && <Said name="服务时间" text={hours} />}
        {address && <Said name="地址" text={address} />}
        {email && <Said name="邮箱" text={email} />}
        {officialAccount && <Said name="公众号" text={`微信搜索“${officialAccount}”`} />}
        {committee && <Said name="委员会" text={committee} />}
        {note && <Text className="about">{note}</Text>}
        {accountPicture && (
          <>
            <FileStrip files={[accountPicture]} />
            <Text className="about">点开二维码后长按识别，关注公众号。</Text>
          </>
        )}
      </Card>
      {boxes.length > 0 && (
        <Card title="意见箱" note="可以不留名，会同业主代表开箱">
          {boxes.map((box) => (
            <View key={box.name} className="services__one">
              <Text className="row__text">{box.name}</Text>
              <Text className="row__note">{box.place}</Text>
              <Text className="row__note">{boxDays(box)}</Text>
            </View>
          ))}
        </Card>
      )}
      <Elsewhere text="提投诉和建议" icon="pencil" page="pages/complain/index" />
      <Elsewhere text="在线客服" icon="chat" page="pages/conversation/index" />
    </>
  )
}

const Said = ({ name, text }: { name: string; text: string }) => (
  <Fact name={name}>
    <Text selectable>{text}</Text>
  </Fact>
)

function Elsewhere({ text, icon, page }: { text: string; icon: 'pencil' | 'chat'; page: string }) {
  return (
    <Tap className="card row" onTap={() => openPage(page)}>
      <Icon name={icon} colour={colours.brand} />
      <Text className="row__text">{text}</Text>
      <Icon name="right" size={18} colour={colours.secondary} />
    </Tap>
  )
}
