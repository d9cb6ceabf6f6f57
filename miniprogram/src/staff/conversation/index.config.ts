export default { navigationBarTitleText: '住户会话', enablePullDownRefresh: true }
