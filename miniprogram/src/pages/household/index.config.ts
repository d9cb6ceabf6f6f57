export default { navigationBarTitleText: '同住的人', enablePullDownRefresh: true, enableShareAppMessage: true }
