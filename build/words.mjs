// Writes the words that passphrases are made of, one a line under a heading for its language.
// Source: the BIP-39 lists in the npm package bip39 (ISC): 2,048 common words a language, told apart by their first four letters.
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const require = createRequire(import.meta.url);
const target = new URL('../src/Web/Access/Passwords/words.generated.txt', import.meta.url);

// Nobody should be handed these by a community for health.
const unkind = {
  en: `abuse addict alcohol army asthma attack bomb cancel crash crime cruel cry danger debris dirt disease drug enemy evil fat fatal
    fire guilt gun hate hurt ill infant inject injury kidney kill lonely mad nerve pain panic pill pistol poverty prison punch race rifle
    sad scare shock shoot sick slim smoke suffer symptom toxic tragic trap ugly victim virus weapon wrong`,
  es: `abuso adicto alcohol arma asma ataque bala bomba bruto cadaver cancer carcel ciego cojo culpa delito desnudo dolor droga duelo ebrio
    enemigo enfermo fatal feo fiebre fraude fusil golpe gordo grasa gripe grito guerra herida herir hostil infiel ira lepra llaga llanto
    loco lucha mafia maldad malo matar miedo morir muerte negro odio panico pecho peligro pena pobre preso rabia raza ruina sangre sexo
    sordo sucio sufrir terror tonto triste tumba tumor veneno vicio viejo viudo`,
};

// Typed on any keyboard: no accents, and no word whose ñ would have to go with them.
const plain = word => word.normalize('NFD').replace(/\p{M}/gu, '');

const lists = { en: 'english', es: 'spanish' };
const text = Object.entries(lists).map(([language, name]) => {
  const dropped = new Set(unkind[language].split(/\s+/));
  const words = require(`bip39/src/wordlists/${name}.json`)
    .filter(word => !word.normalize('NFC').includes('ñ'))
    .map(plain)
    .filter(word => /^[a-z]{3,8}$/.test(word) && !dropped.has(word));
  return `# ${language}\n${[...new Set(words)].sort().join('\n')}\n`;
}).join('');

if (!existsSync(target) || readFileSync(target, 'utf8') !== text)
  writeFileSync(target, text);
