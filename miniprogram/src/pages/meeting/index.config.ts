export default { navigationBarTitleText: '会议详情', enablePullDownRefresh: true }
