// The one style of the public pages: phone width first, both colour schemes, and on paper. Colours are named by what
// they are for; each pair of text and ground has a contrast of 4.5 or more in both schemes.

export const COLOURS = {
  light: {
    paper: "#f6f7f8",
    card: "#ffffff",
    ink: "#1b2126",
    quiet: "#4d5761",
    line: "#cdd3d9",
    edge: "#6d7883",
    primary: "#1d4f91",
    "on-primary": "#ffffff",
    focus: "#c46a00",
    fault: "#a3261d",
  },
  dark: {
    paper: "#14181c",
    card: "#1c2227",
    ink: "#e6e9ec",
    quiet: "#a9b3bc",
    line: "#343c44",
    edge: "#8793a0",
    primary: "#8fb6ec",
    "on-primary": "#14181c",
    focus: "#ffb454",
    fault: "#ffb1a8",
  },
} as const;

const named = (colours: Record<string, string>) =>
  Object.entries(colours)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(";");

export const STYLE = `
:root{color-scheme:light dark;${named(COLOURS.light)};font:100%/1.5 system-ui,sans-serif}
@media (prefers-color-scheme:dark){:root{${named(COLOURS.dark)}}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);overflow-wrap:anywhere}
header,main,footer{max-width:44rem;margin-inline:auto;padding-inline:1rem}
header{padding-block:1rem .75rem;border-block-end:1px solid var(--line)}
main{padding-block:1.5rem 3rem}
main:focus{outline:none}
footer{padding-block:.75rem 2rem;border-block-start:1px solid var(--line);font-size:.9375rem}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:1.625rem;margin:0 0 1rem}
h2{font-size:1.1875rem;margin:2rem 0 .5rem}
h3{font-size:1rem;margin:1.25rem 0 .25rem}
p,ul,ol,dl{margin:0 0 .5rem}
ul,ol{padding-inline-start:1.25rem}
li{margin-block-end:.25rem}
dt{font-weight:600}
dd{margin:0 0 .75rem}
a{color:var(--primary);text-underline-offset:.15em}
code{font-family:ui-monospace,monospace;font-size:.9375em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.skip{position:absolute;inset-inline-start:1rem;inset-block-start:-6rem;padding:.5rem .75rem;background:var(--card);color:var(--primary)}
.skip:focus{inset-block-start:.5rem}
.mark{display:inline-flex;align-items:center;gap:.5rem;min-height:1.75rem;color:var(--ink);text-decoration:none;font-weight:600}
.mark .z{color:var(--primary)}
.lead{font-size:1.0625rem}
.quiet{color:var(--quiet)}
.card{background:var(--card);border:1px solid var(--line);border-radius:.5rem;padding:1rem;margin-block-end:1.5rem}
.card>:first-child{margin-block-start:0}
.card>:last-child{margin-block-end:0}
.plain{list-style:none;padding:0}
.row{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;justify-content:space-between}
.row ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0}
.row a,.row span{display:inline-block;padding-block:.25rem}
label{display:block;margin-block:1rem .25rem;font-weight:600}
input,button{font:inherit;padding:.5rem .75rem;border-radius:.375rem;border:1px solid var(--edge)}
input{width:100%;max-width:26rem;background:var(--card);color:var(--ink)}
input[aria-invalid]{border-color:var(--fault)}
button{display:block;min-height:2.75rem;margin-block-start:1rem;background:var(--primary);color:var(--on-primary);border-color:var(--primary);font-weight:600;cursor:pointer}
.hint{margin:0 0 .5rem;color:var(--quiet)}
.told{border-inline-start:4px solid var(--primary);padding-inline-start:.75rem}
.fault{border-inline-start:4px solid var(--fault);padding-inline-start:.75rem;color:var(--fault);font-weight:600}
@media (min-width:48rem){main{padding-block-start:2.5rem}h1{font-size:2rem}}
@media print{:root{color-scheme:light;--paper:#fff;--card:#fff;--ink:#000;--quiet:#333;--primary:#000;--line:#999}.skip,footer,nav,form{display:none}header,main{max-width:none;padding-inline:0}h2,h3{break-after:avoid}}
`;
