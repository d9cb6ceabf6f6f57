export default { navigationBarTitleText: '公告', enablePullDownRefresh: true }
