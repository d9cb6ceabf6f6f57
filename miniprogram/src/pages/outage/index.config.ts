export default { navigationBarTitleText: '停用通知', enablePullDownRefresh: true }
