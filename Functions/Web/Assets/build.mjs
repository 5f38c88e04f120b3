// Reduces the NL Design System to what RegelLoket uses: the component classes listed below and the tokens that they use.
// Writes design-system.css next to this file, and the two weights of the typeface, for the browser and for PDF; with --check it only reports whether
// the committed files are up to date. The components are in a cascade layer, so that regelloket.css overrides them
// whatever their selectors are.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import postcss from 'postcss';

const blocks = [
  'button', 'checkbox', 'form-field-description', 'form-field-error-message', 'form-fieldset', 'form-label', 'radio-button', 'root',
  'select', 'skip-link', 'status-badge', 'textarea', 'textbox',
];

// Pages use plain elements for text; the design system styles those inside .utrecht-html.
const elements = /^\.utrecht-html (body|h[1-3]|p|a|ol|ul|li|hr|table|caption|thead|tbody|th|td|strong|em)(?![a-z0-9-])(?!.*(numeric|alternate|tel:|hgroup|:lang))/;

// Variants that no page uses: states that the browser's own pseudo-classes cover, and styling of bare elements.
const unused = /__icon|--html\b|--warning\.|button--(warning|ready)|--html-|--rtl|--busy|--pressed|--submit|--hover\b|--active\b|--focus\b|--focus-visible\b|--disabled|--read-only|--indeterminate|--numeric-lining|--sticky|--telephone|--box-content|--overflow|:disabled|:read-only|:indeterminate|aria-pressed|aria-disabled|aria-busy/;

const require = createRequire(import.meta.url);
const read = path => readFileSync(require.resolve(path), 'utf8');
const components = postcss.parse(['html', 'index'].map(name => read(`@utrecht/component-library-css/dist/${name}.css`)).join('\n'));
const theme = postcss.parse(read('@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css'));
const own = readFileSync(new URL('regelloket.css', import.meta.url), 'utf8');

const isUsed = selector => {
  if (elements.test(selector)) return true;
  const classes = [...selector.matchAll(/\.([a-z0-9_-]+)/gi)].map(match => match[1]);
  return classes.length > 0 && !unused.test(selector)
    && classes.every(name => blocks.some(block => name === `utrecht-${block}` || name.startsWith(`utrecht-${block}_`) || name.startsWith(`utrecht-${block}--`)));
};

components.walkComments(comment => comment.remove());
components.walkRules(rule => {
  if (rule.parent.type === 'atrule' && rule.parent.name.includes('keyframes')) return;
  const kept = rule.selectors.filter(isUsed);
  if (kept.length === 0) rule.remove(); else rule.selectors = kept;
});
components.walkAtRules(rule => { if (/^(charset|import|font-face)$|keyframes/.test(rule.name)) rule.remove(); });
for (let before = -1; before !== components.toString().length;) {
  before = components.toString().length;
  components.walk(node => { if (node.nodes?.length === 0) node.remove(); });
}
components.walkDecls(/^-webkit-|^-moz-/, decl => { if (decl.prop !== '-webkit-appearance') decl.remove(); });

const tokens = new Map();
theme.walkDecls(/^--/, decl => tokens.set(decl.prop, decl.value));
const references = text => [...text.matchAll(/var\(\s*(--[a-z0-9_-]+)/gi)].map(match => match[1]);
const reached = new Set();
const pending = [...references(components.toString()), ...references(own)];
while (pending.length > 0) {
  const name = pending.pop();
  if (reached.has(name) || !tokens.has(name)) continue;
  reached.add(name);
  pending.push(...references(tokens.get(name)));
}

// A declaration or fallback that only names tokens which the theme does not set stays: the browser skips it at no cost.
const compact = text => text.replace(/\s+/g, ' ').replace(/ ?([{};,>]) ?|(:) /g, '$1$2').replace(/;}/g, '}');
const css = [
  '/* Made by build.mjs from @utrecht/component-library-css and @nl-design-system-unstable/voorbeeld-design-tokens.',
  '   Copyright Gemeente Utrecht, Frameless B.V. and the NL Design System community; EUPL-1.2. */',
  ':root{',
  ...[...tokens].filter(([name]) => reached.has(name)).map(([name, value]) => `${name}:${value.replace(/\s+/g, ' ')};`),
  '}',
  '@layer design-system{',
  ...components.nodes.map(node => compact(node.toString().trim())),
  '}',
  '',
].join('\n');

const made = new Map([
  ['design-system.css', Buffer.from(css)],
  ...[400, 700].map(weight => [`letter-${weight}.woff2`, readFileSync(require.resolve(`@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-${weight}-normal.woff2`))]),
  // The whole typeface, with the letters of all European languages, for what is printed as PDF.
  ...[['400', '400Regular'], ['700', '700Bold']].map(([weight, name]) => [`letter-${weight}.ttf`, readFileSync(require.resolve(`@expo-google-fonts/atkinson-hyperlegible-next/${name}/AtkinsonHyperlegibleNext_${name}.ttf`))]),
  ['letter.LICENSE.txt', readFileSync(require.resolve('@fontsource/atkinson-hyperlegible-next/LICENSE'))],
]);

for (const [name, content] of made) {
  const target = new URL(name, import.meta.url);
  if (!process.argv.includes('--check')) {
    writeFileSync(target, content);
    console.log(`${name}: ${content.length} bytes`);
  } else if (!readFileSync(target).equals(content)) {
    console.log(`${name} differs: run \`npm run build:css\` and commit it`);
    process.exitCode = 1;
  }
}
