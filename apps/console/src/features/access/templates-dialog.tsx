import type { PostCode, TemplateGap } from '@yinuo/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Refusal } from '../../elements/refusal.tsx'

/** Offers what the ready-made posts could add: posts the company lacks, and descriptions nobody has written. */
export function TemplatesDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const query = useQuery({ queryKey: ['post-templates'], queryFn: () => call('GET /post-templates'), staleTime: 0 })
  const gaps = query.data ?? []
  const [refused, setRefused] = useState<string[]>([])
  const chosen = gaps.filter(({ code }) => !refused.includes(code))
  const { submit, busy, failure } = useSubmit(
    (codes: PostCode[]) => call('POST /post-templates', { body: { codes } }),
    () => {
      message.success(`已添加或补全 ${chosen.length} 个岗位`)
      void queries.invalidateQueries({ queryKey: ['posts'] })
      void queries.invalidateQueries({ queryKey: ['post-templates'] })
      onClose()
    },
  )
  return (
    <Modal
      open
      title="从模板添加岗位"
      okText={chosen.length > 0 ? `添加 ${chosen.length} 个` : '添加'}
      okButtonProps={{ loading: busy, disabled: chosen.length === 0 }}
      onOk={() => submit(chosen.map(({ code }) => code as PostCode))}
      onCancel={onClose}
      width={560}
    >
      <Refusal failure={failure} />
      <p style={{ marginBottom: 8, color: 'var(--secondary)' }}>只新建没有的岗位、补上空着的说明；写过的文字和已定的权限不变。</p>
      <Listing
        query={query}
        count={gaps.length}
        empty={<EmptyPlace title="没有可以添加的" hint="模板里的岗位都有了，说明也都写了。" />}
      >
        {gaps.map((gap) => (
          <Gap
            key={gap.code}
            gap={gap}
            checked={!refused.includes(gap.code)}
            onChange={(wanted) => setRefused(wanted ? refused.filter((code) => code !== gap.code) : [...refused, gap.code])}
          />
        ))}
      </Listing>
    </Modal>
  )
}

function Gap({ gap, checked, onChange }: { gap: TemplateGap; checked: boolean; onChange: (wanted: boolean) => void }) {
  return (
    <Checkbox
      checked={checked}
      onChange={(event) => onChange(event.target.checked)}
      style={{ display: 'flex', padding: '8px 0', borderBottom: '1px solid var(--line)' }}
    >
      <strong style={{ fontWeight: 600 }}>{gap.name}</strong> · {gap.missing ? '新建岗位' : '补上空着的说明'}
      <div style={{ color: 'var(--secondary)' }}>{gap.duties}</div>
    </Checkbox>
  )
}
