export default { navigationBarTitleText: '我提过的投诉建议', enablePullDownRefresh: true }
