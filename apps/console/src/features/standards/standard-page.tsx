import { EditOutlined } from '@ant-design/icons'
import type { AdoptedStandard, PresetView } from '@yinuo/contracts'
import { useQuery } from '@tanstack/react-query'
import { Button, Popover, Table } from 'antd'
import { useState } from 'react'
import { useNow } from '../../app/clock.ts'
import { call } from '../../app/call.ts'
import { keysOf, useCommunity, useMay } from '../../app/community.ts'
import { EmptyPlace, Listing } from '../../elements/listing.tsx'
import { Page, Panel } from '../../elements/page.tsx'
import { StateTag } from '../../elements/tag.tsx'
import { TimeText } from '../../elements/time-text.tsx'
import { AdoptDrawer } from './adopt-drawer.tsx'
import { figures, figureSections, figureText, isOverridden } from './figure-words.ts'
import styles from './standards.module.css'

export const usePresets = () =>
  useQuery({ queryKey: ['standard-presets'], queryFn: () => call('GET /standards/presets'), staleTime: Infinity })

export const useStandard = (communityId: string) =>
  useQuery({
    queryKey: [...keysOf(communityId).standard, 'adopted'],
    queryFn: () => call('GET /communities/{communityId}/standard', { path: { communityId } }),
  })

/** What is promised here, in people's words, and where each figure comes from. */
export function StandardPage() {
  const { communityId, name } = useCommunity()
  const may = useMay()
  const [changing, setChanging] = useState(false)
  const query = useStandard(communityId)
  const presets = usePresets()
  const standard = query.data
  const preset = presets.data?.find(({ code }) => code === standard?.preset)

  return (
    <Page
      title="服务标准"
      about={`${name}对报修、投诉和咨询的承诺。进行中的工单按登记时的标准计时，改标准不影响它们。`}
      actions={
        may('standards.adopt') &&
        standard && (
          <Button type="primary" icon={<EditOutlined />} onClick={() => setChanging(true)}>
            调整标准
          </Button>
        )
      }
    >
      <Listing
        query={query}
        count={standard ? 1 : 0}
        empty={<EmptyPlace title="还没有采用服务标准" hint="从三套标准里选一套，报修和投诉才有时限。" />}
      >
        {standard && (
          <div className={styles['columns']}>
            <Panel
              title={standard.name}
              extra={
                <span style={{ color: 'var(--secondary)' }}>
                  <TimeText at={standard.effectiveFrom} /> 起生效
                </span>
              }
              padded
            >
              <Figures standard={standard} preset={preset} />
            </Panel>
            <Panel title="历史" padded>
              <History standard={standard} />
            </Panel>
          </div>
        )}
      </Listing>
      {changing && standard && presets.data && (
        <AdoptDrawer standard={standard} presets={presets.data} onClose={() => setChanging(false)} />
      )}
    </Page>
  )
}

function Figures({ standard, preset }: { standard: AdoptedStandard; preset?: PresetView }) {
  return (
    <Table
      rowKey={({ section, name }) => `${section}.${name}`}
      pagination={false}
      dataSource={[...figures]}
      columns={[
        {
          title: '承诺',
          width: '30%',
          render: (_, { section, word, meaning }) => (
            <>
              <strong style={{ fontWeight: 600 }}>
                {figureSections[section]} · {word}
              </strong>
              <div className={styles['meaning']}>{meaning}</div>
            </>
          ),
        },
        {
          title: '现在的标准',
          width: '30%',
          render: (_, figure) => <span className={styles['figure']}>{figureText(figure, standard.figures)}</span>,
        },
        {
          title: '依据',
          render: (_, figure) =>
            isOverridden(figure, standard.overrides) ? (
              <>
                <StateTag tone="soon">本小区调整</StateTag>
                {preset && <div className={styles['meaning']}>原标准：{figureText(figure, preset.figures)}</div>}
              </>
            ) : (
              <span className={styles['meaning']}>{preset?.sources[figure.name] ?? '平台约定'}</span>
            ),
        },
      ]}
    />
  )
}

function History({ standard }: { standard: AdoptedStandard }) {
  const now = useNow()
  return (
    <ol className={styles['history']}>
      {standard.history.map((adoption) => (
        <li key={adoption.id}>
          <div>
            <strong>{adoption.preset} 标准</strong> <TimeText at={adoption.effectiveFrom} /> 起
            {Date.parse(adoption.effectiveFrom) > now && <StateTag tone="soon">尚未生效</StateTag>}
          </div>
          <p>{adoption.reason}</p>
          <small>
            {adoption.adoptedByName} · <TimeText at={adoption.at} /> ·{' '}
            <Popover
              trigger="click"
              title={`${adoption.preset} 标准当时的指标`}
              content={
                <dl className={styles['then']}>
                  {figures.map((figure) => (
                    <div key={`${figure.section}.${figure.name}`}>
                      <dt>
                        {figureSections[figure.section]} · {figure.word}
                      </dt>
                      <dd>{figureText(figure, adoption.figures)}</dd>
                    </div>
                  ))}
                </dl>
              }
            >
              <Button type="link" size="small" style={{ padding: 0 }}>
                当时的指标
              </Button>
            </Popover>
          </small>
        </li>
      ))}
    </ol>
  )
}
