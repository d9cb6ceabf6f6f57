export default { navigationBarTitleText: '报修详情', enablePullDownRefresh: true }
