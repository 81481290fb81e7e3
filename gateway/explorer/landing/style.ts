export const LANDING_STYLE = `
:root {
  color-scheme: light dark;
  --ink: light-dark(#1d2733, #e6ebf2);
  --ink-soft: light-dark(#4a5868, #b4c0d0);
  --ground: light-dark(#ffffff, #171e29);
  --ground-soft: light-dark(#f1f4f8, #212a38);
  --line: light-dark(#cfd7e2, #3a475a);
  --accent: light-dark(#0b57c2, #8ab8ff);
  --warn: light-dark(#6b4300, #ffd48a);
  --warn-ground: light-dark(#fff2d6, #40300d);
}
* { box-sizing: border-box; }
body {
  max-width: 54rem;
  margin: 0 auto;
  padding: 1rem 1.25rem 4rem;
  background: var(--ground);
  color: var(--ink);
  font: 1rem/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
}
header { display: flex; justify-content: space-between; align-items: center; }
.name { margin: 0; font-weight: 700; letter-spacing: 0.02em; }
h1 { margin: 2.5rem 0 0.5rem; font-size: clamp(1.9rem, 6vw, 2.75rem); line-height: 1.2; }
h2 { margin: 3rem 0 0.25rem; font-size: 1.3rem; }
p { margin: 0.5rem 0; }
.lead { max-width: 42rem; font-size: 1.125rem; color: var(--ink-soft); }
.note {
  display: inline-block;
  margin: 0.75rem 0 1rem;
  padding: 0.25rem 0.75rem;
  border-radius: 0.5rem;
  background: var(--warn-ground);
  color: var(--warn);
}
a { color: var(--accent); text-underline-offset: 0.2em; }
a:focus-visible, pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.button {
  display: inline-block;
  padding: 0.6rem 1.4rem;
  border-radius: 0.5rem;
  background: var(--accent);
  color: var(--ground);
  font-weight: 600;
  text-decoration: none;
}
code { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; }
pre {
  overflow-x: auto;
  padding: 1rem;
  border: 1px solid var(--line);
  border-radius: 0.5rem;
  background: var(--ground-soft);
  line-height: 1.5;
}
ul { margin: 0.5rem 0; padding-inline-start: 1.25rem; }
.columns { columns: 14rem; }
.personas { padding: 0; list-style: none; }
.personas li {
  display: grid;
  grid-template-columns: 9rem 15rem 1fr;
  gap: 0 1rem;
  padding: 0.4rem 0;
  border-bottom: 1px solid var(--line);
}
.personas b { font-weight: 600; }
.personas span { color: var(--ink-soft); }
@media (max-width: 42rem) {
  .personas li { grid-template-columns: 9rem 1fr; }
  .personas span { grid-column: 1 / -1; }
}
.cases { columns: 22rem; column-gap: 2.5rem; padding: 0; list-style: none; }
.cases li { break-inside: avoid; border-bottom: 1px solid var(--line); }
.cases a { display: flex; gap: 1rem; padding: 0.4rem 0; text-decoration: none; }
.cases a:hover { background: var(--ground-soft); }
.cases b { font-weight: 400; font-variant-numeric: tabular-nums; text-decoration: underline; }
.cases span { color: var(--ink); }
`;
