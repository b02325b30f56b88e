// The same record in json-rules-engine: it has no counting, so the count is a fact of ours (24 comparisons in JavaScript,
// which favours it) and the levels are rules: three for the least points and three for the most.
import { readFileSync, writeFileSync } from 'node:fs';
import rules from 'json-rules-engine';

const [records, results, most] = process.argv.slice(2);
const lines = readFileSync(records, 'utf8').trimEnd().split('\n').slice(0, Number(most));
const engine = new rules.Engine();
const bands = [['laag', 0, 9], ['midden', 10, 13], ['hoog', 14, 24]];
for (const fact of ['low', 'high']) {
  for (const [niveau, from, to] of bands) {
    engine.addRule({
      conditions: {
        all: [
          { fact, operator: 'greaterThanInclusive', value: from },
          { fact, operator: 'lessThanInclusive', value: to },
        ],
      },
      event: { type: fact, params: { niveau } },
    });
  }
}
const count = async (almanac, test) => Object.values(await almanac.factValue('antwoorden')).filter(test).length;
engine.addFact('low', (params, almanac) => count(almanac, (answer) => answer === 'ja'));
engine.addFact('high', (params, almanac) => count(almanac, (answer) => answer !== 'nee'));
const out = [];
const one = async (line) => {
  const record = JSON.parse(line);
  const { events, almanac } = await engine.run({ antwoorden: record.antwoorden });
  const found = Object.fromEntries(events.map((event) => [event.type, event.params.niveau]));
  const som = [await almanac.factValue('low'), await almanac.factValue('high')];
  return JSON.stringify({ id: record.id, som, niveau: found.low === found.high ? found.low : null });
};
for (const line of lines.slice(0, 200)) await one(line);
const before = process.cpuUsage();
for (const line of lines) out.push(await one(line));
const { user, system } = process.cpuUsage(before);
writeFileSync(results, out.join('\n') + '\n');
console.log(JSON.stringify({ records: out.length, seconds: (user + system) / 1e6 }));
