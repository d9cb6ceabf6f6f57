import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { residencyRoles } from '@yinuo/contracts'
import type { HouseholdInvitation } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Modal, Skeleton } from 'antd'
import { call } from '../../../app/call.ts'
import { keysOf, useCommunity } from '../../../app/community.ts'
import { RetryNote } from '../../../elements/listing.tsx'
import { exactTime } from '../../../words/time.ts'
import styles from './household.module.css'
import { printInvitation } from './print-invitation.ts'

interface InvitationCodeDialogProps {
  communityId: string
  label: string
  invitation: HouseholdInvitation
  onClose: () => void
}

/** The code to show at the desk, to print, or to send to the phone as a picture. */
export function InvitationCodeDialog({ communityId, label, invitation, onClose }: InvitationCodeDialogProps) {
  const { name: communityName } = useCommunity()
  const { id, name, role, expiresAt } = invitation
  const query = useQuery({
    queryKey: [...keysOf(communityId).archive, 'invitation-code', id],
    queryFn: () => call('GET /communities/{communityId}/office-invitations/{id}/code', { path: { communityId, id } }),
    staleTime: Infinity,
  })
  const picture = query.data?.picture
  const until = exactTime(expiresAt).slice(0, 16)
  const lines = [
    `${communityName} ${label}`,
    `邀请 ${name} 作为${residencyRoles[role]}入住`,
    `请用微信扫码，${until} 前有效，只能用一次`,
  ]
  return (
    <Modal
      open
      title={`给 ${name} 的邀请`}
      onCancel={onClose}
      width={400}
      footer={
        picture && [
          <Button key="save" icon={<DownloadOutlined />} href={picture} download={`入住邀请-${label}-${name}`}>
            保存图片
          </Button>,
          <Button key="print" type="primary" icon={<PrinterOutlined />} onClick={() => printInvitation(picture, lines)}>
            打印
          </Button>,
        ]
      }
    >
      <div className={styles['code']}>
        {query.isError && <RetryNote query={query} />}
        {query.isPending && <Skeleton.Node active style={{ width: 240, height: 240 }} />}
        {picture && <img src={picture} alt={`给 ${name} 的入住邀请码`} />}
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Modal>
  )
}
