// See run.sh. For each lead file and scorecard: the scores that leadctl stores against those of the exported SQL.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [leadctl, shared, here, nodeFolder, scratch, psqlProgram] = process.argv.slice(2);
const require = createRequire(join(nodeFolder, 'package.json'));
const { DuckDBInstance } = require('@duckdb/node-api');
const { Parser } = require('node-sql-parser');

const cases = [
  { file: 'x-education/Leads.csv', scorecard: 'Before contact rules', key: 'Prospect_ID' },
  { file: 'x-education/Leads.csv', card: 'course-enquiries.json', key: 'Prospect_ID' },
  { file: 'x-education/Leads.csv', grids: 24, key: 'Prospect_ID' },
  { file: 'leadsquared/prospectos.json', scorecard: 'Activity, grade, stage', key: 'Prospect_ID' },
  { file: 'leadsquared/prospectos.json', card: 'crm-leads.json', key: 'Prospect_ID' },
];
// The parser that reads each dialect that is not run here; ClickHouse has none of its own, MySQL's knows its back ticks.
const parsers = { snowflake: 'snowflake', trino: 'trino', spark: 'hive', bigquery: 'bigquery', clickhouse: 'mysql' };
const types = { text: 'TEXT', integer: 'BIGINT', decimal: 'DOUBLE PRECISION', date: 'TIMESTAMP' };

// A scorecard as big as learned ones are: its grids share their axes, and much of each is alike.
function cardOfGrids(count) {
  const steps = (column, edges) => ({ column, edges });
  const axes = [steps('TotalVisits', [...Array(18).keys()]),
                steps('Total_Time_Spent_on_Website', [...Array(20).keys()].map((edge) => edge * 75)),
                steps('Page_Views_Per_Visit', [1, 1.5, 2, 2.5, 3, 4, 5, 6]),
                { column: 'Lead_Source', groups: [['Google', 'google'], ['Direct Traffic'], ['Olark Chat'], ['Reference']] },
                { column: 'Last_Activity', groups: [['SMS Sent'], ['Email Opened', 'Email Link Clicked']] }];
  const slots = (axis) => axis.edges ? axis.edges.length + 2 : axis.groups.length + 2;
  const terms = [...Array(count).keys()].map((i) => {
    const rows = axes[i % axes.length], columns = axes[(i + 1 + i % 3) % axes.length];
    const points = [...Array(slots(rows)).keys()].map((row) => [...Array(slots(columns)).keys()].map(
      (column) => (row + column) % 3 === 0 ? 0 : ((i * 31 + row * 7 + column * 13) % 97 - 48) / 64));
    return { name: `grid ${i}`, kind: 'grid', rows, columns, points };
  });
  return { leadlight_scorecard: 1, name: 'grids', dataset: 'leads', link: 'logistic', base: -0.5, terms,
           bands: [{ name: 'A', from: 60 }, { name: 'B' }] };
}

const options = { encoding: 'utf8', maxBuffer: 1 << 30 };
const run = (store, ...args) => execFileSync(leadctl, ['--store', store, '--quiet', ...args], options);
const psql = (sql) =>
  execFileSync(psqlProgram, ['-h', join(scratch, 'pg'), '-U', 'leads', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1',
                             '-q', '-A', '-t', '-F', '\t', '-f', '-'], { ...options, input: 'SET TIME ZONE \'UTC\';\n' + sql });
const name = (column) => `"${column}"`;
const literal = (text) => `'${text.replaceAll("'", "''")}'`;

function compare(what, expected, actual) {
  if (actual.size !== expected.size) throw new Error(`${what}: ${actual.size} rows, not ${expected.size}`);
  let worst = 0;
  for (const [key, ours] of expected) {
    const theirs = actual.get(key);
    if (!theirs) throw new Error(`${what}: no row ${key}`);
    worst = Math.max(worst, Math.abs(ours.score - theirs.score));
    if (!(worst <= 1e-9)) throw new Error(`${what}: ${key} scores ${theirs.score}, not ${ours.score}`);
    if (ours.band !== theirs.band) throw new Error(`${what}: ${key} is in band ${theirs.band}, not ${ours.band}`);
  }
  console.log(`${what}: ${expected.size} rows, largest difference ${worst}`);
}

