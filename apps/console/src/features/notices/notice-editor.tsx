import { codesOf, noticeCategories, noticeLimits } from '@yinuo/contracts'
import type { NoticeAudience, NoticeCategory, NoticeDraft, NoticeView } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Checkbox, DatePicker, Drawer, Form, Input, Select } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { call } from '../../app/call.ts'
import { useCommunity } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { keptPhotos, PhotoPicker } from '../../elements/photo-picker.tsx'
import type { KeptPhoto } from '../../elements/photo-picker.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import { AudienceField, everybody, namesSomebody, Reach } from './audience-field.tsx'
import { PhonePreview } from './notice-text.tsx'
import styles from './notices.module.css'
import { noticeKeys } from './queries.ts'

interface Typed {
  category: NoticeCategory
  title: string
  body: string
  photos?: KeptPhoto[]
  audience: NoticeAudience
  urgent?: boolean
  pinnedUntil?: Dayjs
}

const typedOf = ({ category, title, body, files, audience, urgent, pinnedUntil }: NoticeView): Typed => ({
  category,
  title,
  body,
  photos: keptPhotos(files),
  audience,
  urgent,
  ...(pinnedUntil && { pinnedUntil: dayjs(pinnedUntil) }),
})

const draftOf = ({ photos = [], urgent = false, pinnedUntil, ...typed }: Typed): NoticeDraft => ({
  ...typed,
  fileIds: photos.map(({ id }) => id),
  urgent,
  ...(pinnedUntil && { pinnedUntil: pinnedUntil.format('YYYY-MM-DD') }),
})

interface EditorProps {
  /** none: a new one */
  notice?: NoticeView
  onClose: () => void
  onSaved: (notice: NoticeView) => void
}

/** Writes a notice beside what it will look like on the phone. */
export function NoticeEditor({ notice, onClose, onSaved }: EditorProps) {
  const { communityId } = useCommunity()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const seen = Form.useWatch([], form) as Partial<Typed> | undefined
  const { submit, busy, failure } = useSubmit(
    (body: NoticeDraft, idempotencyKey) =>
      notice
        ? call('PUT /communities/{communityId}/notices/{id}', {
            path: { communityId, id: notice.id },
            body: { ...body, version: notice.version },
          })
        : call('POST /communities/{communityId}/notices', { path: { communityId }, body, idempotencyKey }),
    (saved) => {
      message.success('已保存草稿')
      void queries.invalidateQueries({ queryKey: noticeKeys(communityId).all })
      onSaved(saved)
    },
  )
  return (
    <Drawer
      open
      onClose={onClose}
      size={1040}
      title={notice ? '修改公告' : '写公告'}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>取消</Button>
          <Button type="primary" loading={busy} onClick={form.submit}>
            保存
          </Button>
        </div>
      }
    >
      <Refusal failure={failure} />
      <div className={styles['editor']}>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          scrollToFirstError
          initialValues={notice ? typedOf(notice) : { category: 'affairs', audience: everybody }}
          onFinish={(typed) => submit(draftOf(typed))}
        >
          <Form.Item name="category" label="类别" rules={[{ required: true, message: '请选择类别' }]}>
            <Select options={codesOf(noticeCategories).map((value) => ({ value, label: noticeCategories[value] }))} />
          </Form.Item>
          <TextFields />
          <Form.Item name="photos" label={`图片或视频（最多 ${noticeLimits.files} 个）`}>
            <PhotoPicker communityId={communityId} />
          </Form.Item>
          <Form.Item
            name="audience"
            label="发布范围"
            rules={[
              {
                validator: async (_, audience: NoticeAudience) => {
                  if (!namesSomebody(audience)) throw new Error('请选择发布范围')
                },
              },
            ]}
          >
            <AudienceField known={notice?.unitLabels ?? []} />
          </Form.Item>
          <Form.Item>
            <Reach audience={seen?.audience} urgent={seen?.urgent ?? false} />
          </Form.Item>
          <Form.Item name="urgent" valuePropName="checked">
            <Checkbox>紧急：同时发短信，不受免打扰限制</Checkbox>
          </Form.Item>
          <Form.Item name="pinnedUntil" label="置顶到（不填不置顶）">
            <DatePicker format="YYYY年M月D日" />
          </Form.Item>
        </Form>
        <div className={styles['preview']}>
          <PhonePreview {...seen} />
        </div>
      </div>
    </Drawer>
  )
}

/** Title and text, as a draft and a correction have them. */
export function TextFields() {
  return (
    <>
      <Form.Item name="title" label="标题" rules={[{ required: true, whitespace: true, message: '请填写标题' }]}>
        <Input maxLength={noticeLimits.title} showCount />
      </Form.Item>
      <Form.Item
        name="body"
        label="正文"
        extra="每行一段；“# ”开头是小标题，“- ”开头是列表，**文字** 加粗。"
        rules={[{ required: true, whitespace: true, message: '请填写正文' }]}
      >
        <Input.TextArea maxLength={noticeLimits.body} autoSize={{ minRows: 8, maxRows: 24 }} />
      </Form.Item>
    </>
  )
}
