import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import type { EChartsCoreOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

interface ChartProps {
  option: EChartsCoreOption
  height: number
  label: string
  /** what a click on a bar or a point means, by its place on the axis */
  onPick?: (at: number) => void
}

/** A chart below the sentence that says what it shows; the sentence is also its text for those who cannot see it. */
export function Chart({ option, height, label, onPick }: ChartProps) {
  const place = useRef<HTMLDivElement>(null)
  const chart = useRef<ReturnType<typeof init>>()
  const pick = useRef(onPick)
  pick.current = onPick

  useEffect(() => {
    const drawn = init(place.current, undefined, { renderer: 'svg' })
    chart.current = drawn
    drawn.on('click', ({ dataIndex }) => pick.current?.(dataIndex))
    const observer = new ResizeObserver(() => drawn.resize())
    observer.observe(place.current!)
    return () => {
      observer.disconnect()
      drawn.dispose()
    }
  }, [])
  useEffect(() => {
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    chart.current?.setOption({ animation: !calm, animationDuration: 200, ...option }, true)
  }, [option])

  return <div ref={place} role="img" aria-label={label} style={{ height }} />
}
