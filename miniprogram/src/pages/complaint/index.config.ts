export default { navigationBarTitleText: '投诉建议详情', enablePullDownRefresh: true }
