import { residencyRoles } from '@yinuo/contracts'
import type { HouseholdMember, HouseholdMembers, OpenInvitation } from '@yinuo/contracts'
import { useRef, useState } from 'react'
import { platform, startAt, Text, useRouter, useShare, View } from '../../platform'
import { sentenceOf } from '../../session/failure.ts'
import { useNow, useRemote } from '../../session/remote.ts'
import { call, refreshMe } from '../../session/session.ts'
import { colours } from '../../theme/tokens.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Shown } from '../../ui/states.tsx'
import { Tap } from '../../ui/tap.tsx'
import { saidTime } from '../../words/time.ts'
import { HomeVisits } from './home-visits.tsx'
import { InvitationSheet } from './invitation-sheet.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { pageOfInvitation } from './invite.ts'
import { MemberSheet } from './member-sheet.tsx'
import { Vehicles } from './vehicles.tsx'

/** Who lives in a home and what it drives: its owner invites and ends, anybody may move out. */
export function HouseholdScreen() {
  const { params } = useRouter()
  const communityId = params['communityId'] ?? ''
  const unitId = params['unitId'] ?? ''
  const household = useRemote(
    () => call('GET /communities/{communityId}/household-members', { path: { communityId }, query: { unitId } }),
    [communityId, unitId],
  )
  const [inviting, setInviting] = useState(false)
  const [member, setMember] = useState<HouseholdMember | null>(null)
  const [invitation, setInvitation] = useState<OpenInvitation | null>(null)
  // WeChat asks for the card when its button is tapped, and takes no later answer.
  const shared = useRef<OpenInvitation | null>(null)
  shared.current = invitation
  useShare(() =>
    shared.current
      ? { title: `邀请您入住${household.value?.unitLabel ?? ''}`, page: pageOfInvitation(shared.current) }
      : { title: '一诺物业', page: 'pages/home/index' },
  )
  const done = () => {
    setMember(null)
    setInvitation(null)
    setInviting(false)
    void household.reload()
  }

  return (
    <Screen>
      <Shown of={household}>
        {(shown) => (
          <>
            <Members shown={shown} onTap={setMember} />
            {shown.invitations.length > 0 && <Invitations of={shown.invitations} onTap={setInvitation} />}
            {shown.isOwner && <ActionButton text="邀请家人或租户" icon="plus" onTap={() => setInviting(true)} />}
            <Vehicles communityId={communityId} unitId={unitId} />
            <HomeVisits communityId={communityId} unitId={unitId} />
            <Leaving shown={shown} />
            {inviting && (
              <InviteSheet
                household={shown}
                onClose={() => setInviting(false)}
                onSent={(sent) => {
                  done()
                  setInvitation(sent)
                }}
              />
            )}
            {invitation && (
              <InvitationSheet
                communityId={communityId}
                invitation={invitation}
                onClose={() => setInvitation(null)}
                onRevoked={done}
              />
            )}
            {member && <MemberSheet communityId={communityId} member={member} onClose={() => setMember(null)} onDone={done} />}
          </>
        )}
      </Shown>
    </Screen>
  )
}

function Members({ shown, onTap }: { shown: HouseholdMembers; onTap: (member: HouseholdMember) => void }) {
  return (
    <Card title={shown.unitLabel} note={shown.communityName} flush>
      {shown.members.map((member) => {
        const mayChange = shown.isOwner && !member.isMe && member.role !== 'owner'
        return (
          <Tap
            key={member.id}
            className="row row--lined"
            disabled={!mayChange}
            onTap={() => onTap(member)}
            label={`${member.name}，${residencyRoles[member.role]}`}
          >
            <Icon name="user" colour={colours.brand} />
            <View className="row__words">
              <Text className="row__text">{member.isMe ? `${member.name}（我）` : member.name}</Text>
              <Text className="row__note">
                {residencyRoles[member.role]} · {member.phoneMasked}
                {member.validUntil ? ` · 至 ${member.validUntil}` : ''}
                {member.isJoined ? '' : ' · 还没用小程序'}
              </Text>
            </View>
            {mayChange && <Icon name="right" size={18} colour={colours.secondary} />}
          </Tap>
        )
      })}
    </Card>
  )
}

function Invitations({ of: invitations, onTap }: { of: OpenInvitation[]; onTap: (invitation: OpenInvitation) => void }) {
  const now = useNow(60)
  return (
    <Card title="等待接受的邀请" flush>
      {invitations.map((invitation) => (
        <Tap key={invitation.id} className="row row--lined" onTap={() => onTap(invitation)} label={`给${invitation.name}的邀请`}>
          <Icon name="hourglass" colour={colours.brand} />
          <View className="row__words">
            <Text className="row__text">{invitation.name}</Text>
            <Text className="row__note">
              {residencyRoles[invitation.role]} · {saidTime(invitation.expiresAt, now)}过期
            </Text>
          </View>
          <Icon name="right" size={18} colour={colours.secondary} />
        </Tap>
      ))}
    </Card>
  )
}

function Leaving({ shown }: { shown: HouseholdMembers }) {
  const [busy, setBusy] = useState(false)
  const me = shown.members.find(({ isMe }) => isMe)
  if (!me) return null
  const isLastOwner = me.role === 'owner' && !shown.members.some(({ isMe, role }) => !isMe && role === 'owner')
  if (isLastOwner)
    return (
      <View className="household__foot">
        <Text className="note">您是这套房屋登记的唯一业主。过户或注销请到前台办理。</Text>
      </View>
    )
  const leave = async () => {
    const sure = await platform.ask({
      title: `从${shown.unitLabel}搬离？`,
      text: '搬离后马上看不到这套房屋的报修和通知；要回来需业主重新邀请。',
      yes: '确认搬离',
      no: '取消',
    })
    if (!sure) return
    setBusy(true)
    try {
      const path = { communityId: shown.communityId, id: me.id }
      await call('POST /communities/{communityId}/household-members/{id}/end', { path })
      await refreshMe()
      startAt('pages/home/index')
    } catch (failure) {
      await platform.ask({ title: '没有办成', text: sentenceOf(failure), yes: '知道了' })
    } finally {
      setBusy(false)
    }
  }
  return <ActionButton text="我已搬离这套房屋" kind="quiet" icon="leave" busy={busy} onTap={() => void leave()} />
}
