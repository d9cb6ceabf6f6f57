import { Button, Result } from 'antd'
import { Component } from 'react'
import type { ReactNode } from 'react'

/** A page that breaks says so and offers the way on, instead of going white. */
export class PageGuard extends Component<{ children: ReactNode; place?: string }, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidUpdate(before: { place?: string }) {
    if (this.state.broken && before.place !== this.props.place) this.setState({ broken: false })
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <Result
        status="warning"
        title="页面出了问题"
        subTitle="刷新后可以继续；填写中的报修登记会保留。"
        extra={
          <Button type="primary" onClick={() => location.reload()}>
            刷新页面
          </Button>
        }
      />
    )
  }
}
