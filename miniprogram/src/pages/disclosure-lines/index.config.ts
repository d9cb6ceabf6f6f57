export default { navigationBarTitleText: '公示明细', enablePullDownRefresh: true }
