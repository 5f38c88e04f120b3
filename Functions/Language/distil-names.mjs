// Distils first names and surnames from public lists into Names/: lower case, without accents, sorted, each once.
// Usage: node distil-names.mjs FOLDER Names, where FOLDER was filled with
//   npm install --prefix FOLDER @faker-js/faker@10.6.0 @zxcvbn-ts/language-{nl-be,de,fr,pl,it,es-es}@3.0.2
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, target] = process.argv.slice(2).map(path => resolve(path));
const faker = await import(pathToFileURL(join(modules, 'node_modules/@faker-js/faker/dist/index.js')));
// Left out: an invented language, jokes, and copies of other locales.
const skipped = new Set(['eo', 'en_AU_ocker', 'base', 'en_BORK']);
const locales = Object.keys(faker).filter(name => faker[name]?.metadata && !skipped.has(name)).sort();
const languages = ['nl-be', 'de', 'fr', 'pl', 'it', 'es-es'];
const read = (language, list) => {
  try {
    return JSON.parse(readFileSync(join(modules, `node_modules/@zxcvbn-ts/language-${language}/src/${list}.json`), 'utf8'));
  } catch {
    return [];
  }
};

const folded = {
  ł: 'l', ı: 'i', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ĳ: 'ij', ə: 'e', '’': "'", 'ʻ': "'", 'ʼ': "'",
};
const plain = name => name.trim().toLowerCase().replace(/[łıøđðþßæœĳə’ʻʼ]/g, sign => folded[sign]).normalize('NFD').replace(/\p{M}/gu, '');
const flat = list => !list ? [] : Array.isArray(list) ? list.map(entry => typeof entry === 'string' ? entry : entry.value)
  : Object.values(list).flatMap(flat);
const particles = /^(?:(?:van|von|de|den|der|het|te|ten|ter|vande|la|le|du|des|di|da|dos|el|al|'t|op|in|aan)\s+)+/;

const given = [...locales.flatMap(name => flat(faker[name].person?.first_name)),
  ...languages.flatMap(language => ['firstnames', 'girlsFirstnames', 'boysFirstnames', 'femaleFirstnames', 'maleFirstnames']
    .flatMap(list => read(language, list)))];
// The Polish and Italian surnames are left out: thirty thousand forms, few of which occur in the Netherlands.
const surnames = [...locales.flatMap(name => flat(faker[name].person?.last_name)),
  ...['nl-be', 'de', 'fr', 'es-es'].flatMap(language => read(language, 'lastnames'))];
const write = (file, names, shape) => {
  const kept = [...new Set(names.filter(name => shape.test(name)))].sort();
  writeFileSync(join(target, file), kept.join('\n') + '\n');
  console.log(`${file}: ${kept.length}`);
};
const word = /^(?=.{2,})[a-z]+(?:[-'][a-z]+)*$/;
write('given-names.txt', given.filter(name => typeof name === 'string').map(plain), word);
write('surnames.txt', surnames.filter(name => typeof name === 'string').map(name => plain(name).replace(particles, '')), word);
