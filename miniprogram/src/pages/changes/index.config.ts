export default { navigationBarTitleText: '因为您说了，我们改了', enablePullDownRefresh: true }
