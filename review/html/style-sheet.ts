import { allColours, type Colour } from "./colours";

const values = (side: (colour: Colour) => string): string =>
  allColours.map((colour) => `--${colour.name}:${side(colour)}`).join(";");

/** The style of the page, without that of its drawings. Dark on screens that ask for it; paper is always light. */
export const styleSheet = `
:root{color-scheme:light;${values(({ light }) => light)}}
@media screen and (prefers-color-scheme:dark){:root{color-scheme:dark;${values(({ dark }) => dark)}}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem}
body{margin:0;background:var(--ground);color:var(--text);font:15px/1.5 system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
.page{max-width:1240px;margin:0 auto;padding:0 24px}
header{background:var(--panel);border-bottom:1px solid var(--line);padding:26px 0 14px}
footer{padding-top:24px;padding-bottom:40px}
.skip{position:absolute;left:-999px}
.skip:focus{left:12px;top:12px;background:var(--ground);padding:8px 12px;z-index:3}
.definitions{position:absolute}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:3px}
main:focus-visible{outline:none}
h1{font-size:1.35rem;line-height:1.35;font-weight:500;margin:0 0 14px}
h1 .word{font-weight:750;padding:3px 10px;margin-right:6px;border:2px solid currentColor;border-radius:6px;white-space:nowrap}
.verdict-incomplete .word,.verdict-destroys .word{color:var(--removed)}
.verdict-forgets .word,.verdict-moves .word{color:var(--moved)}
.verdict-changes .word{color:var(--changed)}
.verdict-none .word,.verdict-none_found .word{color:var(--added)}
h2{font-size:1.25rem;margin:44px 0 12px;padding-top:8px;border-top:1px solid var(--line)}
h3{font-size:1.05rem;margin:26px 0 8px}
h4{font-size:1rem;margin:20px 0 8px}
p{margin:6px 0}
ul{margin:0;padding:0;list-style:none}
code,pre{font:13px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace}
.hint,.why,figcaption,caption,.state{color:var(--muted);font-size:.9rem}
.hint{margin:8px 0}
.note{border-left:4px solid var(--changed);background:var(--panel);padding:8px 12px;margin:12px 0}
.counters{display:flex;flex-wrap:wrap;gap:10px;margin:0 0 6px}
.counter{display:flex;flex-direction:column;min-width:92px;padding:8px 14px;border:1px solid var(--line);border-radius:8px;background:var(--ground)}
.counter strong{font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
.counter span{font-size:.85rem;color:var(--muted)}
.counter.zero strong{color:var(--muted);font-weight:500}
.counter-destroy:not(.zero){border-color:var(--removed)}
.counter-destroy:not(.zero) strong{color:var(--removed)}
nav{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line)}
.bar{display:flex;justify-content:space-between;align-items:center;gap:12px;padding-top:8px;padding-bottom:8px}
.bar ul{display:flex;gap:4px 18px;flex-wrap:wrap}
.tools{display:flex;gap:8px;flex:none}
button{font:inherit;font-size:.9rem;color:var(--text);background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:5px 12px;cursor:pointer}
button:hover{border-color:var(--muted)}
table{border-collapse:collapse;font-size:.92rem;margin:4px 0 10px;min-width:min(100%,420px)}
caption{text-align:left;padding:4px 0 6px}
th,td{text-align:left;vertical-align:top;padding:6px 14px 6px 0;border-bottom:1px solid var(--line)}
th{font-weight:600;overflow-wrap:normal}
thead th{color:var(--muted);font-weight:500;white-space:nowrap}
td,tbody th{overflow-wrap:break-word}
td{min-width:5em}
td code{overflow-wrap:anywhere}
td.number{font-variant-numeric:tabular-nums;white-space:nowrap}
tbody th{white-space:nowrap}
.wide{overflow-x:auto;max-width:100%}
details{margin:8px 0}
summary{cursor:pointer;padding:4px 0}
details.rack,details.bulk{border:1px solid var(--line);border-radius:8px;padding:4px 14px}
pre{margin:6px 0;padding:10px 12px;background:var(--panel);border:1px solid var(--line);border-radius:6px;overflow:auto;max-height:26rem;white-space:pre-wrap}
.changes>li{padding:4px 0 4px 12px;border-left:3px solid var(--line);margin:6px 0}
.changes details{margin:2px 0}
.changes>.change-blocked,.changes>.change-destroys{border-left-color:var(--removed)}
.changes>.change-forgets{border-left-color:var(--moved)}
.changes>.change-concerns{border-left-color:var(--changed)}
.tag{display:inline-block;font-size:.78rem;font-weight:500;line-height:1.5;padding:0 8px;margin-left:8px;border:1px solid var(--line);border-radius:10px;color:var(--muted);white-space:nowrap;vertical-align:middle}
.tag-changed{color:var(--changed);border-color:var(--changed)}
.tag-removed{color:var(--removed);border-color:var(--removed)}
li>p>.tag:first-child{margin-left:0}
.sign{vertical-align:-3px;flex:none}
.swatch{vertical-align:-4px}
.marks{display:flex;flex-wrap:wrap;gap:6px 22px;margin:8px 0;font-size:.92rem}
.needs-script{display:none}
.js .needs-script{display:block}
.js .tools.needs-script{display:flex}
[role=tablist]{display:flex;flex-wrap:wrap;gap:6px;margin:10px 0 4px}
[role=tab][aria-selected=true]{background:var(--ground);border-color:var(--accent);box-shadow:inset 0 -3px 0 var(--accent);font-weight:600}
.tabs-pictures{margin-top:22px}
.tabs-pictures>.tab,.tabs-sites>.tab{padding-top:2px}
.switch{border:0;padding:0;margin:10px 0}
.switch legend{float:left;padding:0 14px 0 0;color:var(--muted)}
.switch label{margin-right:16px;white-space:nowrap}
.js .sides[data-show=after]>.side-before,.js .sides[data-show=before]>.side-after{display:none}
.sidename{font-weight:600;margin-top:14px}
.explore{overflow:auto;max-width:100%;max-height:85vh;border:1px solid var(--line);border-radius:8px;background:var(--paper)}
.explore.whole>.drawing{width:100%}
[aria-pressed=true]{border-color:var(--accent);box-shadow:inset 0 -3px 0 var(--accent)}
.js .fit.needs-script{display:inline-block;margin-top:8px}
.told{min-height:1.6em;font-weight:600}
.drawing{display:block;max-width:none;height:auto;font-family:system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
.chart,.map{display:block;max-width:100%;height:auto;font-family:system-ui,"Segoe UI",Roboto,Helvetica,Arial,sans-serif}
.charts{display:flex;flex-wrap:wrap;gap:8px 24px}
.charts figure{margin:6px 0;min-width:0;max-width:100%}
figcaption{font-weight:600;color:var(--text)}
.grid{stroke:var(--line);stroke-width:1;fill:none}
.tick{font-size:11.5px;fill:var(--muted)}
.tick.year{font-weight:600}
.line-head{fill:none;stroke:var(--accent);stroke-width:2.5}
.line-base{fill:none;stroke:var(--changed);stroke-width:2;stroke-dasharray:6 4}
.dot{fill:var(--accent)}
.end{font-size:12px;font-weight:600;fill:var(--accent)}
.end-base{font-size:12px;fill:var(--changed)}
.as-of{stroke:var(--muted);stroke-width:1.5;stroke-dasharray:2 3;fill:none}
.maps{display:flex;flex-wrap:wrap;gap:16px;align-items:flex-start}
.map{border:1px solid var(--line);border-radius:8px}
.sea{fill:var(--cold)}
.graticule{fill:none;stroke:var(--line);stroke-width:.5}
.land{fill:var(--panel);stroke:var(--thin);stroke-width:.6}
.border{fill:none;stroke:var(--thin);stroke-width:.8}
.border-state{stroke-width:.5;stroke-dasharray:none}
.region{fill:var(--p0);stroke:var(--e0);stroke-width:1}
.pin{fill:var(--ground);stroke:var(--text);stroke-width:2}
.somewhere .pin{stroke-dasharray:4 2.5}
.pin-number{font-size:12px;font-weight:700;fill:var(--text)}
.pin-name{font-size:12.5px;font-weight:600;fill:var(--text);paint-order:stroke;stroke:var(--panel);stroke-width:3px;stroke-linejoin:round}
.over{stroke-width:2}
.over-added{stroke:var(--added)}
.over-removed{stroke:var(--removed);stroke-dasharray:5 3}
.over-changed{stroke:var(--changed);stroke-dasharray:1.5 2}
.over-moved{stroke:var(--moved);stroke-dasharray:8 2 2 2}
.lines{fill:none;stroke-width:1;stroke-linecap:round;opacity:.45}
.lines-changed{stroke-width:1.6}
.lines-added{stroke:var(--added)}
.lines-removed{stroke:var(--removed)}
.lines-changed{stroke:var(--changed)}
.lines-moved{stroke:var(--moved)}
.disc{stroke:var(--ground);stroke-width:1}
.disc-added{fill:var(--added)}
.disc-removed{fill:var(--removed)}
.disc-changed{fill:var(--changed)}
.disc-moved{fill:var(--moved)}
.stroke{fill:none;stroke:var(--ground);stroke-width:1.8}
.here{outline:3px solid var(--accent);outline-offset:1px}
th .sign{margin-right:2px}
@media (max-width:900px){.chart,.map{max-width:none}}
@media (max-width:640px){
.page{padding:0 14px}
nav{position:static}
.bar{flex-direction:column;align-items:flex-start}
h1{font-size:1.15rem}
.counter{min-width:76px;padding:6px 10px}
}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media print{
body{font-size:10.5pt}
.page{max-width:none;padding:0}
nav,.skip,[role=tablist],.js .needs-script,.js .fit.needs-script{display:none}
header{background:none;padding-top:0}
h2,h3,h4,summary,caption,figcaption,.marks{break-after:avoid}
tr,figure,.counter,.changes>li>p{break-inside:avoid}
.tab[hidden]{display:block}
.pane{break-inside:avoid}
.js .sides[data-show]>.side{display:block}
.explore,.wide,pre{overflow:visible;max-height:none;border:0}
.drawing,.chart,.map{max-width:100%;height:auto}
.drawing{max-height:22cm}
.rack .drawing{max-height:10cm}
.bulk:not([open])>summary::after{content:" (folded, not printed)"}
}
`;
