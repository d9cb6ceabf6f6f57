// Preloaded into every program we start: when the one who started it is gone, even by SIGKILL, it stops as if asked to.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM')
    setTimeout(() => process.exit(1), 8000).unref()
  })
  process.channel.unref()
}
