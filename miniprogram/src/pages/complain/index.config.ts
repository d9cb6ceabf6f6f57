export default { navigationBarTitleText: '投诉建议', enablePullDownRefresh: true }
