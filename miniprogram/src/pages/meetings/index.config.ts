export default { navigationBarTitleText: '会议与接待日', enablePullDownRefresh: true }
