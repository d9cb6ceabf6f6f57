import { payStyle } from './pay-style.ts'

export const style = `
:host { all: initial; position: fixed; inset: 0; z-index: 2147483000; pointer-events: none;
  font: 16px/1.5 -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif; color: #1b2420; -webkit-text-size-adjust: 100%; }
* { box-sizing: border-box; margin: 0; }
button { font: inherit; border: 0; cursor: pointer; background: none; color: inherit; }
:focus-visible { outline: 3px solid #07c16066; outline-offset: 2px; }
.shade { position: absolute; inset: 0; background: #0009; pointer-events: auto; display: flex; align-items: flex-end; animation: appear .18s; }
.sheet { width: 100%; max-height: 88%; overflow: auto; background: #fff; border-radius: 14px 14px 0 0; padding: 24px 24px calc(28px + env(safe-area-inset-bottom)); animation: rise .2s ease-out; }
.asker { display: flex; align-items: center; gap: 8px; font-size: 15px; }
.mark { width: 28px; height: 28px; border-radius: 50%; background: #0f6b57; color: #fff; display: grid; place-items: center; flex: none; }
h1 { font-size: 18px; font-weight: 600; margin-top: 14px; }
.list { list-style: none; padding: 0; margin-top: 12px; }
.list li { display: flex; align-items: center; gap: 12px; min-height: 56px; border-top: 1px solid #ebebeb; }
.list li:last-child { border-bottom: 1px solid #ebebeb; }
.choice { display: flex; align-items: center; gap: 12px; width: 100%; text-align: left; padding: 8px 0; }
.choice small { display: block; color: #737373; font-size: 13px; }
.tick { width: 22px; height: 22px; border-radius: 50%; border: 1.5px solid #b5b5b5; display: grid; place-items: center; color: #fff; flex: none; }
[aria-checked="true"] .tick { background: #07c160; border-color: #07c160; }
[aria-checked="false"] .tick svg { visibility: hidden; }
.always { display: flex; align-items: center; justify-content: center; gap: 8px; margin: 18px auto 0; min-height: 44px; font-size: 14px; color: #595959; }
.always .tick { width: 18px; height: 18px; }
.two { display: flex; gap: 14px; justify-content: center; margin-top: 22px; }
.two button, .one { min-width: 120px; min-height: 44px; border-radius: 8px; font-weight: 600; background: #f2f2f2; color: #06924a; padding: 0 16px; }
.two .yes, .one { background: #07c160; color: #fff; }
.one { display: block; width: 200px; margin: 22px auto 0; }
.note { font-size: 13px; color: #737373; margin-top: 8px; }
.number { display: flex; align-items: center; justify-content: space-between; width: 100%; padding: 14px 0; border-top: 1px solid #ebebeb; border-bottom: 1px solid #ebebeb; margin-top: 14px; text-align: left; min-height: 60px; }
.number b { font-size: 19px; font-weight: 600; font-variant-numeric: tabular-nums; display: block; }
.number small { color: #737373; font-size: 13px; }
.plain { display: block; width: 100%; min-height: 48px; color: #576b95; margin-top: 6px; }
.camera { position: absolute; inset: 0; background: #15201c; color: #fff; pointer-events: auto; display: flex; flex-direction: column; padding: 20px 20px calc(20px + env(safe-area-inset-bottom)); animation: appear .18s; }
.camera header { display: flex; align-items: center; justify-content: space-between; min-height: 44px; }
.camera .away { width: 44px; height: 44px; display: grid; place-items: center; margin-left: -10px; }
.camera h1 { color: #fff; margin: 0; font-size: 17px; }
.camera p { color: #c8d2ce; font-size: 14px; margin-top: 4px; }
.grid { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; overflow: auto; margin: 16px -4px; padding: 4px; flex: 1; align-content: start; }
.code { background: #fff; color: #1b2420; border-radius: 12px; padding: 10px 10px 12px; text-align: center; font-size: 14px; line-height: 1.35; min-width: 0; }
.code img { width: 100%; aspect-ratio: 1; display: block; }
.code b { display: block; font-weight: 600; overflow-wrap: anywhere; }
.code small { color: #5e6b66; font-size: 12px; }
.album { min-height: 48px; border-radius: 10px; background: #ffffff26; color: #fff; display: flex; align-items: center; justify-content: center; gap: 8px; cursor: pointer; }
.album input { position: absolute; opacity: 0; width: 1px; height: 1px; }
.album:focus-within { outline: 3px solid #07c160; }
.banners { position: absolute; left: 8px; right: 8px; top: 8px; display: grid; gap: 8px; }
.banner { pointer-events: auto; display: block; width: 100%; text-align: left; background: #fff; border-radius: 14px; padding: 12px 14px; box-shadow: 0 8px 30px #1b242040; animation: drop .2s ease-out; }
.banner .from { display: flex; align-items: center; gap: 8px; font-size: 13px; color: #5e6b66; }
.banner .from time { margin-left: auto; font-variant-numeric: tabular-nums; }
.banner .mark { width: 22px; height: 22px; border-radius: 6px; }
.banner .mark.sms { background: #3d7fd9; }
.banner h2 { font-size: 16px; font-weight: 600; margin: 6px 0 2px; }
.banner dl { display: grid; grid-template-columns: auto 1fr; gap: 1px 12px; font-size: 14px; }
.banner dt { color: #737373; }
.banner dd { margin: 0; overflow-wrap: anywhere; }
.banner .go { margin-top: 8px; padding-top: 7px; border-top: 1px solid #ebebeb; font-size: 13px; color: #576b95; display: flex; justify-content: space-between; }
.toast { position: absolute; left: 50%; top: 45%; transform: translate(-50%, -50%); background: #000c; color: #fff; border-radius: 8px; padding: 12px 18px; font-size: 15px; max-width: 80%; text-align: center; }
.offline { position: absolute; left: 0; right: 0; bottom: 0; background: #5b6b8c; color: #fff; font-size: 12px; text-align: center; padding: 2px; }
${payStyle}
@keyframes appear { from { opacity: 0 } }
@keyframes rise { from { transform: translateY(100%) } }
@keyframes drop { from { transform: translateY(-120%) } }
@media (prefers-reduced-motion: reduce) { * { animation: none !important; } }
`
