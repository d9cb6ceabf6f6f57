export default { navigationBarTitleText: '我的岗位', enablePullDownRefresh: true }
