import {
  channels,
  complaintCategories,
  complaintClocks,
  complaintLevels,
  complaintSorts,
  complaintStates,
} from '@yinuo/contracts'
import type { ComplaintView } from '@yinuo/contracts'
import { FileStrip } from '../cases/file-strip.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { Text, View } from '../platform'
import { stateInks } from '../theme/tokens.ts'
import { Card, Fact } from '../ui/card.tsx'
import { Mark } from '../ui/mark.tsx'
import { faceOf } from '../words/clock.ts'
import { exactTime } from '../words/time.ts'
import { complaintFaces } from './complaint-faces.ts'

/** Where it stands, what was promised, what was said: the same for both sides. */
export function ComplaintBody({ complaint, now }: { complaint: ComplaintView; now: number }) {
  return (
    <>
      <View className="card head">
        <View className="head__words">
          <View className="head__marks">
            <Mark {...complaintFaces[complaint.state]} text={complaintStates[complaint.state]} />
            {complaint.anonymous && <Mark tone="waiting" icon="shield" text="匿名" />}
            {complaint.complex && <Mark tone="waiting" icon="hourglass" text="复杂" />}
          </View>
          <Text className="head__title">
            {complaintSorts[complaint.sort]} · {complaintCategories[complaint.category]}
          </Text>
          <Text className="head__next">
            {complaint.assignee ? `由${complaint.assignee.name}处理` : '正在安排处理人'}
            {complaint.level === 'handler' ? '' : `，已提到${complaintLevels[complaint.level]}`}
          </Text>
          <Text className="head__number">编号 {complaint.number}</Text>
        </View>
      </View>
      {complaint.clocks.length > 0 && (
        <Card title="我们的承诺" note={complaint.standardName}>
          {complaint.clocks.map((clock) => {
            const face = faceOf(clock, now)
            return (
              <Fact key={clock.name} name={complaintClocks[clock.name as keyof typeof complaintClocks]}>
                <Text style={{ color: stateInks[face.tone] }}>{face.words}</Text>
              </Fact>
            )
          })}
        </Card>
      )}
      {complaint.solution && (
        <Card title="处理方案">
          <Text className="about">{complaint.solution}</Text>
        </Card>
      )}
      <Timeline events={complaint.timeline} now={now} />
      <Card title="内容">
        <Text className="about">{complaint.description}</Text>
        <FileStrip files={complaint.files} />
        <View className="facts">
          <Fact name="提出时间">
            <Text>
              {exactTime(complaint.reportedAt)}（{channels[complaint.channel]}）
            </Text>
          </Fact>
          <Fact name="提出人">
            <Text>{complaint.reporterName}</Text>
          </Fact>
        </View>
      </Card>
    </>
  )
}
