export default { navigationBarTitleText: '我要报修' }
