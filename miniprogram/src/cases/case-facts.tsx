import { channels, repairCategories, urgencies } from '@yinuo/contracts'
import type { RepairView } from '@yinuo/contracts'
import { Text, View } from '../platform'
import { Card, Fact } from '../ui/card.tsx'
import { exactTime, saidSlot } from '../words/time.ts'
import { FileStrip } from './file-strip.tsx'

export function CaseFacts({ repair, now }: { repair: RepairView; now: number }) {
  return (
    <Card title="报修内容">
      <Text className="about">{repair.description}</Text>
      <FileStrip files={repair.files.filter(({ purpose }) => purpose === null || purpose === 'report')} />
      <View className="facts">
        <Fact name="位置">
          <Text>{repair.placeLabel}</Text>
        </Fact>
        <Fact name="类别">
          <Text>
            {repairCategories[repair.category].label} · {urgencies[repair.urgency]}
          </Text>
        </Fact>
        {repair.preferredFrom && repair.preferredUntil && (
          <Fact name="希望上门">
            <Text>{saidSlot(repair.preferredFrom, repair.preferredUntil, now)}</Text>
          </Fact>
        )}
        <Fact name="报修时间">
          <Text>
            {exactTime(repair.reportedAt)}（{channels[repair.channel]}）
          </Text>
        </Fact>
        <Fact name="执行标准">
          <Text>{repair.standardName}</Text>
        </Fact>
      </View>
    </Card>
  )
}
