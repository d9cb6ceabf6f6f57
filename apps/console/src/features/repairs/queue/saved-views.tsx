import { MoreOutlined, SaveOutlined } from '@ant-design/icons'
import type { SavedView } from '@yinuo/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Dropdown, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../app/call.ts'
import { sentenceOf } from '../../../elements/refusal.tsx'
import type { RepairFilters } from '../queries.ts'
import { readyViews, sameFilters, withView } from './queue-filters.ts'
import styles from './queue.module.css'

const key = ['saved-views', 'repairs']

/** Views as tabs: the ready ones, then one's own, which can be saved, renamed and deleted. */
export function SavedViews({ filters, onChoose }: { filters: RepairFilters; onChoose: (filters: RepairFilters) => void }) {
  const queries = useQueryClient()
  const { message, modal } = App.useApp()
  const [naming, setNaming] = useState<{ view: SavedView; before?: string } | null>(null)
  const { data: own = [] } = useQuery({
    queryKey: key,
    queryFn: () => call('GET /me/saved-views', { query: { page: 'repairs' } }),
    staleTime: 60_000,
  })
  const save = useMutation({
    mutationFn: (views: SavedView[]) => call('PUT /me/saved-views/{page}', { path: { page: 'repairs' }, body: views }),
    onSuccess: (views) => queries.setQueryData(key, views),
    onError: (failure) => message.error(sentenceOf(failure)),
  })
  const known = [...readyViews, ...own].some((view) => sameFilters(view.filters, filters))

  const keep = () => {
    if (!naming) return
    const name = naming.view.name.trim()
    const others = own.filter((view) => view.name !== naming.before)
    save.mutate(
      naming.before
        ? own.map((view) => (view.name === naming.before ? { ...view, name } : view))
        : withView(others, { ...naming.view, name }),
      {
        onSuccess: () => setNaming(null),
      },
    )
  }
  const remove = (view: SavedView) =>
    modal.confirm({
      title: `删除视图“${view.name}”？`,
      content: '只删除这个视图，不影响报修。',
      okText: '删除',
      okButtonProps: { danger: true },
      onOk: () => save.mutateAsync(own.filter(({ name }) => name !== view.name)),
    })

  return (
    <div className={styles['views']} role="group" aria-label="视图">
      {readyViews.map((view) => (
        <ViewTab key={view.name} view={view} active={sameFilters(view.filters, filters)} onChoose={onChoose} />
      ))}
      {own.map((view) => (
        <span key={view.name} className={styles['own']}>
          <ViewTab view={view} active={sameFilters(view.filters, filters)} onChoose={onChoose} />
          <Dropdown
            trigger={['click']}
            menu={{
              items: [
                { key: 'rename', label: '改名', onClick: () => setNaming({ view, before: view.name }) },
                { key: 'delete', label: '删除', danger: true, onClick: () => remove(view) },
              ],
            }}
          >
            <Button type="text" size="small" icon={<MoreOutlined />} aria-label={`视图“${view.name}”的操作`} />
          </Dropdown>
        </span>
      ))}
      {!known && (
        <Button
          size="small"
          icon={<SaveOutlined />}
          onClick={() => setNaming({ view: { name: '', filters: filters as Record<string, string> } })}
        >
          存为视图
        </Button>
      )}
      <Modal
        open={naming !== null}
        title={naming?.before ? '视图改名' : '存为视图'}
        okText="保存"
        okButtonProps={{ disabled: !naming?.view.name.trim(), loading: save.isPending }}
        onOk={keep}
        onCancel={() => setNaming(null)}
        destroyOnHidden
        width={400}
      >
        <Input
          value={naming?.view.name}
          onChange={(event) => naming && setNaming({ ...naming, view: { ...naming.view, name: event.target.value } })}
          onPressEnter={keep}
          placeholder="视图名称，如：3 号楼电梯"
          maxLength={20}
          autoFocus
        />
      </Modal>
    </div>
  )
}

function ViewTab({ view, active, onChoose }: { view: SavedView; active: boolean; onChoose: (filters: RepairFilters) => void }) {
  return (
    <button type="button" className={styles['view']} aria-pressed={active} onClick={() => onChoose(view.filters)}>
      {view.name}
    </button>
  )
}