async function check(one, number) {
  const store = join(scratch, `${number}.db`), csv = join(scratch, `${number}.csv`), table = `leads_${number}`;
  const load = JSON.parse(run(store, 'load', join(shared, 'data', one.file), '--json')).loads[0];
  if (one.grids) writeFileSync(join(scratch, 'grids.json'), JSON.stringify(cardOfGrids(one.grids)));
  const given = one.card ? join(here, one.card) : join(scratch, 'grids.json');
  if (!one.scorecard) run(store, 'scorecard', 'import', given);
  const card = one.scorecard ?? JSON.parse(readFileSync(given, 'utf8')).name;
  run(store, 'scorecard', 'champion', card);
  const columns = load.columns.map((column) => column.name);
  const rows = JSON.parse(run(store, 'leads', '--json', '--columns', [one.key, 'score', 'band'].join(','))).rows;
  const expected = new Map(rows.map((row) => [row[one.key], { score: row.score, band: row.band }]));
  const exported = (dialect, ...more) =>
    run(store, 'scorecard', 'export', card, '--format', 'sql', '--dialect', dialect, '--table', table, ...more);

  // NDJSON keeps blank apart from absent and every digit.
  const leads = run(store, 'leads', '--format', 'ndjson', '--columns', columns.join(','));
  writeFileSync(csv, leads);
  const definition = load.columns.map((column) => `${name(column.name)} ${types[column.type]}`).join(', ');
  const objects = leads.trim().split('\n').map((line) => JSON.parse(line));
  const value = (object, column) => object[column] == null ? 'NULL' : literal(String(object[column]));
  const insert = `INSERT INTO ${table} VALUES ` +
    objects.map((object) => `(${columns.map((column) => value(object, column)).join(',')})`).join(',\n') + ';';

  psql(`CREATE TABLE ${table} (${definition});\n${insert}`);
  const fromPostgres = psql(exported('postgresql')).trim().split('\n').map((line) => line.split('\t'));
  compare(`${card}, PostgreSQL`, expected, new Map(fromPostgres.map(([key, score, , band]) => [key, { score: Number(score), band }])));

  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run(`SET TimeZone = 'UTC'; CREATE TABLE ${table} (${definition})`);
  for (let first = 0; first < objects.length; first += 500)
    await duck.run(`INSERT INTO ${table} VALUES ` + objects.slice(first, first + 500)
      .map((object) => `(${columns.map((column) => value(object, column)).join(',')})`).join(','));
  const fromDuck = (await duck.runAndReadAll(exported('duckdb'))).getRows();
  compare(`${card}, DuckDB`, expected, new Map(fromDuck.map(([key, score, , band]) => [key, { score: Number(score), band }])));

  for (const [dialect, database] of Object.entries(parsers)) {
    const select = exported(dialect, '--ledger', ...(dialect === 'snowflake' ? ['--with', 'select'] : []));
    try {
      new Parser().astify(select, { database });
    } catch (error) {
      throw new Error(`${card}: ${dialect} does not parse at ${JSON.stringify(error.location?.start)}`);
    }
  }
  console.log(`${card}: ${Object.keys(parsers).length} other dialects parse`);
  checkSnowflakeParts(card, (part) => exported('snowflake', '--with', part));
}

// The parser knows none of Snowflake's CREATE FUNCTION, PROCEDURE and TASK: their frames are matched word by word, and
// every expression and statement within is parsed.
function checkSnowflakeParts(card, exported) {
  const within = (part, frame) => {
    const found = exported(part).replace(/^--.*\n/gm, '').trim().match(frame);
    if (!found) throw new Error(`${card}: Snowflake's ${part} is not framed as expected`);
    return found.slice(1);
  };
  let parsed = 0;
  const parse = (sql) => {
    try {
      new Parser().astify(sql, { database: 'snowflake' });
      ++parsed;
    } catch (error) {
      throw new Error(`${card}: Snowflake does not parse at ${JSON.stringify(error.location?.start)}: ${sql}`);
    }
  };
  const [parameters, body] = within('function',
    /^CREATE OR REPLACE FUNCTION \w+\(([^;]*)\)\nRETURNS DOUBLE\nLANGUAGE SQL\nAS\n\$\$\n([\s\S]*?)\n\$\$;$/);
  parse(`CREATE TABLE t (${parameters})`);
  parse(`SELECT ${body} FROM t`);
  const [columns, statements] = within('procedure',
    /^((?:ALTER TABLE [^;]*;\s*)*)CREATE OR REPLACE PROCEDURE \w+\(\)\nRETURNS VARCHAR\nLANGUAGE SQL\nAS\n\$\$\nBEGIN\n([\s\S]*)\nEND;\n\$\$;$/);
  for (const column of columns.split(';').filter((one) => one.trim())) parse(column.replace(' IF NOT EXISTS', ''));
  for (const statement of statements.split(/;\n?/).filter((one) => one.trim()))
    parse(statement.trim().replace(/^RETURN /, 'SELECT '));
  const [call] = within('task',
    /^CREATE OR REPLACE TASK \w+\n  SCHEDULE = '\d+ MINUTE'\nAS\n  (CALL \w+\(\);)\n\nALTER TASK \w+ RESUME;$/);
  parse(call);
  console.log(`${card}: Snowflake's function, procedure and task: ${parsed} parts parse`);
}

try {
  for (const [number, one] of cases.entries()) await check(one, number);
} catch (error) {
  console.error(String(error.message).slice(0, 1000));
  process.exit(1);
}
