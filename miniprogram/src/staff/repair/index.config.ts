export default { navigationBarTitleText: '工单', enablePullDownRefresh: true }
