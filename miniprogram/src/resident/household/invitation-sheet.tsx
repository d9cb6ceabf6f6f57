import { residencyRoles } from '@yinuo/contracts'
import type { OpenInvitation } from '@yinuo/contracts'
import { useState } from 'react'
import { Image, platform, ShareButton, Text, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useRemote } from '../../session/remote.ts'
import { call } from '../../session/session.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { exactTime } from '../../words/time.ts'
import { pageOfInvitation } from './invite.ts'

interface InvitationSheetProps {
  communityId: string
  invitation: OpenInvitation
  onClose: () => void
  onRevoked: () => void
}

/** An open invitation, to be handed on: as a card or link, or scanned from this phone. */
export function InvitationSheet({ communityId, invitation, onClose, onRevoked }: InvitationSheetProps) {
  const path = { communityId, id: invitation.id }
  const code = useRemote(() => call('GET /communities/{communityId}/invitations/{id}/code', { path }), [invitation.id])
  const [busy, setBusy] = useState(false)
  const revoke = async () => {
    const sure = await platform.ask({
      title: `撤回给${invitation.name}的邀请？`,
      text: '撤回后，链接和小程序码马上失效。',
      yes: '撤回',
      no: '取消',
    })
    if (!sure) return
    setBusy(true)
    try {
      await call('POST /communities/{communityId}/invitations/{id}/revoke', { path })
      platform.tell('已撤回')
    } catch (failure) {
      platform.tell(sentenceOf(failure))
    }
    onRevoked()
  }
  return (
    <Sheet title={`给${invitation.name}的邀请`} onClose={onClose}>
      <View className="household__code">
        {code.value ? (
          <Image className="household__picture" src={code.value.picture} mode="aspectFit" />
        ) : (
          <View className="household__picture household__picture--none">
            <Text className="note">{code.failure ? '小程序码暂时画不出来，可以先发送邀请。' : '正在画小程序码…'}</Text>
          </View>
        )}
        <Text className="note">
          {residencyRoles[invitation.role]}
          {invitation.validUntil ? ` · 租期至 ${invitation.validUntil}` : ''} · {exactTime(invitation.expiresAt)}前有效
        </Text>
        <Text className="note">请对方用微信扫码，或把邀请发给对方。</Text>
      </View>
      <ShareButton className="native-button native-button--main" page={pageOfInvitation(invitation)} />
      <ActionButton text="撤回邀请" kind="danger" busy={busy} onTap={() => void revoke()} />
    </Sheet>
  )
}
