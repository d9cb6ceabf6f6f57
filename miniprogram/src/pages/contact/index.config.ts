export default { navigationBarTitleText: '怎么找到我们', enablePullDownRefresh: true }
