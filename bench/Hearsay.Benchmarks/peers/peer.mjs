// One alternative as a process: `node peer.mjs NAME FILE` reads the articles (a JSON array of strings), then answers each line on standard input with how many things it found.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [name, file] = process.argv.slice(2);
const articles = JSON.parse(readFileSync(file, 'utf8'));

const peers = {
  // all stages on: sentences, negation, sentiment, tags, names, custom entities
  wink() {
    const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
    return text => nlp.readDoc(text).tokens().length();
  },
  async chrono() {
    const chrono = await import('chrono-node');
    const reference = new Date('2026-11-22T12:00:00Z');
    return text => chrono.parse(text, reference).length;
  },
  // the articles are whole pages of HTML
  async jsdom() {
    const { JSDOM, VirtualConsole } = await import('jsdom');
    const { Readability } = await import('@mozilla/readability');
    return html => {
      const { window } = new JSDOM(html, { url: 'https://localhost/', virtualConsole: new VirtualConsole() });
      const length = new Readability(window.document).parse()?.textContent.length ?? 0;
      window.close();
      return length;
    };
  },
  async linkedom() {
    const { parseHTML } = await import('linkedom');
    const { Readability } = await import('@mozilla/readability');
    return html => {
      try {
        return new Readability(parseHTML(html).document).parse()?.textContent.length ?? 0;
      } catch {
        // linkedom has no document for some fragments
        return 0;
      }
    };
  },
  recognizers() {
    const { recognizeDateTime, Culture } = require('@microsoft/recognizers-text-date-time');
    const reference = new Date('2026-11-22T12:00:00Z');
    return text => recognizeDateTime(text, Culture.English, undefined, reference).length;
  },
};

const read = await peers[name]();
console.log('ready');
for await (const _ of createInterface({ input: process.stdin })) {
  let found = 0;
  for (const text of articles) found += read(text);
  console.log(String(found));
}
