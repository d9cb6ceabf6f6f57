export default { navigationBarTitleText: '今日工单', enablePullDownRefresh: true }
