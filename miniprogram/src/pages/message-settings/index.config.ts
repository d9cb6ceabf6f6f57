export default { navigationBarTitleText: '消息设置', enablePullDownRefresh: true }
