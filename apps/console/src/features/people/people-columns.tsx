import { skills } from '@yinuo/contracts'
import type { StaffRow } from '@yinuo/contracts'
import { Button, Tag } from 'antd'
import type { TableColumnsType } from 'antd'
import { Link } from 'react-router'
import { MaskedPhone } from '../../elements/masked-phone.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { postWordsIn } from './post-words.ts'

interface Shown {
  communityId: string
  everywhere: boolean
  mayEdit: boolean
  onEdit: (staff: StaffRow) => void
}

const isHere = (staff: StaffRow, communityId: string) =>
  staff.posts.some((post) => post.scope !== 'community' || post.communityId === communityId)

export function peopleColumns({ communityId, everywhere, mayEdit, onEdit }: Shown): TableColumnsType<StaffRow> {
  return [
    { title: '姓名', width: 110, render: (_, staff) => <strong style={{ fontWeight: 600 }}>{staff.name}</strong> },
    { title: '状态', width: 100, render: (_, staff) => <Standing staff={staff} communityId={communityId} /> },
    {
      title: '岗位与管辖范围',
      render: (_, staff) =>
        staff.posts
          .filter((post) => everywhere || post.scope !== 'community' || post.communityId === communityId)
          .map((post) => postWordsIn(communityId, post))
          .join('，') || '—',
    },
    {
      title: '资质',
      render: (_, staff) => (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: 4 }}>
          {staff.skills.map((skill) => (
            <Tag key={skill}>{skills[skill]}</Tag>
          ))}
        </div>
      ),
    },
    {
      title: '手机',
      width: 150,
      render: (_, staff) =>
        isHere(staff, communityId) ? <MaskedPhone masked={staff.phoneMasked} subject="staff" id={staff.id} /> : staff.phoneMasked,
    },
    { title: '账号', width: 130, dataIndex: 'login' },
    {
      title: '',
      width: 120,
      align: 'right',
      render: (_, staff) => (
        <>
          {staff.leftOn && (
            <Link to={`/c/${communityId}/people/${staff.id}/hand-overs`} onClick={(event) => event.stopPropagation()}>
              交接单
            </Link>
          )}
          {mayEdit && (
            <Button type="link" size="small" onClick={() => onEdit(staff)}>
              {staff.leftOn ? '复职' : '编辑'}
            </Button>
          )}
        </>
      ),
    },
  ]
}

function Standing({ staff, communityId }: { staff: StaffRow; communityId: string }) {
  if (staff.leftOn)
    return (
      <span title={`${staff.leftOn} 离职`}>
        <StateTag tone="done">已离职</StateTag>
      </span>
    )
  if (!staff.active) return <StateTag tone="late">已停用</StateTag>
  return staff.onDutyIn.includes(communityId) ? <StateTag tone="onTime">在岗</StateTag> : <StateTag tone="done">离岗</StateTag>
}
