import { repairCategories, repairStates, urgencies } from '@yinuo/contracts'
import type { RepairView } from '@yinuo/contracts'
import { Text, View } from '../platform'
import { stateColours, stateInks } from '../theme/tokens.ts'
import { Icon } from '../ui/icon.tsx'
import { Mark } from '../ui/mark.tsx'
import { Ring } from '../ui/ring.tsx'
import { clockAim, clockSentence, faceOf, pressingClock } from '../words/clock.ts'
import { exactTime, roundFigure } from '../words/time.ts'
import { stateFaces } from './state-tone.ts'

/** Where the case stands, the clock that runs, and what happens next. */
export function CaseHead({ repair, now }: { repair: RepairView; now: number }) {
  const clock = pressingClock(repair.clocks)
  return (
    <View className="card head">
      <View className="head__words">
        <View className="head__marks">
          <Mark {...stateFaces[repair.state]} text={repairStates[repair.state]} />
          {repair.urgency !== 'routine' && (
            <Mark tone={repair.urgency === 'emergency' ? 'late' : 'soon'} icon="bolt" text={urgencies[repair.urgency]} />
          )}
        </View>
        <Text className="head__title">{repairCategories[repair.category].label}</Text>
        <Text className="head__next">{repair.nextStep}</Text>
        <Text className="head__number">单号 {repair.number}</Text>
      </View>
      {clock && <ClockRing repair={repair} now={now} />}
    </View>
  )
}

function ClockRing({ repair, now }: { repair: RepairView; now: number }) {
  const clock = pressingClock(repair.clocks)
  if (!clock) return null
  const face = faceOf(clock, now)
  const away = Math.abs(Date.parse(clock.dueAt) - now)
  const running = face.words.startsWith('还剩') || face.words.startsWith('已超时')
  const [figure, unit] = roundFigure(away)
  return (
    <View className="head__clock" aria-label={`${clockSentence(clock, now)}，${exactTime(clock.dueAt)}`}>
      <Ring left={face.left} colour={stateColours[face.tone]} size={104}>
        {running ? (
          <>
            <Text className="head__left" style={{ color: stateInks[face.tone] }}>
              {face.words.startsWith('还剩') ? '还剩' : '已超时'}
            </Text>
            <Text className="head__figure" style={{ color: stateInks[face.tone] }}>
              {figure}
              <Text className="head__unit">{unit}</Text>
            </Text>
          </>
        ) : (
          <>
            <Icon name={face.icon} size={26} colour={stateColours[face.tone]} />
            <Text className="head__left">{face.words}</Text>
          </>
        )}
      </Ring>
      <Text className="head__aim">{face.tone === 'waiting' ? '计时暂停' : `离${clockAim(clock.name)}`}</Text>
    </View>
  )
}
