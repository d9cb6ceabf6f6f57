import { UserAddOutlined } from '@ant-design/icons'
import { applicationStates, invitationStates, residencyRoles } from '@yinuo/contracts'
import type { Household, HouseholdApplication, HouseholdInvitation } from '@yinuo/contracts'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { call } from '../../../app/call.ts'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace } from '../../../elements/listing.tsx'
import { MaskedPhone } from '../../../elements/masked-phone.tsx'
import { Panel } from '../../../elements/page.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import { TimeText } from '../../../elements/time-text.tsx'
import { EndButton } from '../structure/end-button.tsx'
import { useRenewArchive } from '../structure/queries.ts'
import styles from './household.module.css'
import { InvitationCodeDialog } from './invitation-code-dialog.tsx'
import { InviteDrawer } from './invite-drawer.tsx'

const applicationTones = { pending: 'soon', approved: 'onTime', rejected: 'done' } as const
const invitationTones = { open: 'waiting', accepted: 'onTime', revoked: 'done', expired: 'done' } as const

/** Who asked to be let in, and who was invited. */
export function EntrySection({ communityId, household }: { communityId: string; household: Household }) {
  const may = useMay()
  const [inviting, setInviting] = useState(false)
  const [shownId, setShownId] = useState<string | null>(null)
  const { applications, invitations } = household
  const shown = invitations.find(({ id }) => id === shownId)
  const invite = may('archive.edit') && (
    <Button size="small" icon={<UserAddOutlined />} onClick={() => setInviting(true)}>
      邀请入住
    </Button>
  )
  return (
    <Panel title="入住申请与邀请" extra={invite}>
      {applications.length + invitations.length === 0 && (
        <EmptyPlace title="没有申请和邀请" hint="邀请后，对方用微信扫码即可绑定这套房屋。" />
      )}
      {invitations.length > 0 && (
        <ul className={styles['list']}>
          {invitations.map((each) => (
            <Invited
              key={each.id}
              communityId={communityId}
              invitation={each}
              mayEdit={may('archive.edit')}
              onShow={() => setShownId(each.id)}
            />
          ))}
        </ul>
      )}
      {applications.length > 0 && (
        <>
          <h3 className={styles['group']}>申请</h3>
          <ul className={styles['list']}>
            {applications.map((each) => (
              <Applied key={each.id} communityId={communityId} application={each} mayReview={may('applications.review')} />
            ))}
          </ul>
        </>
      )}
      {inviting && (
        <InviteDrawer
          communityId={communityId}
          household={household}
          onClose={() => setInviting(false)}
          onInvited={(id) => {
            setInviting(false)
            setShownId(id)
          }}
        />
      )}
      {shown && (
        <InvitationCodeDialog
          communityId={communityId}
          label={household.label}
          invitation={shown}
          onClose={() => setShownId(null)}
        />
      )}
    </Panel>
  )
}

interface InvitedProps {
  communityId: string
  invitation: HouseholdInvitation
  mayEdit: boolean
  onShow: () => void
}

function Invited({ communityId, invitation, mayEdit, onShow }: InvitedProps) {
  const renew = useRenewArchive(communityId)
  const { id, name, role, phoneMasked, state, inviterName, isFromOffice, createdAt, acceptedAt, expiresAt } = invitation
  const isOpen = state === 'open'
  return (
    <li>
      <div className={styles['row']}>
        <span>
          {name} · {residencyRoles[role]} {phoneMasked}
        </span>
        <StateTag tone={invitationTones[state]}>{invitationStates[state]}</StateTag>
      </div>
      <div className={styles['row']}>
        <span className={styles['small']}>
          {isFromOffice ? inviterName : `业主 ${inviterName}`} <TimeText at={acceptedAt ?? createdAt} />
          {acceptedAt ? ' 已接受' : ' 邀请'}
          {isOpen && (
            <>
              ，<TimeText at={expiresAt} /> 到期
            </>
          )}
        </span>
        {isOpen && mayEdit && (
          <span>
            {isFromOffice && (
              <Button type="link" size="small" onClick={onShow}>
                查看码
              </Button>
            )}
            <EndButton
              word="撤回"
              question={`撤回给 ${name} 的邀请？`}
              consequence="撤回后，邀请码马上失效。"
              work={() => call('POST /communities/{communityId}/office-invitations/{id}/revoke', { path: { communityId, id } })}
              onDone={renew}
            />
          </span>
        )}
      </div>
    </li>
  )
}

interface AppliedProps {
  communityId: string
  application: HouseholdApplication
  mayReview: boolean
}

function Applied({ communityId, application, mayReview }: AppliedProps) {
  const { id, name, role, phoneMasked, state, createdAt, decidedAt } = application
  return (
    <li>
      <div className={styles['row']}>
        <span>
          {name} · {residencyRoles[role]} <MaskedPhone masked={phoneMasked} subject="application" id={id} />
        </span>
        <StateTag tone={applicationTones[state]}>{applicationStates[state]}</StateTag>
      </div>
      <div className={styles['row']}>
        <span className={styles['small']}>
          <TimeText at={decidedAt ?? createdAt} /> {decidedAt ? '处理' : '提交'}
        </span>
        {state === 'pending' && mayReview && <Link to={`/c/${communityId}/applications?state=pending`}>去审核</Link>}
      </div>
    </li>
  )
}
