import { EditOutlined } from '@ant-design/icons'
import { areasOfWork, certificates, permissions } from '@yinuo/contracts'
import type { PostRow } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { call } from '../../app/call.ts'
import { useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page } from '../../elements/page.tsx'
import { PrintButton, Sheet, SheetPart, Signatures } from '../../elements/sheet.tsx'
import { PostDrawer } from './post-drawer.tsx'

/** The description of one post (岗位说明书), to be read and handed out on paper. */
export function PostPage() {
  const { id } = useParams()
  const { communityId } = useCommunity()
  const may = useMay()
  const [edited, setEdited] = useState(false)
  const query = useQuery({ queryKey: ['posts'], queryFn: () => call('GET /posts'), staleTime: 30_000 })
  const post = query.data?.find((each) => each.id === id)
  return (
    <Page
      title="岗位说明书"
      about={post && <Link to={`/c/${communityId}/people?postId=${post.id}`}>在任 {post.holders} 人</Link>}
      actions={
        post && (
          <>
            {may('people.edit') && (
              <Button icon={<EditOutlined />} onClick={() => setEdited(true)}>
                编辑
              </Button>
            )}
            <PrintButton />
          </>
        )
      }
    >
      <Listing
        query={query}
        count={post ? 1 : 0}
        empty={<EmptyPlace title="没有这个岗位" hint="可能已经改动，请回到“岗位权限”。" />}
      >
        {post && <PostSheet post={post} />}
      </Listing>
      {edited && post && <PostDrawer post={post} onClose={() => setEdited(false)} />}
    </Page>
  )
}

function PostSheet({ post }: { post: PostRow }) {
  const needed = post.certificates.map((each) => certificates[each]).join('、')
  const qualification = [post.qualification, needed && `必备证书：${needed}`].filter(Boolean).join('\n')
  return (
    <Sheet title={`${post.name}岗位说明书`} about={post.duties}>
      <SheetPart title="负责的工作">{post.answersFor.map((area) => areasOfWork[area]).join('、') || UNWRITTEN}</SheetPart>
      <SheetPart title="工作内容">{post.work || UNWRITTEN}</SheetPart>
      <SheetPart title="职权">{post.authority || UNWRITTEN}</SheetPart>
      <SheetPart title="责任">{post.responsibility || UNWRITTEN}</SheetPart>
      <SheetPart title="任职资格">{qualification || UNWRITTEN}</SheetPart>
      <SheetPart title="系统权限">{post.permissions.map((each) => permissions[each]).join('、') || '无'}</SheetPart>
      <Signatures who={['任职人', '项目经理', '日期']} />
    </Sheet>
  )
}

const UNWRITTEN = '尚未填写'
