import { dirname, resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const libraries = resolve(__dirname, '../../libs')
/** Written for newer engines than phones have. */
const arithmetic = [
  resolve(__dirname, '../../node_modules/@noble/curves'),
  resolve(__dirname, '../../node_modules/@noble/hashes'),
]
const platform = process.env['TARO_ENV'] ?? 'h5'
/** Taro's own packages ask for it by name, and npm may keep it beside this workspace instead of above them all. */
const frameworkReact = dirname(require.resolve('@tarojs/plugin-framework-react/package.json'))
/** Sizes are written in true CSS pixels: type keeps its size on a wide phone. */
const truePixels = { pxtransform: { enable: false, config: {} } }

export default defineConfig({
  projectName: 'yinuo-miniprogram',
  date: '2026-11-21',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: process.env['BUILD_INTO'] ?? `dist/${platform}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [],
  alias: { '@tarojs/plugin-framework-react': frameworkReact },
  defineConstants: {
    SERVER_URL: JSON.stringify(process.env['SERVER_URL'] ?? 'http://127.0.0.1:3100'),
  },
  mini: {
    optimizeMainPackage: { enable: true },
    compile: { include: [libraries, ...arithmetic] },
    postcss: truePixels,
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [libraries, ...arithmetic] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { ...truePixels, autoprefixer: { enable: true, config: {} } },
  },
})
