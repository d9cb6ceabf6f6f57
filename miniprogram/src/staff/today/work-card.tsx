import { repairActions, repairCategories, repairStates, urgencies } from '@yinuo/contracts'
import type { RepairRow } from '@yinuo/contracts'
import type { ReactNode } from 'react'
import type { Waiting } from '../../outbox/waiting.ts'
import { stateFaces } from '../../cases/state-tone.ts'
import { Text, View } from '../../platform'
import { colours, stateColours, stateInks } from '../../theme/tokens.ts'
import { Icon } from '../../ui/icon.tsx'
import { categoryIcons } from '../../ui/icon-paths.ts'
import { Mark } from '../../ui/mark.tsx'
import { Ring } from '../../ui/ring.tsx'
import { Tap } from '../../ui/tap.tsx'
import { clockAim, rowFace } from '../../words/clock.ts'
import { roundFigure } from '../../words/time.ts'

interface WorkProps {
  repair: RepairRow
  now: number
  waits: Waiting | null
  onTap: () => void
  children?: ReactNode
}

function Marks({ repair, waits }: Pick<WorkProps, 'repair' | 'waits'>) {
  return (
    <View className="work__marks">
      {waits ? (
        <Mark tone="waiting" icon="upload" text={`${repairActions[waits.action]} · 待上传`} />
      ) : (
        <Mark {...stateFaces[repair.state]} text={repairStates[repair.state]} />
      )}
      {repair.urgency !== 'routine' && (
        <Mark tone={repair.urgency === 'emergency' ? 'late' : 'soon'} icon="bolt" text={urgencies[repair.urgency]} />
      )}
      {repair.flaggedNoProgress && <Mark tone="soon" icon="alarm" text="久未更新" />}
    </View>
  )
}

/** The next thing, large enough to read at arm's length. */
export function FirstWork({ repair, now, waits, onTap }: WorkProps) {
  const face = rowFace(repair, now)
  const [figure, unit] = repair.dueAt ? roundFigure(Math.abs(Date.parse(repair.dueAt) - now)) : []
  return (
    <Tap
      className="card work work--first"
      onTap={onTap}
      label={`${repairCategories[repair.category].label}，${repair.placeLabel}`}
    >
      <View className="work__top">
        <View className="work__words">
          <Marks repair={repair} waits={waits} />
          <Text className="work__place">{repair.placeLabel}</Text>
          <Text className="work__what">{repairCategories[repair.category].label}</Text>
        </View>
        {face && (
          <View className="head__clock">
            <Ring left={face.left} colour={stateColours[face.tone]} size={92}>
              {repair.paused ? (
                <Icon name="pause" size={28} colour={stateColours[face.tone]} />
              ) : (
                <>
                  <Text className="head__left" style={{ color: stateInks[face.tone] }}>
                    {face.tone === 'late' ? '已超时' : '还剩'}
                  </Text>
                  <Text className="head__figure" style={{ color: stateInks[face.tone] }}>
                    {figure}
                    <Text className="head__unit">{unit}</Text>
                  </Text>
                </>
              )}
            </Ring>
            {repair.dueClock && !repair.paused && <Text className="head__aim">离{clockAim(repair.dueClock)}</Text>}
          </View>
        )}
      </View>
      <Text className="work__about">{repair.description}</Text>
      <View className="work__go">
        <Text>打开工单</Text>
        <Icon name="right" size={18} colour={colours.card} />
      </View>
    </Tap>
  )
}

export function WorkCard({ repair, now, waits, onTap, children }: WorkProps) {
  const face = rowFace(repair, now)
  return (
    <View className="card work">
      <Tap className="work__tap" onTap={onTap} label={`${repairCategories[repair.category].label}，${repair.placeLabel}`}>
        <View className="repair__picture">
          <Icon name={categoryIcons[repair.category]} size={24} colour={colours.brand} />
        </View>
        <View className="work__words">
          <Marks repair={repair} waits={waits} />
          <Text className="work__title">{repair.placeLabel}</Text>
          <Text className="work__about">
            {repairCategories[repair.category].label} · {repair.description}
          </Text>
          {face && (
            <View className="repair__clock">
              <Icon name={face.icon} size={16} colour={stateInks[face.tone]} />
              <Text style={{ color: stateInks[face.tone] }}>{face.words}</Text>
            </View>
          )}
        </View>
      </Tap>
      {children}
    </View>
  )
}
