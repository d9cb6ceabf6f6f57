import { PlusOutlined, WechatOutlined } from '@ant-design/icons'
import { residencyRoles, residencyStandings } from '@yinuo/contracts'
import type { Household, HouseholdPerson } from '@yinuo/contracts'
import { Button, Segmented, Table, Tooltip } from 'antd'
import type { TableColumnsType } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../app/community.ts'
import { EmptyPlace } from '../../../elements/listing.tsx'
import { MaskedPhone } from '../../../elements/masked-phone.tsx'
import { Panel } from '../../../elements/page.tsx'
import { StateTag } from '../../../elements/tag.tsx'
import styles from './household.module.css'
import { MoveOutDialog } from './move-out-dialog.tsx'
import { PersonDrawer } from './person-drawer.tsx'

type Doing = { work: 'add' } | { work: 'change' | 'move-out'; residencyId: string }

/** Who lives here, and who did. */
export function PeopleSection({ communityId, household }: { communityId: string; household: Household }) {
  const mayEdit = useMay()('archive.edit')
  const [time, setTime] = useState<'now' | 'before'>('now')
  const [doing, setDoing] = useState<Doing | null>(null)
  const before = household.people.filter(({ standing }) => standing === 'gone')
  const now = household.people.filter(({ standing }) => standing !== 'gone')
  const shown = time === 'now' ? now : before
  // Taken from what was read last, so that after a reload the form acts on the newest version.
  const chosen =
    doing && doing.work !== 'add' ? household.people.find(({ residencyId }) => residencyId === doing.residencyId) : null
  const columns = peopleColumns({ mayEdit, isBefore: time === 'before', onDo: setDoing })
  const add = (
    <Button size="small" icon={<PlusOutlined />} onClick={() => setDoing({ work: 'add' })}>
      登记住户
    </Button>
  )
  return (
    <Panel
      title="住户"
      extra={
        <span style={{ display: 'flex', gap: 8 }}>
          <Segmented
            size="small"
            value={time}
            onChange={setTime}
            options={[
              { value: 'now', label: `现在 ${now.length}` },
              { value: 'before', label: `以前 ${before.length}` },
            ]}
          />
          {mayEdit && add}
        </span>
      }
    >
      {shown.length > 0 ? (
        <Table
          rowKey="residencyId"
          size="small"
          dataSource={shown}
          columns={columns}
          pagination={false}
          scroll={{ x: 760 }}
          style={{ marginTop: 8 }}
        />
      ) : (
        <EmptyPlace
          title={time === 'now' ? '现在没有登记住户' : '没有搬出的住户'}
          hint={time === 'now' ? '登记业主、家属或租户，或在右侧发出入住邀请。' : undefined}
        />
      )}
      {(doing?.work === 'add' || (doing?.work === 'change' && chosen)) && (
        <PersonDrawer communityId={communityId} household={household} person={chosen ?? null} onClose={() => setDoing(null)} />
      )}
      {doing?.work === 'move-out' && chosen && (
        <MoveOutDialog communityId={communityId} household={household} person={chosen} onClose={() => setDoing(null)} />
      )}
    </Panel>
  )
}

interface ColumnWish {
  mayEdit: boolean
  isBefore: boolean
  onDo: (doing: Doing) => void
}

function peopleColumns({ mayEdit, isBefore, onDo }: ColumnWish): TableColumnsType<HouseholdPerson> {
  return [
    { title: '姓名', width: 130, render: (_, person) => <Who person={person} /> },
    {
      title: '身份',
      width: 110,
      render: (_, { role, sharePercent }) => `${residencyRoles[role]}${sharePercent === null ? '' : ` ${Number(sharePercent)}%`}`,
    },
    {
      title: '手机',
      width: 150,
      render: (_, person) => <MaskedPhone masked={person.phoneMasked} subject="resident" id={person.residentId} />,
    },
    {
      title: '期限',
      width: 200,
      render: (_, { validFrom, validUntil }) => `${validFrom} 至 ${validUntil ?? '长期'}`,
    },
    ...(isBefore
      ? [{ title: '搬出原因', render: (_: unknown, { endedBecause }: HouseholdPerson) => endedBecause ?? '到期' }]
      : [
          {
            title: '状态',
            width: 80,
            render: (_: unknown, { standing }: HouseholdPerson) => (
              <StateTag tone={standing === 'here' ? 'onTime' : 'waiting'}>{residencyStandings[standing]}</StateTag>
            ),
          },
        ]),
    ...(mayEdit
      ? [
          {
            title: '',
            width: isBefore ? 60 : 120,
            align: 'right' as const,
            render: (_: unknown, { residencyId, name }: HouseholdPerson) => (
              <span style={{ whiteSpace: 'nowrap' }}>
                <Button
                  type="link"
                  size="small"
                  aria-label={`编辑 ${name}`}
                  onClick={() => onDo({ work: 'change', residencyId })}
                >
                  编辑
                </Button>
                {!isBefore && (
                  <Button
                    type="link"
                    size="small"
                    danger
                    aria-label={`${name} 搬出`}
                    onClick={() => onDo({ work: 'move-out', residencyId })}
                  >
                    搬出
                  </Button>
                )}
              </span>
            ),
          },
        ]
      : []),
  ]
}

function Who({ person }: { person: HouseholdPerson }) {
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      <strong style={{ fontWeight: 600 }}>{person.name}</strong>{' '}
      {person.isJoined && (
        <Tooltip title="已用微信绑定，可在小程序查看">
          <WechatOutlined className={styles['quiet']} aria-label="已用微信绑定" />
        </Tooltip>
      )}
    </span>
  )
}
