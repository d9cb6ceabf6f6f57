import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { propertyTypes, serviceDefaults } from '@yinuo/contracts'
import type { CommunityProfile, CommunityServices } from '@yinuo/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { call } from '../../app/call.ts'
import { useMay } from '../../app/community.ts'
import { useSubmit } from '../../app/submit.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Panel } from '../../elements/page.tsx'
import { Refusal } from '../../elements/refusal.tsx'
import styles from './communities.module.css'
import { profileKey, servicesKey, useServices } from './queries.ts'

type Service = CommunityServices['services'][number]

/** The scope of service as residents read it; changed as one list, so that order and wording go together. */
export function ServicesPanel({ profile }: { profile: CommunityProfile }) {
  const communityId = profile.id
  const mayEdit = useMay()('communities.edit')
  const { message } = App.useApp()
  const queries = useQueryClient()
  const query = useServices(communityId)
  const [draft, setDraft] = useState<Service[] | null>(null)
  const { submit, busy, failure, forget } = useSubmit(
    (services: Service[]) =>
      call('PUT /communities/{communityId}/services', {
        path: { communityId },
        body: { services, version: profile.version },
      }),
    (kept) => {
      queries.setQueryData(servicesKey(communityId), kept)
      void queries.invalidateQueries({ queryKey: profileKey(communityId) })
      setDraft(null)
      message.success('服务范围已保存，住户在小程序里即可看到')
    },
  )
  const reload = () => {
    forget()
    setDraft(null)
    void queries.invalidateQueries({ queryKey: profileKey(communityId) })
    void queries.invalidateQueries({ queryKey: servicesKey(communityId) })
  }
  const begin = () =>
    setDraft((query.data ?? []).map(({ id, code, name, detail }) => ({ id, ...(code ? { code } : {}), name, detail })))
  const unfinished = draft?.some(({ name, detail }) => !name.trim() || !detail.trim()) ?? false
  return (
    <Panel
      title="服务范围"
      extra={
        mayEdit &&
        (draft ? (
          <div className={styles['acts']}>
            <Button onClick={reload}>放弃修改</Button>
            <Button type="primary" loading={busy} disabled={unfinished} onClick={() => submit(draft)}>
              保存
            </Button>
          </div>
        ) : (
          <Button onClick={begin}>修改</Button>
        ))
      }
    >
      <Refusal failure={failure} onReload={reload} />
      {draft ? (
        <Editor
          services={draft}
          onChange={setDraft}
          restore={`恢复${propertyTypes[profile.propertyType]}默认`}
          onRestore={() => setDraft(restored(draft, profile))}
        />
      ) : (
        <Listing
          query={query}
          count={query.data?.length ?? 0}
          empty={<EmptyPlace title="还没有写明服务范围" hint="住户在小程序里会看到这里写的每一项。" />}
        >
          <ol className={styles['services']}>
            {query.data?.map((service) => (
              <li key={service.id}>
                <strong>{service.name}</strong>
                <span>{service.detail}</span>
              </li>
            ))}
          </ol>
        </Listing>
      )}
    </Panel>
  )
}

/** The defaults of the type; what is one of them already stays the same service. */
function restored(services: Service[], { propertyType }: CommunityProfile): Service[] {
  return serviceDefaults[propertyType].map((usual) => ({ ...services.find(({ code }) => code === usual.code), ...usual }))
}

interface EditorProps {
  services: Service[]
  onChange: (services: Service[]) => void
  restore: string
  onRestore: () => void
}

function Editor({ services, onChange, restore, onRestore }: EditorProps) {
  const change = (at: number, part: Partial<Service>) =>
    onChange(services.map((service, place) => (place === at ? { ...service, ...part } : service)))
  const move = (at: number, by: number) => {
    const next = [...services]
    const [moved] = next.splice(at, 1)
    next.splice(at + by, 0, moved!)
    onChange(next)
  }
  return (
    <div className={styles['editor']}>
      {services.map((service, at) => (
        <div key={service.id ?? `new ${at}`} className={styles['line']}>
          <Input
            value={service.name}
            onChange={(event) => change(at, { name: event.target.value })}
            placeholder="服务名称"
            aria-label={`第 ${at + 1} 项名称`}
            maxLength={40}
            style={{ width: 150 }}
          />
          <Input.TextArea
            value={service.detail}
            onChange={(event) => change(at, { detail: event.target.value })}
            placeholder="做什么、多久一次"
            aria-label={`第 ${at + 1} 项内容`}
            maxLength={400}
            autoSize
          />
          <Button
            icon={<ArrowUpOutlined />}
            aria-label={`上移 ${service.name}`}
            disabled={at === 0}
            onClick={() => move(at, -1)}
          />
          <Button
            icon={<ArrowDownOutlined />}
            aria-label={`下移 ${service.name}`}
            disabled={at === services.length - 1}
            onClick={() => move(at, 1)}
          />
          <Button
            danger
            icon={<DeleteOutlined />}
            aria-label={`停用 ${service.name}`}
            onClick={() => onChange(services.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <div className={styles['acts']}>
        <Button
          icon={<PlusOutlined />}
          disabled={services.length >= 40}
          onClick={() => onChange([...services, { name: '', detail: '' }])}
        >
          加一项
        </Button>
        <Button type="link" onClick={onRestore}>
          {restore}
        </Button>
      </div>
    </div>
  )
}
