// The peers of the linked views, on the very rows that frame_bench uses: node peers.mjs FOLDER [MODULES]
// FOLDER holds what frame_bench wrote (LEADLIGHT_BENCH_DUMP): leads.csv and answers.json. Every answer is compared.
import fs from 'fs';
import {createRequire} from 'module';
import path from 'path';

const folder = process.argv[2];
const require = createRequire(path.join(process.argv[3] ?? process.cwd(), 'package.json'));
const {steps} = JSON.parse(fs.readFileSync(path.join(folder, 'answers.json')));
const names = ['Source', 'Origin', 'Activity', 'City', 'Visits', 'Time', 'Created', 'score'];
const file = path.join(folder, 'leads.csv').replaceAll('\'', '\'\'');

// answers.json: for each low, per view but the score's, the sorted list of "leads/converted" of its groups that hold a
// lead
const same = (got, wanted) => JSON.stringify(got) === JSON.stringify(wanted);
const report = (name, times, wrong) => {
  times.sort((a, b) => a - b);
  const at = share => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
  console.log(`${name}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, ${wrong ? wrong + ' WRONG' : 'answers agree'}`);
};

const {DuckDBInstance} = require('@duckdb/node-api');
const db = await (await DuckDBInstance.create(':memory:', {threads: '2'})).connect();
await db.run(`create table leads as select * from read_csv('${file}')`);
{
  const times = [];
  let wrong = 0;
  for (const {low, views} of steps) {
    const start = performance.now();
    const got = [];
    for (const name of names.slice(0, 7)) {
      const rows = await (await db.runAndReadAll(
                              `select count(*)::int, sum(Converted)::int from leads ` +
                              `where score >= ${low} and score <= ${low + 30} group by ${name}`))
                       .getRows();
      got.push(rows);
    }
    times.push(performance.now() - start);
    got.forEach((rows, i) => {
      if (!same(rows.map(r => r.join('/')).sort(), views[i])) ++wrong;
    });
  }
  report('DuckDB, seven grouped counts', times, wrong);
}

if (process.argv[4] !== 'duckdb') {
  const cf = (require('crossfilter2').default ?? require('crossfilter2'));
  const lines = fs.readFileSync(path.join(folder, 'leads.csv'), 'utf8').split('\n');
  const rows = new Array(lines.length - 2);
  for (let i = 0; i < rows.length; ++i) {
    const v = lines[i + 1].split(',');
    rows[i] = {
      Source: +v[0],
      Origin: +v[1],
      Activity: +v[2],
      City: +v[3],
      Visits: +v[4],
      Time: +v[5],
      Created: +v[6],
      score: +v[7],
      conv: +v[8]
    };
  }
  lines.length = 0;
  const filter = cf(rows), dimension = {}, group = {};
  for (const name of names) {
    dimension[name] = filter.dimension(d => d[name]);
    if (name !== 'score')
      group[name] = dimension[name].group().reduce(
          (p, v) => {
            p.n++;
            p.c += v.conv;
            return p;
          },
          (p, v) => {
            p.n--;
            p.c -= v.conv;
            return p;
          },
          () => ({n: 0, c: 0}));
  }
  const times = [];
  let wrong = 0;
  for (const {low, views} of steps) {
    const start = performance.now();
    dimension.score.filterRange([low, low + 30 + 1e-9]);
    const got = names.slice(0, 7).map(name => group[name].all());
    times.push(performance.now() - start);
    got.forEach((all, i) => {
      if (!same(all.filter(g => g.value.n > 0).map(g => `${g.value.n}/${g.value.c}`).sort(), views[i])) ++wrong;
    });
  }
  report('crossfilter2, eight dimensions', times, wrong);
}
