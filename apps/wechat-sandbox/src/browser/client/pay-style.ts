export const payStyle = `
.leave { width: 44px; height: 44px; display: grid; place-items: center; margin: -12px 0 0 -12px; }
.pay-title { text-align: center; margin-top: -36px; font-size: 17px; }
.payee { text-align: center; margin-top: 18px; font-size: 15px; overflow-wrap: anywhere; }
.sum { text-align: center; font-size: 38px; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
.sum small { font-size: 24px; margin-right: 4px; }
.what { text-align: center; color: #737373; font-size: 13px; }
.dots { display: grid; grid-template-columns: repeat(6, 1fr); gap: 8px; margin-top: 18px; }
.dots i { height: 46px; border-radius: 6px; background: #f2f2f2; display: grid; place-items: center; }
.dots .full::after { content: ''; width: 11px; height: 11px; border-radius: 50%; background: #1b2420; }
.trouble { min-height: 24px; margin-top: 6px; text-align: center; font-size: 14px; color: #b42318; }
.keypad { display: grid; grid-template-columns: repeat(3, 1fr); gap: 6px; background: #e9ecea; margin: 4px -24px 0; padding: 6px; }
.keypad button { min-height: 50px; border-radius: 6px; background: #fff; font-size: 22px; display: grid; place-items: center; }
.keypad button[aria-label] { background: none; }
.paid { position: absolute; inset: 0; background: #fff; pointer-events: auto; padding: 18vh 24px 24px; animation: appear .18s; }
.paid h1 { text-align: center; color: #06924a; }
.done { display: grid; place-items: center; width: 72px; height: 72px; margin: 0 auto; border-radius: 50%; background: #07c160; color: #fff; }
.paid .one { margin-top: 14vh; }
`
