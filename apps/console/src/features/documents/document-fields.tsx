import type { DocumentView } from '@yinuo/contracts'
import { DatePicker, Form, Input, InputNumber, Select, TreeSelect } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useCommunity } from '../../app/community.ts'
import { choicesOf, treeOf, useCategories, usePosts } from './queries.ts'

/** What is typed of a document; days as the picker holds them. */
export interface TypedDocument {
  title: string
  categoryId: string
  number?: string
  tags?: string[]
  ownerPostId?: string
  validUntil?: Dayjs | null
  reviewBy?: Dayjs | null
  remindDays: number | null
}

export const typedOf = (document: DocumentView): TypedDocument => ({
  title: document.title,
  categoryId: document.categoryId,
  number: document.number,
  tags: document.tags,
  ownerPostId: document.ownerPostId ?? undefined,
  validUntil: document.validUntil ? dayjs(document.validUntil) : null,
  reviewBy: document.reviewBy ? dayjs(document.reviewBy) : null,
  remindDays: document.remindDays,
})

export function draftOf(typed: TypedDocument) {
  const day = (picked: Dayjs | null | undefined) => picked?.format('YYYY-MM-DD')
  const [validUntil, reviewBy] = [day(typed.validUntil), day(typed.reviewBy)]
  return {
    title: typed.title.trim(),
    categoryId: typed.categoryId,
    number: typed.number?.trim() ?? '',
    tags: typed.tags ?? [],
    remindDays: typed.remindDays ?? 30,
    ...(typed.ownerPostId ? { ownerPostId: typed.ownerPostId } : {}),
    ...(validUntil ? { validUntil } : {}),
    ...(reviewBy ? { reviewBy } : {}),
  }
}

/** The fields of filing and of editing a document. */
export function DocumentFields() {
  const { communityId } = useCommunity()
  const categories = useCategories(communityId)
  const posts = usePosts()
  const validUntil: unknown = Form.useWatch('validUntil')
  const reviewBy: unknown = Form.useWatch('reviewBy')
  const needsOwner = Boolean(validUntil ?? reviewBy)
  return (
    <>
      <Form.Item name="title" label="文件名称" rules={[{ required: true, whitespace: true, message: '请填写文件名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
        <Form.Item name="categoryId" label="分类" rules={[{ required: true, message: '请选择分类' }]}>
          <TreeSelect
            treeDefaultExpandAll
            loading={categories.isPending}
            placeholder="请选择"
            treeData={choicesOf(treeOf(categories.data?.items ?? []), (category) => category.takesChanges)}
          />
        </Form.Item>
        <Form.Item name="number" label="文件编号">
          <Input maxLength={60} placeholder="如 HT-2026-001" />
        </Form.Item>
      </div>
      <Form.Item name="tags" label="标签" extra="输入后按回车，最多 10 个">
        <Select mode="tags" maxCount={10} open={false} suffixIcon={null} tokenSeparators={[',', '，', ' ']} />
      </Form.Item>
      <div style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: '0 16px' }}>
        <Form.Item name="validUntil" label="有效期至">
          <DatePicker style={{ width: '100%' }} placeholder="长期有效" />
        </Form.Item>
        <Form.Item name="reviewBy" label="复核日期">
          <DatePicker style={{ width: '100%' }} placeholder="不复核" />
        </Form.Item>
        <Form.Item
          name="ownerPostId"
          label="责任岗位"
          rules={[{ required: needsOwner, message: '请选择到期提醒的责任岗位' }]}
          extra="到期前和当天提醒在这个岗位的人"
        >
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            options={posts.data?.map(({ id, name }) => ({ value: id, label: name }))}
            loading={posts.isPending}
            placeholder={needsOwner ? '请选择' : '无'}
          />
        </Form.Item>
        <Form.Item name="remindDays" label="提前提醒天数">
          <InputNumber min={0} max={365} precision={0} style={{ width: '100%' }} suffix="天" />
        </Form.Item>
      </div>
    </>
  )
}
