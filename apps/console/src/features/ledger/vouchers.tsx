import { FileTextOutlined, ToolOutlined } from '@ant-design/icons'
import { voucherKinds } from '@yinuo/contracts'
import type { Voucher } from '@yinuo/contracts'
import { Link } from 'react-router'
import { useCommunity } from '../../app/community.ts'
import { Photos } from '../../elements/photos.tsx'

/** What proves an entry: photos to look at, documents and cases to go to. */
export function Vouchers({ papers }: { papers: readonly Voucher[] }) {
  const { communityId } = useCommunity()
  if (papers.length === 0) return <p style={{ color: 'var(--secondary)' }}>没有附件</p>
  return (
    <>
      <Photos files={papers.flatMap(({ file }) => file ?? [])} />
      <ul style={{ padding: 0, margin: '8px 0 0', listStyle: 'none' }}>
        {papers
          .filter(({ kind }) => kind !== 'file')
          .map(({ kind, id, label }) => (
            <li key={id}>
              <Link to={kind === 'case' ? `/c/${communityId}/repairs/${id}` : `/c/${communityId}/documents?document=${id}`}>
                {kind === 'case' ? <ToolOutlined /> : <FileTextOutlined />} {label || voucherKinds[kind]}
              </Link>
            </li>
          ))}
      </ul>
    </>
  )
}
